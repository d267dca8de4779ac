"""What is said of a query that is not understood."""

from __future__ import annotations

from tui.study.errors import StudyError


class FilterError(StudyError):
    """Something in a query that is not understood. at: the place in its text, from 0."""

    def __init__(self, message: str, advice: str = "", at: int | None = None) -> None:
        super().__init__(message, advice)
        self.at = at

    def found_at(self, at: int) -> FilterError:
        """The same, with the place in its words."""
        begin = self.message.removesuffix(".")
        return FilterError(f"{begin} (character {at + 1}).", self.advice, at)


LISTED = 20
"""How many names are listed at most."""


def suggestion(given: str, known: list[str], what: str) -> str:
    """ "Did you mean …?" for one of `known`, else what there is, as far as it can be listed."""
    from difflib import get_close_matches

    near = get_close_matches(given, known, n=1, cutoff=0.5)
    if near:
        return f"Did you mean {near[0]}?"
    if not known:
        return f"There are no {what}."
    listed = ", ".join(known[:LISTED])
    return f"The {what} are {listed}{' and others' if len(known) > LISTED else ''}."
