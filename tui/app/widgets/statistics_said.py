"""What each part of the statistics says in a sentence."""

from __future__ import annotations

from tui.study.estimate import wilson
from tui.study.statistics.forecasts import CAUTIOUS_Z, Forecasts, Trust
from tui.study.statistics.gathering import Memories, Statistics
from tui.study.statistics.hours import HourOfDay
from tui.study.statistics.retention import Retention
from tui.study.statistics.tables import table
from tui.study.statistics.times import KindTime
from tui.study.statistics.words import FEW, age_name, bounds, counted, interval, percent

NOTHING = "Nothing answered yet. Your first answer shows here."
WAITING = "Being worked out from all your answers …"
TOO_FEW = "too few to tell"


def said(found: Statistics, part: str) -> tuple[str, ...]:
    """The sentences of `part`, one of `tables.PARTS`, the most important first."""
    if found.studied.first is None:
        return (NOTHING,)
    shown = table(found, part)
    if shown is None:
        return (WAITING,)
    if part == "reviews":
        return shown.said[1:2]
    return (*shown.said, *(() if found.memories is None else _beyond(found.memories, part)))


def _beyond(found: Memories, part: str) -> tuple[str, ...]:
    """What is told here beyond the sentences that a table has."""
    match part:
        case "retention":
            return (about_retention(found.retention),)
        case "times":
            return (about_times(found.times),)
        case "hours":
            return (about_best_hours(found.hours),)
    return ()


def off(forecasts: Forecasts) -> str:
    """The one number: by how many points the forecasts are off, and to which side."""
    share, mean, gap = forecasts.share, forecasts.predicted, forecasts.gap
    if forecasts.trust is Trust.NOTHING or share is None or mean is None or gap is None:
        return ""
    if forecasts.trust is Trust.FEW:
        return TOO_FEW.capitalize()
    side = "too hopeful" if gap > 0 else "too cautious"
    points = f"{abs(gap) * 100:.1f} points"
    return f"Off by {points}" + ("" if points == "0.0 points" else f", {side}")


def about_retention(retention: Retention) -> str:
    """What was recalled in all, and of the oldest memories of which there is enough to tell."""
    everything = retention.all.share
    if everything is None:
        return "No memory was tested yet: that takes a second answer, a day on."
    answers = counted(everything.of, "answer")
    if everything.of < FEW:
        return f"{answers} a day or more after the one before: {TOO_FEW}."
    told = (
        f"Recalled {percent(everything.rate)} ({bounds(everything)}) of {answers} a day or more "
        "after the one before"
    )
    old = [age for age in retention.ages if age.share is not None and age.share.of >= FEW]
    if len(old) < 2 or old[-1].share is None:
        return f"{told}."
    return f"{told}; after {age_name(old[-1])} days {interval(old[-1].share)}."


def about_times(times: tuple[KindTime, ...]) -> str:
    """Which kind takes longest and which shortest, of those with answers enough."""
    told = [each for each in times if each.lower is not None]
    if not told:
        return f"Fewer than {FEW} answers of each kind with a time: {TOO_FEW}."
    slow, quick = max(told, key=_median), min(told, key=_median)
    if slow is quick:
        return f"A {_kind(slow)} question takes {slow.median:.0f} s, half of them more."
    return (
        f"Longest: {_kind(slow)}, {slow.median:.0f} s; shortest: {_kind(quick)}, "
        f"{quick.median:.0f} s (medians)."
    )


def about_best_hours(hours: tuple[HourOfDay, ...]) -> str:
    """At which of two hours more was right, if that is more than chance.

    Of so many hours two differ by chance alone: the intervals are those of `CAUTIOUS_Z`.
    """
    shares = [(each.hour, each.share) for each in hours if each.share and each.share.of >= FEW]
    if len(shares) < 2:
        return f"Right by the hour: {TOO_FEW}."
    wide = [(hour, wilson(share.right, share.of, CAUTIOUS_Z)) for hour, share in shares]
    best, high = max(wide, key=lambda each: each[1].low)
    worst, low = min(wide, key=lambda each: each[1].high)
    if high.low <= low.high:
        return "No hour is clearly better than another."
    return (
        f"More is right at {best:02}:00 ({percent(high.rate)}) than at {worst:02}:00 "
        f"({percent(low.rate)})."
    )


def _median(each: KindTime) -> float:
    return each.median


def _kind(each: KindTime) -> str:
    return each.kind or "unknown"
