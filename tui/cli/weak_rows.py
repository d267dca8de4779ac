"""`cssprep weak --json`: the figures for programs, in full precision."""

from __future__ import annotations

from tui.cli.estimate_rows import estimate_row
from tui.study.estimate import Share
from tui.study.prospect import Prospect
from tui.study.topics import ENOUGH, HISTORY_DAYS, TopicReport, TopicStanding
from tui.study.weighing import MARKS


def as_rows(report: TopicReport, minutes: int, prospect: Prospect) -> dict[str, object]:
    """All figures: chances and shares from 0 to 1, marks of 100, times in minutes, days as ISO."""
    best = report.best
    return {
        "day": report.day.isoformat(),
        "exam_day": report.exam.isoformat() if report.exam else None,
        "looks_ahead_to": report.horizon.isoformat(),
        "marks": MARKS,
        "history_days": HISTORY_DAYS,
        "enough_answers": ENOUGH,
        "calibration": {
            "shift_logits": report.calibration.shift,
            "slope_logits": report.calibration.slope,
            "forecasts": report.calibration.answers,
        },
        "topics": [_row(topic) for topic in report.topics],
        "papers": [_row(topic) for topic in report.papers],
        "best_topic": best.id if best else None,
        "session": {
            "minutes": minutes,
            "questions": prospect.questions,
            "marks_won": prospect.won,
        },
    }


def _row(topic: TopicStanding) -> dict[str, object]:
    return {
        "id": topic.id,
        "title": topic.title,
        "depth": topic.depth,
        "papers": list(topic.papers),
        "questions": topic.questions,
        "own_questions": topic.own,
        "seen": topic.seen,
        "marks": topic.weight,
        "answers": topic.answers,
        "too_few_to_tell": topic.few,
        "recall_today": estimate_row(topic.recall),
        "recall_ahead": estimate_row(topic.recall_exam),
        "accuracy": _share(topic.accuracy),
        "lapses": topic.lapses,
        "marks_at_stake": topic.at_stake,
        "minutes": topic.minutes,
        "marks_won": topic.won,
        "marks_per_minute": topic.per_minute,
    }


def _share(share: Share | None) -> dict[str, float] | None:
    if share is None:
        return None
    return {
        "right": share.right,
        "of": share.of,
        "share": share.rate,
        "low": share.low,
        "high": share.high,
    }
