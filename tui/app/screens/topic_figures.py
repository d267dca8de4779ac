"""What the Topics screen shows, read in a worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tui.app.widgets.topic_lines import Table
from tui.app.widgets.topic_words import Slipping
from tui.study.desk import Desk
from tui.study.exam_day import DAYS_AHEAD, exam_day
from tui.study.kept import kept
from tui.study.leech_report import leech_report
from tui.study.parking import parked_refs
from tui.study.prospect import Prospect, winnable
from tui.study.standing import standings
from tui.study.topics import Sort, TopicReport, topic_standings

View = Literal["topics", "papers"]
TITLES: dict[View, str] = {"topics": "Weak topics", "papers": "Weak papers"}
HEADS: dict[View, str] = {"topics": "topic", "papers": "paper"}


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """All that is shown. was_set: the exam day that is set, even if it is past."""

    report: TopicReport
    tables: dict[View, Table]
    was_set: date | None
    prospect: Prospect
    answers: int


def read_figures(desk: Desk, order: Sort, minutes: int) -> Figures:
    """All figures; quick if nothing has changed since they were read last."""
    found = standings(desk)
    report = topic_standings(desk, found, order)
    ahead = "exam" if report.exam else f"{DAYS_AHEAD} days"
    prospect = kept(desk, "prospect", (found, minutes), lambda: winnable(found, minutes * 60))
    return Figures(
        report=report,
        tables={
            "topics": Table.of(report.topics, ahead),
            "papers": Table.of(report.papers, ahead),
        },
        was_set=exam_day(desk),
        prospect=prospect,
        answers=sum(topic.answers for topic in report.topics if topic.depth == 0),
    )


def count_slipping(desk: Desk) -> Slipping:
    """How many questions keep slipping, and how many are parked: looks through the log once."""
    parked = parked_refs(desk)
    found = kept(desk, "leeches", parked, lambda: leech_report(desk))
    return Slipping(len(found.leeches), len(found.parked))
