"""Characters that a bank may not hold, because they act on a terminal or hide what a text says."""

from __future__ import annotations

import re
import unicodedata

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks and overrides of writing direction: they make a text read otherwise than it is stored."""

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""Control characters, but for tab and line breaks."""

OTHERS = "\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff\U000e0000-\U000e007f"
"""Line separators that editors don't count as lines, half characters, byte order marks, tags."""

FORBIDDEN = re.compile(f"[{CONTROLS}{BIDI}{OTHERS}]")

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_CONTROL_NAMES = {
    0x00: "NUL",
    0x07: "BELL",
    0x08: "BACKSPACE",
    0x0B: "VERTICAL TAB",
    0x0C: "FORM FEED",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
}


def name(character: str) -> str:
    """The code point and the name of `character`: "U+001B ESCAPE"."""
    point = ord(character)
    known = _CONTROL_NAMES.get(point) or unicodedata.name(character, "")
    return f"U+{point:04X} {known}".rstrip()


def visible(text: str) -> str:
    """`text` with every forbidden character replaced, so that it can be printed anywhere."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def one_line(text: str, limit: int = 80) -> str:
    """`text` on one line, fit to be quoted in a message: visible, at most `limit` characters."""
    short = " ".join(visible(text).split())
    return short if len(short) <= limit else short[: limit - 1].rstrip() + "…"
