"""In which order what a filter finds is asked."""

from __future__ import annotations

from collections.abc import Sequence

from tui.study.candidates import waiting
from tui.study.desk import Desk
from tui.study.parking import parked_refs
from tui.study.queue import interleaved, plan
from tui.study.standing import standings
from tui.study.weak import candidate_of, fitting


def filtered_queue(
    desk: Desk, seconds: float, found: Sequence[str], without: frozenset[str], *, practice: bool
) -> tuple[str, ...]:
    """Those of `found` to ask in the next `seconds`: due ones, then unseen ones, then others.

    The others are those that win most for their time first. What was answered today is not asked
    again, but for practice. found: in the banks' order.
    """
    first = waiting(desk, seconds, among=found, without=without)
    order = plan(first.due, first.new, seconds)
    left = seconds - sum(candidate.seconds for candidate in order)
    waits = {candidate.ref for candidate in (*first.due, *first.new)}
    others = frozenset(found) - waits - without - parked_refs(desk)
    if left > 0 and others:
        known = standings(desk)
        rows = [
            row
            for row in known.rows
            if row.ref in others
            and row.memory is not None
            and (practice or row.memory.last_day < known.day)
        ]
        rows.sort(key=lambda row: row.gain / row.seconds, reverse=True)
        chosen = fitting(rows, left, at_least=0 if order else 1)
        order += interleaved([candidate_of(row) for row in chosen])
    return tuple(candidate.ref for candidate in order)
