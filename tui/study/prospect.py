"""What a session on weak topics is expected to win."""

from __future__ import annotations

from dataclasses import dataclass

from tui.study.standing import Standings
from tui.study.weak import fitting, most_worth


@dataclass(frozen=True, slots=True)
class Prospect:
    """questions: how many fit. won: the marks of 100 that they win on the day looked ahead to."""

    questions: int
    won: float


def winnable(standings: Standings, seconds: float) -> Prospect:
    """What the next `seconds` win when they go to what wins most for each second."""
    chosen = fitting(most_worth(standings.rows), seconds)
    return Prospect(len(chosen), sum(row.gain for row in chosen))
