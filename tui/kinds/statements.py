"""Takes a longer text apart into the statements that keywords are looked for in."""

from __future__ import annotations

import re

_END = re.compile(r"\n+|(?<=[.;!?])\s+")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)]|[a-z][.)])\s*", re.IGNORECASE)


def statements(text: str) -> tuple[str, ...]:
    """The lines and sentences of `text`, without bullets and numbers before them."""
    pieces = (_BULLET.sub("", piece).strip() for piece in _END.split(text))
    return tuple(piece for piece in pieces if piece)
