"""What will be due in the days to come, and how long it is expected to take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tui.clock import today as study_today
from tui.progress import history
from tui.progress import log as progress_log
from tui.schedule.forgetting import retrievability
from tui.schedule.seconds import Pace
from tui.study.changes import changed_answers
from tui.study.desk import Desk
from tui.study.parking import parked_refs

DAYS = 30


@dataclass(frozen=True, slots=True)
class DueDay:
    """Questions that come due on one study day, and the minutes that they are expected to take."""

    day: date
    due: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Workload:
    """The questions due from `days`' first day, today, on; `overdue` those due before, still open.

    Each question counts once: what is answered comes back, perhaps within these days, and that is
    not counted, nor are questions that were never asked. overdue's day is that of the oldest.
    """

    overdue: DueDay
    days: tuple[DueDay, ...]


def workload(desk: Desk) -> Workload:
    """The work that waits in the next 30 study days; parked questions are left out.

    A question whose answer has changed is due today, and counts as forgotten.
    """
    today = study_today(desk.clock)
    pace = Pace.of(progress_log.seconds_by_kind(desk.progress))
    kinds = desk.index.kinds()
    changed = changed_answers(desk).keys()
    parked = parked_refs(desk)
    counts, seconds = [0] * (DAYS + 1), [0.0] * (DAYS + 1)
    oldest = today.toordinal()
    begin, scale = oldest, _Seconds(pace)
    for ref, due_text, last_text, stability, _ in history.coming(
        desk.progress, today + timedelta(days=DAYS - 1)
    ):
        kind = kinds.get(ref)
        if kind is None or ref in parked or ref in changed:
            continue
        due = date.fromisoformat(due_text).toordinal()
        asked = max(due, begin)
        elapsed = asked - date.fromisoformat(last_text).toordinal()
        # Place 0 is for what is overdue.
        place = 0 if due < begin else due - begin + 1
        counts[place] += 1
        seconds[place] += scale(kind, retrievability(stability, elapsed))
        oldest = min(oldest, due)
    for ref in changed:
        if (kind := kinds.get(ref)) is not None and ref not in parked:
            counts[1] += 1
            seconds[1] += scale(kind, 0.0)
    return Workload(
        DueDay(date.fromordinal(oldest), counts[0], seconds[0] / 60),
        tuple(
            DueDay(today + timedelta(days=n), counts[n + 1], seconds[n + 1] / 60)
            for n in range(DAYS)
        ),
    )


class _Seconds:
    """Expected seconds by kind and recall: a straight line a kind, worked out once."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._lines: dict[str, tuple[float, float]] = {}

    def __call__(self, kind: str, recall: float) -> float:
        if kind not in self._lines:
            wrong, right = self._pace.seconds(kind, 0.0), self._pace.seconds(kind, 1.0)
            self._lines[kind] = (wrong, right - wrong)
        wrong, gained = self._lines[kind]
        return wrong + gained * recall
