"""Terms with names behind a colon: one of them is enough."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from tui.study.filters.errors import FilterError, suggestion
from tui.study.filters.term import BankTerm, ProgressTerm, Term


@dataclass(frozen=True, slots=True)
class Values(Term):
    """`NAME:value,value`. CHOICES: what a value may be, () where the banks decide."""

    values: tuple[str, ...]

    CHOICES: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def read(cls, sign: str, values: tuple[str, ...], *, negated: bool) -> Self:
        """See `Term.read`."""
        if sign not in {":", "="}:
            raise FilterError(
                f"The filter {cls.NAME}: does not know {sign}.", f"Write it as {cls.EXAMPLE}."
            )
        if cls.CHOICES:
            values = tuple(value.lower() for value in values)
            for value in values:
                if value not in cls.CHOICES:
                    listed = suggestion(value, list(cls.CHOICES), f"values of {cls.NAME}:")
                    raise FilterError(f"There is no {cls.NAME}:{value}.", listed)
        return cls(values, negated=negated)

    def written(self) -> str:
        """See `Term.written`."""
        return f"{self.NAME}:{','.join(map(_written, self.values))}"


@dataclass(frozen=True, slots=True)
class BankValues(Values, BankTerm):
    """Names that the banks give."""


@dataclass(frozen=True, slots=True)
class ProgressValues(Values, ProgressTerm):
    """Names of what the learner's progress may be like."""


def _written(value: str) -> str:
    return f'"{value}"' if "," in value or any(map(str.isspace, value)) else value
