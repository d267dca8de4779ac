"""Ids: short names that stay for ever."""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 80
"""Characters that an id may have at most."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOTTED = re.compile(rf"{_SLUG.pattern}(?:\.{_SLUG.pattern})*")


def is_slug(text: str) -> bool:
    """Whether `text` is made of lower-case letters and digits, in words parted by hyphens."""
    return len(text) <= MAX_LENGTH and _SLUG.fullmatch(text) is not None


def is_dotted(text: str) -> bool:
    """Whether `text` is one slug, or several parted by dots, as a topic's id is."""
    return len(text) <= MAX_LENGTH and _DOTTED.fullmatch(text) is not None


def slug_for(text: str) -> str:
    """A slug made of what `text` holds of letters and digits; '' if it holds none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:MAX_LENGTH].rstrip("-")
