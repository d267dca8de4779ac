"""Ways to call a statement true or false without knowing the subject."""

from __future__ import annotations

from collections.abc import Callable

from tui.banks.guess.options import ABSOLUTE, HEDGED, details, has

Call = Callable[[str, float], bool | None]
"""Takes a statement and the usual length of the bank's statements, in characters; None: no idea."""


def _longer_is_true(statement: str, usual: float) -> bool | None:
    return None if len(statement) == usual else len(statement) > usual


STATEMENTS: dict[str, Call] = {
    "always true": lambda statement, usual: True,
    "always false": lambda statement, usual: False,
    "longer statement is true": _longer_is_true,
    "absolute statement is false": lambda text, usual: False if has(text, ABSOLUTE) else None,
    "hedged statement is true": lambda text, usual: True if has(text, HEDGED) else None,
    "detailed statement is true": lambda text, usual: True if details(text) > 3 else None,
}
