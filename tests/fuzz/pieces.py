"""What mutations put into a file: texts that have broken programs before, here or elsewhere."""

from __future__ import annotations

CHARACTERS = (
    "\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1b[2J", "\x1b]0;x\x07",
    "\x7f", "\x85", "\x9b", "\u00ad", "\u061c", "\u200b", "\u200d", "\u200e", "\u202e", "\u2028",
    "\u2066", "\u2069", "\ufeff", "\ufffd", "\uffff", "\U000e0041", "\U0010ffff", "\u0301" * 40,
    "ﷺ", "İ", "ß", "ſ", "½", "٣", "Ⅷ", "²", "👩\u200d👩\u200d👧", "\u1160", "\r", "\r\n", "\t",
)  # fmt: skip

BYTES = (
    b"\x00", b"\x80", b"\xff", b"\xfe\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xed\xb0\x80",
    b"\xf4\x90\x80\x80", b"\xf0\x9f\x92", b"\xe2\x82", b"\xef\xbb\xbf", b"\xf8\x88\x80\x80\x80",
)  # fmt: skip
"""Bytes that are no UTF-8, or the start of a character whose end is missing; and marks."""

MARKUP = (
    "[bold]x[/]", "[@click=app.quit]x[/]", "[/]", "[link=file:///etc/passwd]x[/link]", "$text",
    "{{", "}}", "{{{{a}} {{b}}", "<script>", "%s%n", "{0.__class__}", "`rm -rf`", "$(id)", "'; --",
)  # fmt: skip

NUMBERS = (
    "0", "-0", "1e308", "1e309", "-1e400", "1E+99999999", "NaN", ".nan", "Infinity", "-.inf",
    "9" * 400, "9" * 5000, "0x7fffffff", "1_000", "1/0", "1/3", "0.1e-400", "2147483648",
    "9223372036854775808", "-1", "1:30", "½", "٣٣", "1,000,000", "1 000", "+", "1.", ".5", "1e",
)  # fmt: skip

DATES = (
    "0000-00-00", "9999-12-31", "2025-02-30", "10000-01-01", "0001-01", "-1", "2025-13",
    "31 February 2025", "1 January 99999", "20251122", "2025-W01-1", "44 BC",
)  # fmt: skip

PATHS = (
    "../secret.txt", "../../secret.txt", "sources/../../secret.txt", "/etc/passwd", "/dev/zero",
    "/dev/stdin", "/proc/self/environ", "/proc/self/mem", "~/.bashrc", "file:///etc/passwd",
    "..", ".", "/", "sources", "sources/", "sources/leads-out.txt", "sources/folder-out/secret.txt",
    "sources/loop", "sources/pipe", "./sources/../sources/leads-out.txt", "..\\secret.txt",
    "C:\\secret.txt", "\\\\host\\share", "a\x00b", "x" * 5000, "a/" * 3000, "secret.txt/",
    "sources/folder-out/../secret.txt", "sources/nothing.txt/../../../secret.txt", "-", "bank.yaml",
)  # fmt: skip
"""Places that a bank may name; the fuzzers lay out those of them that can be there."""

YAML = (
    "&a", "*a", "&a [*a, *a]", "!!python/object/apply:os.system [id]", "!!binary aGk=", "!x",
    "<<: *a",
    "? x", "- - - - -", "---", "...", "%YAML 9.9", "%TAG ! x", "|", ">", "|9", ">-2", "|+", "@",
    "`",
    "{", "[", "]", "}", "'", '"', "#", ": ", "-", "? ", "null", "~", "true", "No",
    "{a: {a: {a: a}}}",
    "[" * 40, "{a: " * 40, "[" * 3000, "- " * 500, '"\\ud800"', '"\\x00"', '"\\N{x}"', '"\\u202e"',
)  # fmt: skip

LONG = ("x" * 25_000, "word " * 6_000, "é" * 9_000, "a-" * 3_000, "(" * 2_000, "*" * 2_000,
        "1" * 3_000, "a\n" * 3_000, "massoud " * 1_500, "aA1 " * 2_000)  # fmt: skip

TEXTS = ("", " ", *CHARACTERS, *MARKUP, *NUMBERS, *DATES, *PATHS)
