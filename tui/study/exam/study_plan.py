"""The learner's plan: the exam day, minutes by weekday, what papers and topics are worth."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tui.progress import settings
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.exam_day import exam_day, set_exam_day
from tui.study.minutes import (
    BY_WEEKDAY,
    DAYS_A_WEEK,
    MOST,
    SET_ON,
    last_minutes,
    minutes_by_weekday,
)

PAPERS, TOPICS = "paper_marks", "topic_factors"
PAPER_MARKS = 100.0
"""Marks of a paper for which none were set."""
MOST_MARKS = 1000.0
MOST_WEIGHTS = 10_000
"""Papers, or topics, that can have one: many more than all banks together know."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """What the learner has set.

    exam: the exam day, even if it is past; None if none is set. minutes: seven, Monday first; 0 is
    a day off. papers: marks by paper; topics: factor by topic, which holds for those under it, too.
    What is in neither counts as it does without a plan.
    """

    exam: date | None
    minutes: tuple[int, ...]
    papers: Mapping[str, float] = field(default_factory=dict)
    topics: Mapping[str, float] = field(default_factory=dict)

    @property
    def days_off(self) -> tuple[int, ...]:
        """The weekdays without minutes, Monday being 0."""
        return tuple(day for day, minutes in enumerate(self.minutes) if minutes == 0)

    def with_minutes(self, minutes: int) -> StudyPlan:
        """So many minutes on every day but days off; on all days where all are off."""
        off = set(self.days_off)
        if len(off) == DAYS_A_WEEK:
            off = set()
        week = (0 if day in off else minutes for day in range(DAYS_A_WEEK))
        return replace(self, minutes=tuple(week))

    def with_day(self, weekday: int, minutes: int) -> StudyPlan:
        """So many minutes on one weekday, Monday being 0; 0 makes it a day off."""
        week = list(self.minutes)
        week[weekday] = minutes
        return replace(self, minutes=tuple(week))

    @property
    def usual(self) -> int:
        """The minutes that most days have, days off left out; the most if that is a draw."""
        studied = [minutes for minutes in self.minutes if minutes]
        return max(studied, key=lambda minutes: (studied.count(minutes), minutes), default=0)


def study_plan(desk: Desk) -> StudyPlan:
    """The plan as it is set; every day has the minutes set last for a session where none were."""
    return StudyPlan(
        exam=exam_day(desk),
        minutes=minutes_by_weekday(desk) or (last_minutes(desk),) * DAYS_A_WEEK,
        papers=_read(settings.get(desk.progress, PAPERS)),
        topics=_read(settings.get(desk.progress, TOPICS)),
    )


def keep(desk: Desk, plan: StudyPlan) -> None:
    """Keeps `plan`; only what is new in it has to make sense.

    StudyError for an exam day that is not to come, minutes that no day has, a paper or topic that
    no bank knows, or a weight that is none.
    """
    before = study_plan(desk)
    if len(plan.minutes) != DAYS_A_WEEK:
        raise StudyError(f"A week has 7 days, not {len(plan.minutes)}.")
    for minutes in plan.minutes:
        if not 0 <= minutes <= MOST:
            raise StudyError(
                f"No day has {minutes:,} minutes for study.",
                f"Give a whole number from 0, a day off, to {MOST:,}.",
            )
    if (plan.papers, plan.topics) != (before.papers, before.topics):
        _check_weights(desk, plan, before)
    if plan.exam != before.exam:
        set_exam_day(desk, plan.exam)
    with desk.progress.transaction():
        if plan.minutes != before.minutes:
            settings.put(desk.progress, BY_WEEKDAY, ",".join(map(str, plan.minutes)))
            # What was chosen for today alone was chosen before.
            settings.put(desk.progress, SET_ON, None)
        settings.put(desk.progress, PAPERS, _written(plan.papers))
        settings.put(desk.progress, TOPICS, _written(plan.topics))


def budgets(plan: StudyPlan, today: date) -> list[tuple[date, float]]:
    """Each day from `today` to the one before the exam, with its seconds; none without an exam."""
    if plan.exam is None:
        return []
    days = (today + timedelta(days=ahead) for ahead in range((plan.exam - today).days))
    return [(day, plan.minutes[day.weekday()] * 60.0) for day in days]


def weekday(text: str) -> int:
    """The weekday that `text` names, such as fri or Friday, Monday being 0; else a StudyError."""
    name = text.strip().lower()
    for place, known in enumerate(WEEKDAYS):
        if len(name) >= 2 and known.lower().startswith(name):
            return place
    from difflib import get_close_matches

    short = [known[:3].lower() for known in WEEKDAYS]
    whole = [known.lower() for known in WEEKDAYS]
    near = get_close_matches(name, whole + short, n=1, cutoff=0.5)
    advice = f"Did you mean {near[0]}?" if near else f"Write one of {', '.join(short)}."
    raise StudyError(f"“{text}” is no day of the week.", advice)


def _check_weights(desk: Desk, plan: StudyPlan, before: StudyPlan) -> None:
    known = desk.index.topics()
    papers = {paper for topic in known.values() for paper in topic.papers}
    topics = {above for topic in known for above in _upwards(topic)}
    _require_known("paper", plan.papers.keys() - before.papers.keys(), papers)
    _require_known("topic", plan.topics.keys() - before.topics.keys(), topics)
    for name, value in [*plan.papers.items(), *plan.topics.items()]:
        if not _is_weight(value):
            advice = f"Give a number from 0 to {MOST_MARKS:,.0f}."
            raise StudyError(f"{value:g} is no weight for {name}.", advice)
    if known and not any(counts(plan, topic.id, topic.papers) for topic in known.values()):
        raise StudyError("Then no question would count for anything.", "Leave one paper above 0.")


def counts(plan: StudyPlan, topic: str, papers: Iterable[str]) -> float:
    """By how much the weight of `topic`, which counts for `papers`, is multiplied.

    The marks of its papers by 100, once marks are set for any paper, times the factors of the topic
    and of all that it stands under.
    """
    found = 1.0
    if plan.papers:
        marks = [plan.papers.get(paper, PAPER_MARKS) for paper in papers]
        found = sum(marks) / PAPER_MARKS if marks else 1.0
    for name in _upwards(topic):
        found *= plan.topics.get(name, 1.0)
    return found


def _upwards(topic: str) -> list[str]:
    """`topic` and all that it stands under."""
    parts = topic.split(".")
    return [".".join(parts[: place + 1]) for place in range(len(parts))]


def _require_known(what: str, names: Iterable[str], known: Iterable[str]) -> None:
    from tui.study.filters.errors import suggestion

    there = sorted(known)
    for name in sorted(names):
        if name not in there:
            raise StudyError(f"No bank has the {what} {name}.", suggestion(name, there, f"{what}s"))


def _written(weights: Mapping[str, float]) -> str | None:
    """A line for each; None for none."""
    return "\n".join(f"{name}={weights[name]!r}" for name in sorted(weights)) or None


def read(text: str) -> dict[str, float]:
    """The weights, by paper or topic, that were kept as `text`; ValueError if one is none."""
    lines = text.splitlines()
    if len(lines) > MOST_WEIGHTS:
        raise ValueError(f"more than {MOST_WEIGHTS:,} weights")
    return dict(map(_weight, lines))


def _read(text: str | None) -> dict[str, float]:
    found: dict[str, float] = {}
    for line in (text or "").splitlines():
        with suppress(ValueError):
            name, value = _weight(line)
            found[name] = value
    return found


def _weight(line: str) -> tuple[str, float]:
    name, _, text = line.rpartition("=")
    value = float(text)
    if not (name.isprintable() and _is_weight(value)):
        raise ValueError(f"no weight: {line[:80]!r}")
    return name, value


def _is_weight(value: float) -> bool:
    return math.isfinite(value) and 0 <= value <= MOST_MARKS
