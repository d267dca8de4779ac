"""What Home says of the weeks behind: weakest topics, days studied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tui.clock import today
from tui.progress import log as progress_log
from tui.study.desk import Desk
from tui.study.standing import standings
from tui.study.topics import TopicStanding, topic_standings

DAYS = 28
WEAKEST = 5


@dataclass(frozen=True, slots=True)
class HomeReport:
    """weakest: the topics that win most marks per minute, the most first.

    days: answers a day, oldest first, today last. streak: days in a row with an answer, up to today
    or yesterday. answers: those of `days`. findings: one sentence for each bank with faults.
    """

    weakest: tuple[TopicStanding, ...]
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


def weakest_topics(desk: Desk) -> tuple[TopicStanding, ...]:
    """The topics that win most marks per minute, the most first; none before the first answer."""
    report = topic_standings(desk, standings(desk))
    if not any(topic.seen for topic in report.topics):
        return ()
    able = [topic for topic in report.topics if topic.own and topic.won > 0]
    return tuple(sorted(able, key=lambda topic: (-topic.per_minute, topic.title))[:WEAKEST])
