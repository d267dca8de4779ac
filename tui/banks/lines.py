"""The lines of a bank's text, as YAML and editors count them."""

from __future__ import annotations

import re

BREAK = re.compile(r"\r\n|\n|\r")
"""What ends a line."""


def lines_of(text: str) -> list[str]:
    """The lines of `text`, without their breaks; the first one is line 1."""
    return BREAK.split(text) if "\r" in text else text.split("\n")


def says_something(line: str) -> bool:
    """Whether `line` is neither blank nor a comment, which may be indented as they like."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent_of(line: str) -> int:
    """Spaces that `line` begins with."""
    return len(line) - len(line.lstrip(" "))
