"""How long questions of each kind take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5
"""With fewer answers than this quartiles say nothing, and are left out."""


@dataclass(frozen=True, slots=True)
class KindTime:
    """Seconds that answers to one kind of question took: the median, and the quartiles around it.

    answers: those of which the time is known, without practice. lately: the median of the last 100,
    by which sessions are planned. lower and upper are None where there are fewer than 5 answers.
    """

    kind: str
    answers: int
    lower: float | None
    median: float
    upper: float | None
    lately: float


def times(
    ascending: Mapping[str, Sequence[float]], lately: Mapping[str, Sequence[float]]
) -> tuple[KindTime, ...]:
    """The times by kind, the most answered first; `lately` are the last 100 answers of each."""
    found: list[KindTime] = []
    for kind, seconds in ascending.items():
        enough = len(seconds) >= FEWEST
        found.append(
            KindTime(
                kind=kind,
                answers=len(seconds),
                lower=quantile(seconds, 0.25) if enough else None,
                median=quantile(seconds, 0.5),
                upper=quantile(seconds, 0.75) if enough else None,
                lately=quantile(sorted(lately.get(kind) or seconds), 0.5),
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.answers, each.kind)))


def quantile(ascending: Sequence[float], part: float) -> float:
    """The value below which `part` (0 to 1) of the values lie, between two of them by proportion.

    As `statistics.quantiles` with the method "inclusive" (R's type 7); IndexError of none.
    """
    place = (len(ascending) - 1) * part
    below = int(place)
    if place == below:
        return ascending[below]
    return ascending[below] + (ascending[below + 1] - ascending[below]) * (place - below)
