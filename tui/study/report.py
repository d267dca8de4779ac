"""What Home says of the weeks behind: weakest topics, days studied."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from tui.clock import today
from tui.progress import log as progress_log
from tui.progress import memories
from tui.schedule.forgetting import retrievability
from tui.study.desk import Desk

DAYS = 28
WEAKEST = 5


@dataclass(frozen=True, slots=True)
class TopicRecall:
    """A topic's title, the mean chance of recall now of its seen questions, and how many are seen.

    recall is None where none was seen.
    """

    topic: str
    recall: float | None
    seen: int
    of: int


@dataclass(frozen=True, slots=True)
class HomeReport:
    """weakest: lowest recall first. days: answers a day, oldest first, today last.

    streak: days in a row with an answer, up to today or yesterday. answers: those of `days`.
    findings: one sentence for each bank with faults.
    """

    weakest: tuple[TopicRecall, ...]
    days: tuple[int, ...]
    streak: int
    answers: int
    findings: tuple[str, ...]


def home_report(desk: Desk) -> HomeReport:
    """Reads every memory: call it where nothing waits for it."""
    day = today(desk.clock)
    activity = progress_log.activity(desk.progress, day - timedelta(days=365))
    studied = {d for d, a in activity.items() if a.answers}
    days = tuple(
        activity[d].answers if d in activity else 0
        for d in (day - timedelta(days=back) for back in range(DAYS - 1, -1, -1))
    )
    return HomeReport(
        weakest=weakest_topics(desk),
        days=days,
        streak=streak(studied, day),
        answers=sum(days),
        findings=tuple(desk.index.faults()),
    )


def streak(studied: set[date], day: date) -> int:
    """Days in a row in `studied`, counted back from `day`, or from the day before if not yet."""
    if day not in studied:
        day -= timedelta(days=1)
    count = 0
    while day in studied:
        count += 1
        day -= timedelta(days=1)
    return count


def weakest_topics(desk: Desk) -> tuple[TopicRecall, ...]:
    """The seen topics with the lowest mean chance of recall now, the lowest first."""
    day = today(desk.clock)
    known = memories.every(desk.progress)
    recalls: dict[str, list[float]] = defaultdict(list)
    sizes: dict[str, int] = defaultdict(int)
    for row in desk.index.rows(None):
        sizes[row.topic] += 1
        memory = known.get(row.ref)
        if memory is not None:
            elapsed = (day - memory.last_day).days
            recalls[row.topic].append(retrievability(memory.stability, elapsed))
    topics = desk.index.topics()
    found = [
        TopicRecall(
            topic=topics[name].title if name in topics else name,
            recall=sum(values) / len(values),
            seen=len(values),
            of=sizes[name],
        )
        for name, values in recalls.items()
    ]
    return tuple(sorted(found, key=lambda t: (t.recall or 0.0, t.topic))[:WEAKEST])
