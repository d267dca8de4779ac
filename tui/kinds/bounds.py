"""Bounds of a field's value: read where a bank is validated, and free everywhere else.

pydantic asks the metadata of an annotation for the schema to use. A class of our own costs nothing
to import, unlike the package with ready-made ones, which every start would pay for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Bound:
    """One rule of pydantic's core schema, such as min_length, and its value."""

    __slots__ = ("rule", "value")

    def __init__(self, rule: str, value: float) -> None:
        self.rule = rule
        self.value = value

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[object], dict[str, Any]]
    ) -> dict[str, Any]:
        """The schema of the annotated type with this rule added."""
        return {**handler(source), self.rule: self.value}


def at_least(value: float) -> Bound:
    """The number is `value` or more."""
    return Bound("ge", value)


def at_most(value: float) -> Bound:
    """The number is `value` or less."""
    return Bound("le", value)


def more_than(value: float) -> Bound:
    """The number is more than `value`."""
    return Bound("gt", value)


def size_at_least(value: int) -> Bound:
    """The text, the list or the mapping has `value` characters or entries, or more."""
    return Bound("min_length", value)
