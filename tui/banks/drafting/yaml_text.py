"""Writes texts as YAML that a person would have written: plain where it can be."""

from __future__ import annotations

import re
import textwrap

WIDTH = 100
_SPECIAL_FIRST = "@`%&*!|>{}[]#?-\"',:"
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}


def field(name: str, value: str, indent: int) -> str:
    """`name: value`, indented by so many spaces, broken into lines of `WIDTH`."""
    return filled(f"{' ' * indent}{scalar(name, key=True)}: ", scalar(value), indent + 2)


def entry(value: str, indent: int) -> str:
    """`- value`, an entry of a list."""
    return filled(f"{' ' * indent}- ", scalar(value), indent + 2)


def scalar(text: str, *, key: bool = False) -> str:
    """`text` as a scalar on one line, in double quotes if it needs them."""
    plain = (
        text != ""
        and text[0] not in _SPECIAL_FIRST
        and text == " ".join(text.split())
        and not text.endswith(":")
        and ": " not in text
        and " #" not in text
        and not re.search(r"[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]", text)
        and not (key and (len(text) > 100 or text in {"true", "false"}))
        and not re.fullmatch(r"-{3}|\.{3}|<<|=", text)
        and not re.match(r"(?:---|\.\.\.)\s", text)
    )
    if plain:
        return text
    return '"' + "".join(_escaped(char) for char in text) + '"'


def filled(start: str, value: str, indent: int) -> str:
    """`start` and the scalar `value`, broken where that changes nothing."""
    if len(start) + len(value) <= WIDTH or value != " ".join(value.split()):
        return start + value
    lines = textwrap.wrap(
        value,
        width=WIDTH,
        initial_indent=start,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)


def _escaped(char: str) -> str:
    if char in _ESCAPED:
        return _ESCAPED[char]
    if char.isprintable() or char == " ":
        return char
    return f"\\U{ord(char):08x}"
