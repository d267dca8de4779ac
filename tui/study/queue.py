"""Which questions are worth asking now, and in which order, within the minutes there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LOOK_AHEAD = 8
"""How far down the list a question of another topic may be fetched from."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be asked.

    recall: the chance that it is recalled today, 0 to 1; None if it was never asked.
    seconds: what asking it is expected to take.
    """

    ref: str
    topic: str
    recall: float | None
    seconds: float


def plan(due: Iterable[Candidate], new: Iterable[Candidate], seconds: float) -> list[Candidate]:
    """Due questions, the most forgotten first, then new ones in their order, for `seconds`.

    Due and new ones are each put so that neighbours are of different topics where there is a
    choice. What would overrun the time is left out, but one question is always asked if there is
    one.
    """
    forgotten = sorted(due, key=lambda c: (c.recall if c.recall is not None else 0.0, c.ref))
    old = _fitting(forgotten, seconds, at_least=1)
    left = seconds - sum(candidate.seconds for candidate in old)
    fresh = _fitting(list(new), left, at_least=0 if old else 1) if left > 0 else []
    return interleaved(old) + interleaved(fresh)


def _fitting(candidates: Sequence[Candidate], seconds: float, at_least: int) -> list[Candidate]:
    """Those of `candidates`, from the first on, that fit into `seconds`."""
    fitting: list[Candidate] = []
    left = seconds
    for candidate in candidates:
        if candidate.seconds <= left or len(fitting) < at_least:
            fitting.append(candidate)
            left -= candidate.seconds
        if left <= 0:
            break
    return fitting


def interleaved(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same candidates, each followed by one of another topic if one is near enough.

    The order is kept otherwise: a candidate is overtaken by at most `LOOK_AHEAD` others in a row.
    """
    rest = list(candidates)
    order: list[Candidate] = []
    start = 0
    overtaken = 0
    while start < len(rest):
        chosen = start
        if order and overtaken < LOOK_AHEAD:
            window = range(start, min(start + LOOK_AHEAD, len(rest)))
            chosen = next((i for i in window if rest[i].topic != order[-1].topic), start)
        overtaken = overtaken + 1 if chosen != start else 0
        order.append(rest[chosen])
        # Move the passed-over ones up by one: the window is short, the list may be long.
        rest[start + 1 : chosen + 1] = rest[start:chosen]
        start += 1
    return order
