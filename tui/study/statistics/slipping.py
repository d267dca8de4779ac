"""How many questions keep slipping, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tui.log import Review
from tui.memory import Grade
from tui.progress.history import Answer
from tui.study.desk import Desk
from tui.study.leeches import IN_A_ROW, leech_state
from tui.study.parking import parked_refs
from tui.study.statistics.totals import Leech


@dataclass(frozen=True, slots=True)
class Leeches:
    """Questions of the banks that are leeches, parked ones left out; parked; recalled again.

    right, missed: answers that count to today's leeches since they are. Which questions these are
    `leech_report` tells.
    """

    now: int
    parked: int
    cured: int
    right: int
    missed: int


def leech_of(answers: Sequence[Answer]) -> Leech | None:
    """What `answers`, all of one question in order of time, make of it; None of one never was."""
    if sum(not each.practice and each.grade == Grade.AGAIN for each in answers) < IN_A_ROW:
        return None
    state = leech_state(map(_review, answers))
    if state.since is None:
        return None
    return Leech(state.cured is not None, state.right_since, state.missed_since)


def leeches(desk: Desk, known: Mapping[str, Leech]) -> Leeches:
    """How many there are of those `known` that are in the banks."""
    parked = parked_refs(desk)
    present = {row.ref for row in desk.index.rows([*known, *parked])}
    asked = [leech for ref, leech in known.items() if ref in present and ref not in parked]
    now = [leech for leech in asked if not leech.cured]
    return Leeches(
        now=len(now),
        parked=len(parked & present),
        cured=len(asked) - len(now),
        right=sum(leech.right for leech in now),
        missed=sum(leech.missed for leech in now),
    )


def _review(answer: Answer) -> Review:
    """`answer` as far as the state of a leech depends on it."""
    return Review(
        id=answer.id,
        question=answer.question,
        at=datetime.fromisoformat(answer.at),
        day=date.fromisoformat(answer.day),
        kind=answer.kind,
        answer=(),
        score=0.0,
        parts=(),
        grade=Grade(answer.grade),
        seconds=answer.seconds,
        device="",
        key=answer.key,
        practice=bool(answer.practice),
    )
