"""Finds the option that an answer names."""

from __future__ import annotations

from functools import lru_cache

from tui.kinds.spelling import joined, tokens


def same_text(one: str, other: str) -> bool:
    """Whether two texts read the same but for case, accents, white space and punctuation."""
    return one == other or folded(one) == folded(other)


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """`text` blind to case, accents, white space and punctuation."""
    return joined(tokens(text)) or "".join(text.split())


def option_chosen(given: str, options: tuple[str, ...]) -> str:
    """The one of `options` that `given` is, letter by letter if there is one; '' if it is none.

    An option that was reworded in its case or punctuation since the answer was logged is found.
    """
    if given in options:
        return given
    return next((option for option in options if given and same_text(given, option)), "")
