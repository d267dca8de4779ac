"""The figures in sentences, and how they are written."""

from __future__ import annotations

from datetime import date

from tui.study.estimate import Share
from tui.study.last_trial import worth_trying
from tui.study.statistics.forecasts import Forecasts, Trust
from tui.study.statistics.gathering import Statistics, WeightsInForce
from tui.study.statistics.hours import HourOfDay
from tui.study.statistics.retention import Age
from tui.study.statistics.slipping import Leeches
from tui.study.statistics.studied import Run, Studied, StudyDay
from tui.study.statistics.workload import Workload

FEW = 5
"""With fewer answers than this a share is not told."""


def about_days(studied: Studied) -> str:
    """On how many days the learner studied, and how many in a row."""
    if studied.first is None or studied.longest is None:
        return "Nothing answered yet."
    longest = studied.longest
    return (
        f"Studied {studied.recent} of the last {counted(studied.of, 'day')}; now {studied.row} in "
        f"a row; longest {longest.days}{_when(longest)}."
    )


def about_all(studied: Studied) -> str:
    """All that was ever answered; empty if nothing was."""
    if studied.first is None:
        return ""
    return (
        f"{counted(studied.answers, 'answer')} in {duration(studied.minutes)}, on "
        f"{counted(studied.days, 'day')} since {written(studied.first)}."
    )


def about_last(days: tuple[StudyDay, ...]) -> str:
    """The answers and the time of so many days, and of a day on which something was answered."""
    answers, minutes = sum(day.answers for day in days), sum(day.minutes for day in days)
    with_answers = sum(day.answers > 0 for day in days)
    told = f"Last {len(days)} days: {counted(answers, 'answer')}, {duration(minutes)}"
    if not with_answers:
        return f"{told}."
    return (
        f"{told}; {answers / with_answers:.0f} in {duration(minutes / with_answers)} a study day."
    )


def about_workload(workload: Workload) -> str:
    """What waits, today and in all."""
    due = sum(day.due for day in workload.days) + workload.overdue.due
    minutes = sum(day.minutes for day in workload.days) + workload.overdue.minutes
    if not due:
        return "Nothing that you have answered is due in the next 30 days."
    overdue = f"{workload.overdue.due:,} overdue, " if workload.overdue.due else ""
    return (
        f"{overdue}{workload.days[0].due:,} due today; {due:,} in 30 days, about "
        f"{duration(minutes)}. What you answer meanwhile comes back, and is not counted here."
    )


def about_forecasts(forecasts: Forecasts) -> str:
    """The figures behind the sentence about the forecasts; empty where there are none."""
    share, mean = forecasts.share, forecasts.predicted
    if share is None or mean is None:
        return ""
    told = (
        f"Predicted {percent(mean)}, observed {percent(share.rate)} ({bounds(share)}) over "
        f"{counted(share.of, 'answer')}."
    )
    distance, rmse, chance = (
        forecasts.calibration_error,
        forecasts.rmse_bins,
        forecasts.rmse_chance,
    )
    if forecasts.trust is Trust.FEW or distance is None or rmse is None or chance is None:
        return told
    return (
        f"{told} The bands are off by {distance * 100:.1f} points on the mean. RMSE(bins) "
        f"{percent(rmse)}, where chance alone would make {percent(chance)}."
    )


def about_weights(weights: WeightsInForce, tests: int) -> str:
    """By which weights the forecasts are, and whether fitting some may be worthwhile.

    tests: how many answers have put a forecast to the test. Empty where nothing is to be said.
    """
    again, last = worth_trying(tests, weights.last), weights.last
    if weights.fitted:
        told = f"By weights fitted to you{f' on {written(last.day)}' if last else ''}"
        if again:
            return f"{told}; `cssprep progress fit` renews them."
        return f"{told}: only later answers test these."
    if again:
        return "By the default weights; `cssprep progress fit` tries weights of your own."
    if last is not None:
        return f"By the default weights; yours were not surely better on {written(last.day)}."
    return ""


def about_hours(hours: tuple[HourOfDay, ...]) -> str:
    """When most is answered."""
    answers = sum(hour.answers for hour in hours)
    if not answers:
        return ""
    most = max(hours, key=lambda hour: hour.answers)
    return (
        f"Most between {most.hour}:00 and {(most.hour + 1) % 24}:00: "
        f"{most.answers / answers * 100:.0f} % of all answers."
    )


def about_leeches(leeches: Leeches) -> str:
    """How many questions keep slipping, and what came of them."""
    if not leeches.now + leeches.parked + leeches.cured:
        return "No question keeps slipping."
    told = f"{counted(leeches.now, 'question')} that {'keeps' if leeches.now == 1 else 'keep'}"
    told += " slipping"
    if leeches.right + leeches.missed:
        told += f" ({leeches.right} right, {leeches.missed} missed since)"
    return f"{told}; {leeches.cured} recalled again; {leeches.parked} parked."


def age_name(age: Age) -> str:
    """The days of a band of ages, such as "4–7"."""
    if age.last is None:
        return f"over {age.first - 1}"
    return str(age.first) if age.first == age.last else f"{age.first}–{age.last}"


def written(day: date) -> str:
    """`day` such as "3 May 2026"."""
    return f"{day.day} {day:%b %Y}"


def duration(minutes: float) -> str:
    """Minutes in words, hours where there are many."""
    if minutes < 99.5:
        return f"{minutes:.0f} min"
    return f"{minutes / 60:.0f} h" if minutes >= 600 else f"{minutes / 60:.1f} h"


def percent(share: float) -> str:
    """`share` as per cent, with one decimal place."""
    return f"{share * 100:.1f} %"


def bounds(share: Share) -> str:
    """The interval of `share` in hundredths, with a decimal place where it is narrow."""
    places = 0 if share.high - share.low >= 0.03 else 1
    return f"{share.low * 100:.{places}f}–{share.high * 100:.{places}f}"


def interval(share: Share | None) -> str:
    """A share with its interval; that it says nothing, where there are too few answers."""
    if share is None:
        return "–"
    if share.of < FEW:
        return "too few"
    return f"{percent(share.rate)} ({bounds(share)})"


def counted(count: int, word: str) -> str:
    """Such as "1 answer" and "2,113 answers"."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def of_day(statistics: Statistics) -> str:
    """The title of all."""
    return f"Statistics, {written(statistics.today)}"


def _when(run: Run) -> str:
    if run.days < 2:
        return ""
    return f" ({written(run.first)} to {written(run.last)})"
