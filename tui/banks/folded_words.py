"""Texts as search compares them."""

from __future__ import annotations

import unicodedata


def searchable(text: str) -> str:
    """`text` without case and accents, white space as single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(each for each in decomposed if not unicodedata.combining(each))
    return " ".join(plain.split())
