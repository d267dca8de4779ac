"""Markdown as plain text: what a reader sees of it, so that quotes read as they should.

Headings keep their `#` and items their marker, which tell them from sentences; each paragraph is
one line. Emphasis, links, code and escapes leave their words; pictures, comments and HTML tags
leave nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$\r?\n?", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z_-]+):[ \t]+(.+?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Plain:
    """The text of a Markdown file, and what its front matter says in fields of one line."""

    text: str
    front: dict[str, str] = field(default_factory=dict)


def plain_text(markdown: str) -> Plain:
    """What a reader sees of `markdown`."""
    front = _FRONT.match(markdown)
    fields: dict[str, str] = {}
    if front is not None:
        markdown = markdown[front.end() :]
        fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front[1])}
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return Plain("\n\n".join(_blocks(parser.parse(markdown))) + "\n", fields)


def _blocks(tokens: Sequence[Token]) -> list[str]:
    """The blocks of text, those of a list together."""
    writer = _Writer()
    for token in tokens:
        writer.take(token)
    return [block for block in writer.blocks if block.strip()]


class _Writer:
    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._lists: list[int | None] = []
        self._marker = ""
        self._heading = ""
        self._cells: list[str] | None = None

    def take(self, token: Token) -> None:
        """Writes what `token` adds."""
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            first = token.attrGet("start")
            is_numbered = kind == "ordered_list_open"
            if not self._lists:
                self.blocks.append("")
            self._lists.append((int(first) if first is not None else 1) if is_numbered else None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._begin_item()
        elif kind == "heading_open":
            self._heading = f"{'#' * int(token.tag[1:])} "
        elif kind == "tr_open":
            self._cells = []
        elif kind == "tr_close":
            cells, self._cells = self._cells or [], None
            self._write(" | ".join(cells))
        elif kind == "inline":
            self._inline(_seen(token.children or []))
        elif kind in ("fence", "code_block"):
            self.blocks.append(token.content.rstrip("\n"))

    def _begin_item(self) -> None:
        number = self._lists[-1]
        self._marker = "- " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _inline(self, text: str) -> None:
        if self._cells is not None:
            self._cells.append(text)
            return
        self._write(self._heading + text)
        self._heading = ""

    def _write(self, line: str) -> None:
        if not line.strip():
            return
        if self._lists:
            indent = "  " * (len(self._lists) - 1)
            block = self.blocks[-1]
            self.blocks[-1] = (
                f"{block}\n{indent}{self._marker}{line}" if block else f"{self._marker}{line}"
            )
            self._marker = "  " if self._marker else ""
        else:
            self.blocks.append(line)


def _seen(tokens: Sequence[Token]) -> str:
    """What a reader sees of a paragraph, on one line."""
    found: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            found.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            found.append(" ")
    return " ".join("".join(found).split())
