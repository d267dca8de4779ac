"""The questions that could be asked today, with what each would take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
from tui.study.errors import StudyError
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
    topic: str | None = None,
    without: frozenset[str] = frozenset(),
) -> Waiting:
    """What waits today: as many as could fit into `seconds`, not all there are.

    Of `topic` and those under it if given, leaving `without` out. A question whose answer has
    changed since it was last answered is due, whatever its date, and counts as forgotten.
    StudyError if no bank knows the topic.
    """
    wanted = _topic_filter(desk, topic)
    pace = Pace.of(progress_log.seconds_by_kind(desk.progress))
    day = today(desk.clock)
    due: list[Candidate] = []
    for row, memory in _due_rows(desk, seconds, without, every=topic is not None):
        if wanted(row.topic):
            elapsed = (day - memory.last_day).days
            recall = (
                retrievability(memory.stability, elapsed) if memory.counts_for(row.key) else 0.0
            )
            due.append(Candidate(row.ref, row.topic, recall, pace.seconds(row.kind, recall)))
    left = seconds - sum(candidate.seconds for candidate in due)
    new: list[Candidate] = []
    if left > 0 or not due:
        for row in _unseen(desk):
            if row.ref not in without and wanted(row.topic):
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


def _unseen(desk: Desk) -> Iterable[IndexRow]:
    refs = memories.unseen(desk.progress, desk.index.refs())
    for start in range(0, len(refs), CHUNK):
        yield from desk.index.rows(refs[start : start + CHUNK])


def _topic_filter(desk: Desk, topic: str | None) -> Callable[[str], bool]:
    if topic is None:
        return lambda _: True
    known = desk.index.topics()
    if not any(name == topic or name.startswith(topic + ".") for name in known):
        from difflib import get_close_matches

        near = get_close_matches(topic, known, n=1, cutoff=0.5)
        advice = f"Did you mean {near[0]}?" if near else "`cssprep bank list` names the topics."
        raise StudyError(f"No bank has the topic {topic}.", advice)
    return lambda name: name == topic or name.startswith(topic + ".")
