"""What the plan comes to, in sentences that the command and the screen share."""

from __future__ import annotations

from tui.study.estimate import Estimate
from tui.study.exam.exam_words import Ways, when_words, written
from tui.study.exam.plan_report import MarksRow, PlanReport, Step
from tui.study.exam.study_plan import WEEKDAYS, StudyPlan
from tui.study.statistics.words import counted

LITTLE = 1.0
"""Marks that are not worth telling two plans apart: the bands are known less well."""
NO_QUESTIONS = "No questions: put a bank into question_banks."
FEW_OFF = 3
"""Up to so many days off are named; else the days that are not."""
HARDLY = 0.05
"""Marks below which more minutes bring hardly any."""


def can_be_done(report: PlanReport, ways: Ways) -> list[str]:
    """What can be done at all: sentences, the most important first."""
    if not report.questions:
        return [when_words(report.plan.exam, report.today, ways), NO_QUESTIONS]
    found = [when_words(report.plan.exam, report.today, ways)]
    if report.exam is None:
        found.append(f"Figures look {report.days} days ahead, to {written(report.until)}.")
    if report.outlook is not None:
        found.append(_outlook(report))
    elif not report.days and report.standing is not None:
        seen = _share_seen(report.seen, report.questions, "have seen")
        found.append(f"You {seen}, and can expect {marks(report.standing)} of 100 marks.")
    if report.outlook is not None and not any(report.plan.minutes):
        found.append(f"Every day is a day off: {ways.minutes}.")
    return found


def _outlook(report: PlanReport) -> str:
    found = report.outlook
    if found is None:
        return ""
    if not any(report.plan.minutes):
        return f"At 0 minutes a day you can expect {marks(found.marks)} of 100 marks."
    seen = _share_seen(found.seen, found.questions, "can see")
    said = f"{_at(report.plan)} you {seen} and expect {marks(found.marks)} of 100 marks"
    less = report.less
    if less is not None:
        lost = 100 * (found.marks.mean - less.outlook.marks.mean)
        little = "hardly fewer" if lost < LITTLE else marks(less.outlook.marks)
        said += f"; at {counted(less.minutes, 'minute')}, {little}"
        if less.outlook.unseen and not found.unseen:
            stay = counted(less.outlook.unseen, "question")
            said += f", and {stay} will stay unseen"
    if found.unseen:
        said += f"; {counted(found.unseen, 'question')} will stay unseen"
    return said + "."


def _share_seen(seen: int, questions: int, verb: str) -> str:
    if seen >= questions:
        whole = "the one question" if questions == 1 else f"all {questions:,} questions"
        return f"{verb} {whole}"
    return f"{verb} {seen:,} of {counted(questions, 'question')}"


def _at(plan: StudyPlan) -> str:
    """ "At 45 minutes a day", with the days that have others."""
    usual = plan.usual
    other = {day: each for day, each in enumerate(plan.minutes) if each not in {0, usual}}
    words = [f"{each} on {WEEKDAYS[day][:3]}" for day, each in other.items()]
    if plan.days_off:
        off = plan.days_off
        if len(off) <= FEW_OFF:
            words.append(", ".join(WEEKDAYS[day][:3] for day in off) + " off")
        else:
            on = [day for day in range(len(WEEKDAYS)) if day not in off]
            words.append("on " + ", ".join(WEEKDAYS[day][:3] for day in on) + " alone")
    named = f" ({', '.join(words)})" if words else ""
    return f"At {counted(usual, 'minute')} a day{named}"


def step_words(report: PlanReport) -> list[str]:
    """What each further ten minutes a day bring, a sentence each."""
    found: list[str] = []
    own = next((step for step in report.steps if step.more == 0), None)
    if own is None:
        return found
    before = own
    for step in report.steps:
        if step.more <= 0:
            continue
        won = bring(step, before)
        brings = "hardly any more" if won < HARDLY else f"about {won:.1f} marks more"
        found.append(f"{step.minutes} minutes a day: {brings}, {marks(step.outlook.marks)} of 100.")
        before = step
    return found


def bring(step: Step, before: Step) -> float:
    """Marks of 100 that the minutes between two steps are expected to bring, never below 0."""
    return max(0.0, 100 * (step.outlook.marks.mean - before.outlook.marks.mean))


def marks(estimate: Estimate) -> str:
    """A band in whole marks of 100, such as "88 to 92"."""
    low, high = round(100 * estimate.low), round(100 * estimate.high)
    return f"{low} to {high}" if low != high else f"about {low}"


def verdict(row: MarksRow) -> str:
    """Whether the band lies above the pass mark, below it or on both sides; "" without one."""
    if row.to_pass is None:
        return ""
    expected = row.expected
    if expected.low >= row.to_pass:
        return "above"
    return "below" if expected.high < row.to_pass else "open"


def week_words(plan: StudyPlan) -> str:
    """The minutes by weekday: "Mon 45, Tue 45, Wed 45, Thu 45, Fri off, Sat 90, Sun 45"."""
    return ", ".join(
        f"{name[:3]} {minutes or 'off'}"
        for name, minutes in zip(WEEKDAYS, plan.minutes, strict=True)
    )


def weight_words(plan: StudyPlan) -> str:
    """The weights that were set; "" for none."""
    parts = [f"{name} {value:g} marks" for name, value in sorted(plan.papers.items())]
    parts += [f"{name} × {value:g}" for name, value in sorted(plan.topics.items())]
    return ", ".join(parts)


def aggregate_words(report: PlanReport) -> str:
    """All questions against the pass mark of the aggregate, as a sentence."""
    expected = report.outlook.marks if report.outlook else report.standing
    if expected is None:
        return ""
    return (
        f"Of all marks you can expect {marks(expected)} %; the aggregate passes at "
        f"{report.rules.aggregate * 100:g} %."
    )
