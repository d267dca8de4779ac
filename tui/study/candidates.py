"""The questions that could be asked today, with what each would take."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.banks.index import IndexRow
from tui.clock import today
from tui.memory import Memory
from tui.progress import log as progress_log
from tui.progress import memories
from tui.schedule.forgetting import retrievability
from tui.schedule.seconds import Pace
from tui.study.changes import changed_answers
from tui.study.desk import Desk
from tui.study.parking import parked_refs
from tui.study.queue import Candidate

CHUNK = 200
"""How many unseen questions are looked at in one go."""

QUICKEST = 4.0
"""Seconds: no answer is expected sooner, so no more due ones fit than the time holds of these."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What could be asked: due questions, and the first unseen ones in the banks' order."""

    due: tuple[Candidate, ...]
    new: tuple[Candidate, ...]


def waiting(
    desk: Desk,
    seconds: float,
    *,
    among: Collection[str] | None = None,
    without: frozenset[str] = frozenset(),
) -> Waiting:
    """What waits today: as many as could fit into `seconds`, not all there are.

    Of the questions `among`, in their order, if given; leaving out what is parked and `without`. A
    question whose answer has changed since it was last answered is due, whatever its date, and
    counts as forgotten.
    """
    without |= parked_refs(desk)
    wanted = None if among is None else frozenset(among)
    pace = Pace.of(progress_log.seconds_by_kind(desk.progress))
    day = today(desk.clock)
    due: list[Candidate] = []
    for row, memory in _due_rows(desk, seconds, without, every=wanted is not None):
        if wanted is None or row.ref in wanted:
            elapsed = (day - memory.last_day).days
            recall = (
                retrievability(memory.stability, elapsed) if memory.counts_for(row.key) else 0.0
            )
            due.append(Candidate(row.ref, row.topic, recall, pace.seconds(row.kind, recall)))
    left = seconds - sum(candidate.seconds for candidate in due)
    new: list[Candidate] = []
    if left > 0 or not due:
        for row in _unseen(desk, desk.index.refs() if among is None else list(among)):
            if row.ref not in without:
                candidate = Candidate(row.ref, row.topic, None, pace.seconds(row.kind, None))
                new.append(candidate)
                left -= candidate.seconds
                if left <= 0:
                    break
    return Waiting(tuple(due), tuple(new))


def _due_rows(
    desk: Desk, seconds: float, without: frozenset[str], *, every: bool
) -> Iterator[tuple[IndexRow, Memory]]:
    """Due questions that are still in the banks, with their memories."""
    changed = changed_answers(desk)
    limit = int(seconds / QUICKEST) + len(without) + 20
    while True:
        found = memories.due(desk.progress, today(desk.clock), None if every else limit)
        by_ref = {**dict(found), **changed}
        rows = desk.index.rows([ref for ref in by_ref if ref not in without])
        # Questions that left the banks took places of the limit: look farther if many did.
        if every or len(found) < limit or len(rows) >= limit // 2:
            break
        limit *= 4
    return ((row, by_ref[row.ref]) for row in rows)


def _unseen(desk: Desk, refs: Sequence[str]) -> Iterable[IndexRow]:
    unseen = memories.unseen(desk.progress, refs)
    for start in range(0, len(unseen), CHUNK):
        yield from desk.index.rows(unseen[start : start + CHUNK])
