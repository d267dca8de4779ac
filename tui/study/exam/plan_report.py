"""All that the plan comes to, read step by step: what is quick first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tui.study.estimate import Estimate
from tui.study.exam.outlook import Outlook
from tui.study.exam.past_forecasts import PastForecast
from tui.study.exam.rules import Rules
from tui.study.exam.study_plan import StudyPlan, budgets

STEP = 10
"""Minutes a day between two outlooks."""
FURTHER = 3
"""How many steps up are looked at."""
SHORTEST = 5
"""Minutes a day below which nothing is looked at."""
LESS = 15
"""The minutes a day by which the first sentence says what less would come to."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a plan with `more` minutes on each day of study comes to; `minutes` on most of them."""

    more: int
    minutes: int
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class MarksRow:
    """A paper or a topic with the share of its marks to expect, 0 to 1.

    depth: 0 for papers and for topics under no other. weight: its marks of 100. standing: if
    nothing more is studied. kept: if the plan is; None where that is not known. to_pass: the pass
    mark of a paper, None for a topic. compulsory: whether everybody sits the paper.
    """

    id: str
    title: str
    depth: int
    weight: float
    questions: int
    seen: int
    standing: Estimate
    kept: Estimate | None
    to_pass: float | None = None
    compulsory: bool = False

    @property
    def expected(self) -> Estimate:
        """What is to be expected as far as it is known."""
        return self.kept or self.standing


@dataclass(frozen=True, slots=True)
class PlanReport:
    """The plan and what it comes to; what is not read yet is None or empty.

    exam: the exam day if it is today or to come. until: that day, else the day that figures look
    ahead to. standing: expected share of all marks then, if nothing more is studied. outlook: if
    the plan is kept; None where no day is left. less: the same at fewer minutes. steps: at more
    minutes a day, the plan itself first. weeks: the forecast as it was, the oldest first.
    """

    plan: StudyPlan
    today: date
    exam: date | None
    until: date
    rules: Rules
    questions: int
    seen: int
    standing: Estimate | None = None
    papers: tuple[MarksRow, ...] = ()
    topics: tuple[MarksRow, ...] = ()
    outlook: Outlook | None = None
    less: Step | None = None
    steps: tuple[Step, ...] = ()
    weeks: tuple[PastForecast, ...] | None = None

    @property
    def days(self) -> int:
        """The days of study up to `until`, today among them."""
        return (self.until - self.today).days


def shifted(plan: StudyPlan, more: int) -> StudyPlan:
    """The plan with so many more minutes on each day of study; days off stay.

    Where there are only days off, each day gets them.
    """
    if not any(plan.minutes):
        return replace(plan, minutes=(max(0, more),) * len(plan.minutes))
    week = (max(0, minutes + more) if minutes else 0 for minutes in plan.minutes)
    return replace(plan, minutes=tuple(week))


def seconds_by_day(
    plan: StudyPlan, today: date, until: date, spent: float
) -> list[tuple[date, float]]:
    """Each day before `until` with its seconds; of today's, those `spent` are gone already."""
    found = budgets(replace(plan, exam=until), today)
    if found:
        found[0] = (found[0][0], max(0.0, found[0][1] - spent))
    return found
