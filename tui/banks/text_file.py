"""Reads the text of a bank file, and says which of its bytes and characters have no place there."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

from tui.banks.characters import FORBIDDEN, REPLACEMENT, name
from tui.banks.finding import Place
from tui.banks.limits import MAX_BYTES
from tui.banks.lines import lines_of
from tui.banks.report import TOP, Report

MOST_LINES = 100
"""Lines with such bytes or characters that are named; a file with more of them is not read."""

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, report: Report) -> str | None:
    """The text of the bank `path`, or None if it can't be read at all; complains to `report`.

    Bytes that are not UTF-8 and forbidden characters are each replaced by one character, so that
    the rest can be checked as well, unless too many lines hold them. A byte order mark at the start
    is skipped.
    """
    content = _content(path, report)
    if content is None:
        return None
    if content.startswith(_UTF_16):
        report.add("not-utf-8", TOP, "The file is written in UTF-16.", _SAVE)
        return None
    if (kind := _kind_of(content)) is not None:
        report.add("unreadable-file", TOP, f"This is {kind}, not a plain text.", _PLAIN)
        return None
    text = _decoded(content.removeprefix(_BOM), report)
    if text is None:
        return None
    report.set_text(text)
    return _without_forbidden(text, report) if FORBIDDEN.search(text) else text


_PLAIN = "Write banks in a text editor, or save what this file holds as plain text, in UTF-8."
_BEGINNINGS = {
    b"PK\x03\x04": "a Word or Excel document or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel document",
    b"{\\rtf": "a document in Rich Text Format",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a packed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3": "a database",
}
_SAMPLE = 64 * 1024
"""Bytes from which it is told whether a file is text."""


def _kind_of(content: bytes) -> str | None:
    """What `content` is, in a few words, where it can't have been meant as text; else None."""
    for beginning, kind in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind
    sample = content[:_SAMPLE]
    # In Latin-1, letters with accents are bytes that are not UTF-8; control characters are not.
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "data of some other program" if controls * 10 > len(sample) else None


_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0c\x1b")) + b"\x7f"

_SAVE = "Save it as UTF-8: editors offer this as “Encoding” or “Save with encoding”."


def _content(path: Path, report: Report) -> bytes | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            is_folder = stat.S_ISDIR(path.stat().st_mode)
            message = f"This is {'a folder' if is_folder else 'no file'}, not a text."
            report.add("unreadable-file", TOP, message, "A bank is a plain text file.")
            return None
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        report.add(
            "unreadable-file", TOP, f"The file can't be read: {_said(error)}.", _advice(error)
        )
        return None
    if len(content) > MAX_BYTES:
        report.add(
            "too-large",
            TOP,
            f"The file is larger than {MAX_BYTES // 1024**2} MiB.",
            "Divide it into several banks, each with an id of its own.",
        )
        return None
    return content


def _said(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "it is a symbolic link that leads back to itself"
    return (error.strerror or "it can't be opened").lower()


def _advice(error: OSError) -> str:
    if error.errno in (errno.EACCES, errno.EPERM):
        return "Give yourself the right to read it: chmod u+r."
    if error.errno == errno.ENOENT:
        return "Check its name."
    if error.errno == errno.ELOOP:
        return "Delete the link, or let it point to the bank."
    return "Try to open it in a text editor."


def _decoded(content: bytes, report: Report) -> str | None:
    try:
        return content.decode()
    except UnicodeDecodeError:
        pass
    text = content.decode(errors="surrogateescape")
    report.set_text(text)
    found = _lines_with(re.compile("[\udc80-\udcff]"), text)
    for line, column, characters in found[: MOST_LINES if len(found) <= MOST_LINES else 1]:
        message = f"The byte {_byte(characters[0])} on this line is not UTF-8."
        advice = f"Type the character again. If many lines have this: {_SAVE[0].lower()}{_SAVE[1:]}"
        if len(found) > MOST_LINES:
            message, advice = f"{message[:-1]}, nor are {len(found) - 1:,} more lines.", _SAVE
        report.add("not-utf-8", Place(line, column), message, advice)
    return None if len(found) > MOST_LINES else re.sub("[\udc80-\udcff]", REPLACEMENT, text)


def _byte(escaped: str) -> str:
    """The byte that `escaped` stands for, and what it probably was: "0xE9 (“é” in …)"."""
    byte = ord(escaped) - 0xDC00
    meant = bytes([byte]).decode("cp1252", errors="replace")
    is_known = meant.isprintable() and meant != REPLACEMENT
    return f"0x{byte:02X} (“{meant}” in Windows-1252)" if is_known else f"0x{byte:02X}"


def _without_forbidden(text: str, report: Report) -> str | None:
    found = _lines_with(FORBIDDEN, text)
    for line, column, characters in found[: MOST_LINES if len(found) <= MOST_LINES else 1]:
        names = ", ".join(dict.fromkeys(name(character) for character in characters))
        message = f"This line holds a character that is not shown as text: {names}."
        if len(found) > MOST_LINES:
            message = f"{message[:-1]}; and so do {len(found) - 1:,} more lines."
        report.add(
            "forbidden-character",
            Place(line, column),
            message,
            "Delete it: it acts on the terminal, or hides what the text says.",
        )
    return None if len(found) > MOST_LINES else FORBIDDEN.sub(REPLACEMENT, text)


def _lines_with(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, str]]:
    """Each line that `pattern` is found in: its number, the first column, the characters found."""
    found: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines_of(text), start=1):
        characters = pattern.findall(line)
        if characters:
            first = pattern.search(line)
            column = first.start() + 1 if first else 1
            found.append((number, column, "".join(characters)))
    return found
