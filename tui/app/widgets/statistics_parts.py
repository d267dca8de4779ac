"""The parts of the statistics, each as a plot that fits the room there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from tui.app.lines import wrapped
from tui.app.marks import QUIET
from tui.app.widgets.statistics_columns import (
    AXIS,
    FILLED,
    Series,
    chart,
    column_width,
    ticks,
)
from tui.app.widgets.statistics_said import TOO_FEW, off, said
from tui.app.widgets.statistics_spans import BOTH, SAID, SEEN, Scale, Span, spans
from tui.app.words import short_date
from tui.study.estimate import Share
from tui.study.statistics.blocks import LEVELS, WEEKDAYS, bar, bounds, calendar
from tui.study.statistics.gathering import Memories, Statistics
from tui.study.statistics.studied import RECENT
from tui.study.statistics.words import FEW, age_name, interval, percent

BLANK = Content("")
WEEK = 7
_DAY_NAMES = 6
"""Cells that the names of the weekdays take beside the calendar."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its short and its whole title, and the name of its table, one of `tables.PARTS`.

    spoken: the table whose sentences are said of it.
    """

    short: str
    title: str
    table: str
    spoken: str


PARTS = (
    Part("days", "Days studied", "calendar", "days"),
    Part("answers", "Answers and minutes by day", "reviews", "reviews"),
    Part("work", "Work of the next 30 days", "workload", "workload"),
    Part("recall", "Recalled by age of the memory", "retention", "retention"),
    Part("forecasts", "How well the forecasts held", "forecasts", "forecasts"),
    Part("times", "Time per kind of question", "times", "times"),
    Part("hours", "Hours of the day", "hours", "hours"),
    Part("slipping", "Questions that keep slipping", "leeches", "leeches"),
)


def plot_lines(found: Statistics, part: Part, width: int, rows: int) -> list[Content]:
    """What `part` says in a sentence, and its plot, in lines of `width` cells.

    The plot is drawn for `rows` rows in all; where these are too few, there are more lines.
    """
    lines: list[Content] = []
    memories = found.memories
    if part.table == "forecasts" and memories is not None and off(memories.forecasts):
        lines.append(Content.styled(off(memories.forecasts), "bold $text-accent"))
    for sentence in said(found, part.spoken):
        lines += wrapped(Content(sentence.replace(" %", "\N{NO-BREAK SPACE}%")), width)
    if found.studied.first is None:
        return lines
    plot = _plot(found, part.table, width, rows - len(lines) - 1)
    return [*lines, BLANK, *plot] if plot else lines


def _plot(found: Statistics, table: str, width: int, rows: int) -> list[Content]:
    if table in _AT_ONCE:
        return _AT_ONCE[table](found, width, rows)
    return [] if found.memories is None else _DERIVED[table](found.memories, width, rows)


# --- days


def _calendar(found: Statistics, width: int, rows: int) -> list[Content]:
    """The year by weeks; where it does not fit, as many of the last weeks as do."""
    # The name of the last month may reach past its week.
    weeks = max(1, width - _DAY_NAMES - 3)
    today = found.today.weekday()
    days = found.studied.last(min(len(found.studied.year), (weeks - 1) * WEEK + today + 1))
    months, *weekdays = calendar(days)
    lines = [Content.styled(f"{'':{_DAY_NAMES}}{months}", QUIET)]
    for name, row in zip(WEEKDAYS, weekdays, strict=True):
        lines.append(Content.assemble((f"{name:<{_DAY_NAMES}}", QUIET), (row, FILLED)))
    levels = "  ".join(_levels(bounds(days)))
    return [*lines, BLANK, *wrapped(Content.styled(levels, QUIET), width)]


def _levels(ends: Sequence[int]) -> Iterator[str]:
    """What the signs of the calendar mean; those that no number of answers has are left out."""
    yield f"{LEVELS[0]} no answer"
    before = 0
    for level, end in zip(LEVELS[1:], ends, strict=False):
        if end > before:
            yield f"{level} {'to' if before else 'up to'} {end}"
        before = max(before, end)
    yield f"{LEVELS[len(ends) + 1]} more answers a day"


def _answers(found: Statistics, width: int, rows: int) -> list[Content]:
    room = width - AXIS
    days = found.studied.last(RECENT if room >= RECENT else min(30, max(WEEK, room)))
    return _two_charts(
        (
            Series("answers a day", [day.answers for day in days]),
            Series("minutes a day", [day.minutes for day in days]),
        ),
        [day.day for day in days],
        found.today,
        width,
        rows,
    )


def _workload(found: Statistics, width: int, rows: int) -> list[Content]:
    days = found.workload.days[: max(WEEK, width - AXIS)]
    if not any(day.due for day in days):
        return []
    return _two_charts(
        (
            Series("questions due a day", [day.due for day in days]),
            Series("minutes a day", [day.minutes for day in days]),
        ),
        [day.day for day in days],
        found.today,
        width,
        rows,
    )


def _two_charts(
    series: Sequence[Series], days: Sequence[date], today: date, width: int, rows: int
) -> list[Content]:
    """Two charts over the same days, one above the other, with the days below."""
    wide = column_width(len(days), width)
    each = max(2, min(8, (rows - 1) // len(series) - 2))
    labels = [
        (place * wide, "today" if day == today else short_date(day, today))
        for place, day in enumerate(days)
        if day == today or place == len(days) - 1 or (days[-1] - day).days % WEEK == 0
    ]
    lines = [line for one in series for line in chart(one, each, wide, labels)]
    return [*lines, ticks(labels, len(days) * wide)]


# --- what goes through the log


def _retention(found: Memories, width: int, rows: int) -> list[Content]:
    ages = (*found.retention.ages, found.retention.all)
    named = [
        _share_span(name, age.share, age.predicted)
        for age, name in zip(ages, (*map(age_name, found.retention.ages), "all"), strict=True)
    ]
    if found.retention.all.share is None:
        return []
    return [*spans(named, "days", _share_scale(named), width), *_key_to_spans(width)]


def _forecasts(found: Memories, width: int, rows: int) -> list[Content]:
    if found.forecasts.share is None:
        return []
    named = [
        _share_span(f"{band.low * 100:.0f}–{band.high * 100:.0f} %", band.share, band.predicted)
        for band in found.forecasts.bands
    ]
    return [*spans(named, "forecast", _share_scale(named), width), *_key_to_spans(width)]


def _share_span(name: str, share: Share | None, predicted: float | None) -> Span:
    """A share in hundredths with its interval, if there are answers enough to tell."""
    if share is None:
        return Span(name, None, None, None, None, "no answer")
    other = None if predicted is None else predicted * 100
    if share.of < FEW:
        return Span(name, None, None, None, other, TOO_FEW)
    value, low, high = share.rate * 100, share.low * 100, share.high * 100
    figures = f"{interval(share)} of {share.of:,}"
    return Span(name, low, value, high, other, figures)


def _share_scale(rows: Sequence[Span]) -> Scale:
    """From 0 % on, or from 50 % where nothing lies below."""
    least = [value for row in rows for value in (row.low, row.other) if value is not None]
    return Scale(50 if min(least, default=0) >= 50 else 0, 100, "%")


def _key_to_spans(width: int) -> list[Content]:
    words = f"{SEEN} recalled, ├─┤ 95 % interval  {SAID} predicted  {BOTH} both"
    return wrapped(Content.styled(words, QUIET), width)


def _times(found: Memories, width: int, rows: int) -> list[Content]:
    if not found.times:
        return []
    named: list[Span] = []
    for each in found.times:
        answers = f"of {each.answers:,}"
        if each.lower is None or each.upper is None:
            figures, other, value = f"{TOO_FEW} ({each.answers})", None, None
        else:
            figures, other, value = f"{each.median:.1f} s {answers}", each.lately, each.median
        named.append(Span(each.kind or "unknown", each.lower, value, each.upper, other, figures))
    most = [value for row in named for value in (row.high, row.other) if value is not None]
    last = 10.0 * max(1, -(-max(most, default=10.0) // 10))
    words = f"{SEEN} median, ├─┤ half of the answers  {SAID} median of the last 100  {BOTH} both"
    key = wrapped(Content.styled(words, QUIET), width)
    return [*spans(named, "kind", Scale(0, last, "s"), width), *key]


def _hours(found: Memories, width: int, rows: int) -> list[Content]:
    wide = column_width(len(found.hours), width)
    shares = [hour.share for hour in found.hours]
    right = [None if share is None or share.of < FEW else share.rate * 100 for share in shares]
    # An hour without an answer is not one of which it can't be told: its column is empty.
    shown = [
        0.0 if not hour.answers else value for hour, value in zip(found.hours, right, strict=True)
    ]
    each = max(2, min(8, (rows - 2) // 2 - 2))
    every = 3 if wide > 1 else 6
    labels = [(hour * wide, f"{hour:02}") for hour in range(0, 24, every)]
    answers = Series("answers, in all", [hour.answers for hour in found.hours])
    lines = [
        *chart(answers, each, wide, labels),
        *chart(Series("% right", shown, 100), each, wide, labels),
        ticks(labels, len(found.hours) * wide + 1),
    ]
    key = f"hour of the day, your time zone; ? fewer than {FEW} answers"
    return [*lines, *wrapped(Content.styled(f"{'':{AXIS}}{key}", QUIET), width)]


def _leeches(found: Memories, width: int, rows: int) -> list[Content]:
    each = found.leeches
    numbers = (
        ("keep slipping", each.now),
        ("recalled again", each.cured),
        ("parked", each.parked),
    )
    most = max(number for _, number in numbers)
    if not most:
        return []
    room = max(4, min(50, width - 28))
    lines: list[Content] = [Content.styled(f"{'questions':>14}", QUIET)]
    for name, number in numbers:
        filled = bar(number / most, room)
        lines.append(
            Content.assemble(
                f"{name:>14}", (" │", QUIET), (filled.rstrip(), FILLED), f" {number:,}"
            )
        )
    answers = each.right + each.missed
    if answers >= FEW:
        lines += [BLANK, *wrapped(Content(_since(each.right, answers)), width)]
    hint = "They come with help when they are due. " if each.now else ""
    hint += "cssprep progress leeches lists them."
    return [*lines, BLANK, *wrapped(Content.styled(hint, QUIET), width)]


def _since(right: int, answers: int) -> str:
    return (
        f"Since they began to slip, {percent(right / answers)} of {answers:,} answers were right."
    )


_AT_ONCE: dict[str, Callable[[Statistics, int, int], list[Content]]] = {
    "calendar": _calendar,
    "reviews": _answers,
    "workload": _workload,
}
_DERIVED: dict[str, Callable[[Memories, int, int], list[Content]]] = {
    "retention": _retention,
    "forecasts": _forecasts,
    "times": _times,
    "hours": _hours,
    "leeches": _leeches,
}
