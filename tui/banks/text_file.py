"""Reads the text of a bank file, and says which of its bytes and characters have no place there."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from tui.banks.characters import FORBIDDEN, REPLACEMENT, name
from tui.banks.finding import Place
from tui.banks.limits import MAX_BYTES
from tui.banks.report import TOP, Report

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, report: Report) -> str | None:
    """The text of the bank `path`, or None if it can't be read at all; complains to `report`.

    Bytes that are not UTF-8 and forbidden characters are each replaced by one character, so that
    the rest can be checked as well. A byte order mark at the start is skipped.
    """
    content = _content(path, report)
    if content is None:
        return None
    if content.startswith(_UTF_16):
        report.add("not-utf-8", TOP, "The file is written in UTF-16.", _SAVE)
        return None
    text = _decoded(content.removeprefix(_BOM), report)
    report.set_text(text)
    if FORBIDDEN.search(text):
        _complain_of_characters(text, report)
        text = FORBIDDEN.sub(REPLACEMENT, text)
    return text


_SAVE = "Save it as UTF-8: editors offer this as “Encoding” or “Save with encoding”."


def _content(path: Path, report: Report) -> bytes | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            report.add("unreadable-file", TOP, "This is not a file that can be read as text.")
            return None
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        report.add("unreadable-file", TOP, f"The file can't be read: {error.strerror}.")
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


def _decoded(content: bytes, report: Report) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        pass
    text = content.decode(errors="surrogateescape")
    report.set_text(text)
    for line, column, characters in _lines_with(re.compile("[\udc80-\udcff]"), text):
        byte = ord(characters[0]) - 0xDC00
        report.add(
            "not-utf-8",
            Place(line, column),
            f"The byte 0x{byte:02X} on this line is not UTF-8.",
            f"Type the character again. If many lines have this: {_SAVE[0].lower()}{_SAVE[1:]}",
        )
    return re.sub("[\udc80-\udcff]", REPLACEMENT, text)


def _complain_of_characters(text: str, report: Report) -> None:
    for line, column, characters in _lines_with(FORBIDDEN, text):
        names = ", ".join(dict.fromkeys(name(character) for character in characters))
        report.add(
            "forbidden-character",
            Place(line, column),
            f"This line holds a character that is not shown as text: {names}.",
            "Delete it: it acts on the terminal, or hides what the text says.",
        )


def _lines_with(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, str]]:
    """Each line that `pattern` is found in: its number, the first column, the characters found."""
    found: list[tuple[int, int, str]] = []
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        characters = pattern.findall(line)
        if characters:
            first = pattern.search(line)
            column = first.start() + 1 if first else 1
            found.append((number, column, "".join(characters)))
    return found
