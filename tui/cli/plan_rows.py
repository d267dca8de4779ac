"""`cssprep plan --json`: the figures for programs, in full precision."""

from __future__ import annotations

from tui.cli.estimate_rows import estimate_row
from tui.study.exam.outlook import Outlook
from tui.study.exam.plan_report import MarksRow, PlanReport, Step
from tui.study.exam.study_plan import WEEKDAYS
from tui.study.weighing import MARKS


def as_rows(report: PlanReport) -> dict[str, object]:
    """All figures: shares from 0 to 1, minutes, days as ISO; null where nothing is known."""
    plan = report.plan
    return {
        "day": report.today.isoformat(),
        "exam_day": plan.exam.isoformat() if plan.exam else None,
        "looks_ahead_to": report.until.isoformat(),
        "days_left": report.days if report.exam else None,
        "minutes": {
            name.lower(): minutes for name, minutes in zip(WEEKDAYS, plan.minutes, strict=True)
        },
        "paper_marks": dict(plan.papers),
        "topic_factors": dict(plan.topics),
        "marks": MARKS,
        "questions": report.questions,
        "seen": report.seen,
        "if_nothing_more_is_studied": estimate_row(report.standing),
        "if_the_plan_is_kept": _outlook(report.outlook),
        "at_other_minutes": [
            _step(step) for step in ([report.less] if report.less else []) + list(report.steps)
        ],
        "pass": {
            "compulsory": report.rules.compulsory,
            "optional": report.rules.optional,
            "aggregate": report.rules.aggregate,
        },
        "papers": [_row(row) for row in report.papers],
        "topics": [_row(row) for row in report.topics],
        "days": [
            {
                "day": load.day.isoformat(),
                "reviews": load.reviews,
                "new": load.new,
                "minutes": load.seconds / 60,
                "of_minutes": load.budget / 60,
            }
            for load in (report.outlook.days if report.outlook else ())
        ],
        "past_forecasts": [
            {"day": week.day.isoformat(), "marks": estimate_row(week.marks), "seen": week.seen}
            for week in report.weeks or ()
        ],
    }


def _outlook(outlook: Outlook | None) -> dict[str, object] | None:
    if outlook is None:
        return None
    return {
        "marks": estimate_row(outlook.marks),
        "seen": outlook.seen,
        "unseen": outlook.unseen,
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "minutes": step.minutes,
        "more": step.more,
        **(_outlook(step.outlook) or {}),
    }


def _row(row: MarksRow) -> dict[str, object]:
    return {
        "id": row.id,
        "title": row.title,
        "depth": row.depth,
        "marks": row.weight,
        "questions": row.questions,
        "seen": row.seen,
        "if_nothing_more_is_studied": estimate_row(row.standing),
        "if_the_plan_is_kept": estimate_row(row.kept),
        "pass": row.to_pass,
        "compulsory": row.compulsory if row.to_pass is not None else None,
    }
