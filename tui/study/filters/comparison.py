"""What terms that compare have in common."""

from __future__ import annotations

from tui.progress.comparing import Sign
from tui.study.filters.errors import FilterError

SIGNS: dict[str, Sign] = {"<": "<", "<=": "<=", "=": "=", ":": "=", ">=": ">=", ">": ">"}
"""What can stand between the name and the value; a colon says equal."""


def only_value(name: str, values: tuple[str, ...], example: str) -> str:
    """The one value of a term that compares; FilterError if there are more."""
    if len(values) != 1:
        raise FilterError(f"The filter {name} takes one value.", f"Write it as {example}.")
    return values[0]
