"""Shares of answers with their intervals."""

from __future__ import annotations

from tui.study.estimate import Share, wilson
from tui.study.statistics.facts import SCALE
from tui.study.statistics.totals import Recalls


def share_of(right: int, of: int) -> Share | None:
    """The share with its interval at 95 %; None of nothing."""
    return wilson(right, of) if of else None


def observed(recalls: Recalls) -> Share | None:
    """The share recalled; None of no answers."""
    return share_of(recalls.recalled, recalls.of)


def predicted(recalls: Recalls) -> float:
    """The mean of the chances of recall that were predicted; ZeroDivisionError of no answers."""
    return recalls.predicted / recalls.of / SCALE
