"""What another device has flagged, parked or set, in the words of the commands that do so here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.progress.marks import Mark

LONGEST = 60
"""Characters of a value; a plan may have weights for thousands of topics."""


def mark_words(mark: Mark) -> str:
    """`mark` as a clause, such as "exam day: 10 Feb 2027"."""
    from tui.study.syncing.shared import IN_WORDS

    if mark.what == "flag":
        return f"{mark.name} is {'not flagged any more' if mark.value is None else 'flagged'}"
    if mark.what == "parked":
        return f"{mark.name} is {'asked again' if mark.value is None else 'parked'}"
    name = IN_WORDS.get(mark.name, mark.name)
    if mark.value is None:
        return f"{name}: taken back"
    value = _value_words(mark.name, mark.value)
    if not value:
        return name
    return f"{name}: {value if len(value) <= LONGEST else value[: LONGEST - 1] + '…'}"


def _value_words(name: str, value: str) -> str:
    """The value as the Plan says it; "" where it says nothing to a learner."""
    from tui.study import exam_day, in_force, last_trial, minutes
    from tui.study.exam.exam_words import written
    from tui.study.exam.plan_words import week_words, weight_words
    from tui.study.exam.study_plan import PAPERS, TOPICS, StudyPlan, read

    match name:
        case exam_day.SETTING | minutes.SET_ON:
            return written(date.fromisoformat(value))
        case minutes.BY_WEEKDAY:
            return week_words(StudyPlan(None, minutes.read_week(value)))
        case str() if name == PAPERS:
            return weight_words(StudyPlan(None, (), papers=read(value)))
        case str() if name == TOPICS:
            return weight_words(StudyPlan(None, (), topics=read(value)))
        case in_force.SETTING | last_trial.SETTING:
            return ""
    return value
