"""Leeches: questions that slip again and again, and what came of them, told by their answers.

After eight lapses, or four misses without a success between, asking once more costs time and
teaches little: such a question is asked with help instead. Practice answers change nothing here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tui.log import Review
from tui.memory import Grade

LAPSES = 8
"""From so many misses of what had been recalled before, a question is a leech."""
IN_A_ROW = 4
"""From so many misses without a success between, too."""
CURED_AFTER = 2
"""Later days on which it must be recalled in full, without a miss between, to be one no more."""


@dataclass(frozen=True, slots=True)
class LeechState:
    """What the answers to one question say of it.

    since: the answer with which it became a leech; None if it never did. cured: the answer with
    which it was one no more, after that; None while it is one.
    lapses: misses of what had been recalled before. in_a_row: misses since the last success. Both
    count from the newest answer key, or from the cure.
    good_days: later days since the last miss on which it was recalled. right_since, missed_since:
    answers after `since`.
    """

    since: Review | None = None
    cured: Review | None = None
    lapses: int = 0
    in_a_row: int = 0
    good_days: frozenset[date] = frozenset()
    right_since: int = 0
    missed_since: int = 0

    @property
    def is_leech(self) -> bool:
        """Whether it is one now."""
        return self.since is not None and self.cured is None

    @property
    def needs_help(self) -> bool:
        """Whether it is to come with help the next time: a leech that was missed at last."""
        return self.is_leech and self.in_a_row > 0


NEVER = LeechState()
"""The state of a question without an answer."""


def leech_state(reviews: Iterable[Review]) -> LeechState:
    """The state that `reviews` of one question leave: those that stand, in order of time."""
    state, key, recalled = LeechState(), "", False
    for review in reviews:
        if review.practice:
            continue
        if key and review.key and review.key != key:
            state, recalled = LeechState(), False
        key = review.key or key
        if review.grade is Grade.AGAIN:
            state = _missed(state, review, recalled)
        else:
            state, recalled = _right(state, review), True
    return state


def _missed(state: LeechState, review: Review, recalled: bool) -> LeechState:
    lapses, in_a_row = state.lapses + recalled, state.in_a_row + 1
    state = replace(state, lapses=lapses, in_a_row=in_a_row, good_days=frozenset())
    if state.is_leech:
        return replace(state, missed_since=state.missed_since + 1)
    if lapses >= LAPSES or in_a_row >= IN_A_ROW:
        return replace(state, since=review, cured=None, right_since=0, missed_since=0)
    return replace(state, missed_since=state.missed_since + (state.since is not None))


def _right(state: LeechState, review: Review) -> LeechState:
    right = state.right_since + (state.since is not None)
    state = replace(state, in_a_row=0, right_since=right)
    if not state.is_leech or state.since is None or review.day <= state.since.day:
        return state
    days = state.good_days | {review.day}
    if len(days) < CURED_AFTER:
        return replace(state, good_days=days)
    return replace(state, good_days=days, cured=review, lapses=0)
