"""Reads what the plan comes to, from the banks, the log and the outlook, what is quick first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from random import Random

from tui.progress import log as progress_log
from tui.study.desk import Desk
from tui.study.exam.expected import Expected
from tui.study.exam.outlook import Outlook, outlook
from tui.study.exam.past_forecasts import past_forecasts
from tui.study.exam.plan_report import (
    FURTHER,
    LESS,
    SHORTEST,
    STEP,
    MarksRow,
    PlanReport,
    Step,
    seconds_by_day,
    shifted,
)
from tui.study.exam.rules import rules_of
from tui.study.exam.study_plan import study_plan
from tui.study.kept import kept
from tui.study.learner import learner
from tui.study.ranking import all_questions
from tui.study.standing import Standing, Standings, standings
from tui.study.topic_tree import depth, in_tree_order, papers_of, parents_of
from tui.study.topics import paper_title

SEED = 2027
"""Of the simulated learners: the same ones for each plan, so that plans can be compared."""


def plan_reports(desk: Desk, stop: Callable[[], bool] = lambda: False) -> Iterator[PlanReport]:
    """Reports that tell ever more; the last one tells all.

    StoppedError soon after `stop` says so.
    """
    found = standings(desk)
    report = PlanReport(
        plan=study_plan(desk),
        today=found.day,
        exam=found.exam,
        until=found.horizon,
        rules=rules_of(desk.folder.root),
        questions=len(found.rows),
        seen=sum(row.memory is not None for row in found.rows),
    )
    if not found.rows:
        yield replace(report, weeks=())
        return
    report = _with_rows(desk, report, found)
    yield report
    if report.days:
        own = _step(desk, report, 0, stop)
        report = _with_outlook(desk, report, own)
        yield report
    report = replace(report, weeks=past_forecasts(desk, report.until, report.today))
    yield report
    if not report.days:
        return
    usual = report.plan.usual
    if usual > SHORTEST:
        report = replace(report, less=_step(desk, report, -min(LESS, usual - SHORTEST), stop))
        yield report
    for more in range(STEP, (FURTHER + 1) * STEP, STEP):
        report = replace(report, steps=(*report.steps, _step(desk, report, more, stop)))
        yield report


def _step(desk: Desk, report: PlanReport, more: int, stop: Callable[[], bool]) -> Step:
    """What so many more minutes on each day of study come to; kept while nothing changes.

    Every number of minutes is tried on the same simulated learners.
    """
    plan = shifted(report.plan, more)
    days = seconds_by_day(plan, report.today, report.until, spent_today(desk, report))
    extra = (plan.minutes, report.until)
    found = kept(desk, f"outlook {more}", extra, lambda: _outlook(desk, days, report.until, stop))
    return Step(more, plan.usual, found)


def _outlook(
    desk: Desk, days: list[tuple[date, float]], until: date, stop: Callable[[], bool]
) -> Outlook:
    rows, questions = all_questions(desk)
    of = learner(desk)
    return outlook(
        questions,
        days,
        until,
        of.correction,
        Random(SEED),
        topics=[row.topic for row in rows],
        first_right=of.first_right,
        weights=of.weights,
        stop=stop,
    )


def _with_outlook(desk: Desk, report: PlanReport, own: Step) -> PlanReport:
    """The plan's own outlook, and what papers and topics can expect of it."""
    topics = desk.index.topics()
    named = list(own.outlook.weight)
    papers = {
        row.id: [name for name in named if row.id in papers_of([name], topics)]
        for row in report.papers
    }
    return replace(
        report,
        outlook=own.outlook,
        steps=(own,),
        papers=tuple(replace(row, kept=own.outlook.of(papers[row.id])) for row in report.papers),
        topics=tuple(
            replace(
                row,
                kept=own.outlook.of(
                    [name for name in named if name == row.id or name.startswith(f"{row.id}.")]
                ),
            )
            for row in report.topics
        ),
    )


def _with_rows(desk: Desk, report: PlanReport, found: Standings) -> PlanReport:
    """Papers and topics as they stand."""
    topics = desk.index.topics()
    by_topic: defaultdict[str, list[Standing]] = defaultdict(list)
    for row in found.rows:
        by_topic[row.topic].append(row)
    parents = parents_of(by_topic, topics)
    under: defaultdict[str, list[Standing]] = defaultdict(list)
    by_paper: defaultdict[str, list[Standing]] = defaultdict(list)
    for topic, rows in by_topic.items():
        at: str | None = topic
        while at is not None:
            under[at] += rows
            at = parents[at]
        for paper in papers_of([topic], topics):
            by_paper[paper] += rows
    keys = {topic: (topics[topic].title if topic in topics else topic) for topic in by_topic}
    rules = report.rules
    return replace(
        report,
        standing=_expected(found.rows, found).share(),
        topics=tuple(
            _row(
                name,
                topics[name].title if name in topics else name,
                under[name],
                found,
                depth(name, parents),
            )
            for name in in_tree_order(parents, keys)
        ),
        papers=tuple(
            replace(
                _row(paper, paper_title(paper), rows, found),
                to_pass=rules.to_pass(paper),
                compulsory=rules.is_compulsory(paper),
            )
            for paper, rows in sorted(by_paper.items())
        ),
    )


def _row(name: str, title: str, rows: list[Standing], found: Standings, deep: int = 0) -> MarksRow:
    expected = _expected(rows, found)
    return MarksRow(
        id=name,
        title=title,
        depth=deep,
        weight=expected.weight,
        questions=len(rows),
        seen=sum(row.memory is not None for row in rows),
        standing=expected.share(),
        kept=None,
    )


def _expected(rows: Iterable[Standing], found: Standings) -> Expected:
    expected = Expected(found.calibration)
    for row in rows:
        if row.memory is None:
            expected.unseen(row.weight, row.guess)
        else:
            days = max(0, (found.horizon - row.memory.last_day).days)
            expected.seen(row.topic, row.weight, row.guess, row.memory.stability, days)
    return expected


def spent_today(desk: Desk, report: PlanReport) -> float:
    """Seconds of study that today has seen already."""
    activity = progress_log.activity(desk.progress, report.today).get(report.today)
    return activity.seconds if activity else 0.0
