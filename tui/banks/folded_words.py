"""Texts as search compares them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

BETWEEN_FIELDS = "\ue000"
"""Stands between two fields of a question, so that no run of words reaches from one to the next.

A private character: nobody can search for it, since it is no part of a word.
"""

_WORD = re.compile(r"[^\W_]+")


def searchable(text: str) -> str:
    """`text` without case and accents, white space as single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(plain.split())


def words_of(text: str) -> list[str]:
    """The words of `text` as search compares them: runs of letters and digits."""
    return _WORD.findall(searchable(text))


def words_of_fields(texts: Iterable[str]) -> str:
    """The words of several fields, single spaces between them and a mark between the fields."""
    return f" {BETWEEN_FIELDS} ".join(" ".join(words_of(text)) for text in texts if text)
