"""Small plots of block characters, which every terminal shows without colours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tui.study.statistics.studied import StudyDay

_ACROSS = " ▏▎▍▌▋▊▉█"
_UP = "▁▂▃▄▅▆▇█"
LEVELS = "·░▒▓█"
"""A day of the calendar: nothing answered, then a little to much."""
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def bar(share: float, width: int) -> str:
    """A bar that fills `share`, 0 to 1, of `width` columns, to an eighth; padded to `width`.

    What is more than nothing shows.
    """
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    if share > 0:
        eighths = max(1, eighths)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_ACROSS[rest] if rest else "")).ljust(width)


def spark(values: Sequence[float]) -> str:
    """A column for each of `values`, the highest one full; a blank where there is nothing."""
    most = max(values, default=0.0)
    return "".join(
        " " if value <= 0 else _UP[min(7, int(value / most * 8 - 1e-9))] for value in values
    )


def bounds(days: Sequence[StudyDay]) -> tuple[int, int, int]:
    """The numbers of answers up to which a day has the levels 1, 2 and 3: quartiles of `days`."""
    answers = sorted(day.answers for day in days if day.answers)
    if not answers:
        return 1, 2, 3
    low, middle, high = (answers[(len(answers) - 1) * part // 4] for part in (1, 2, 3))
    return low, middle, high


def calendar(days: Sequence[StudyDay]) -> tuple[str, ...]:
    """`days`, which follow each other, as weeks: a row of months, then one for each weekday.

    A column is a week. Days outside are blank.
    """
    if not days:
        return ()
    low, middle, high = bounds(days)
    first = days[0].day - timedelta(days=days[0].day.weekday())
    weeks = (days[-1].day - first).days // 7 + 1
    rows = [[" "] * weeks for _ in WEEKDAYS]
    for day in days:
        level = (
            0 if not day.answers else 1 + sum(day.answers > each for each in (low, middle, high))
        )
        rows[day.day.weekday()][(day.day - first).days // 7] = LEVELS[level]
    return (_months(first, weeks), *("".join(row) for row in rows))


def _months(first: date, weeks: int) -> str:
    """The names of the months, each above the week in which its first day lies; the last may reach
    past the weeks.
    """
    line = [" "] * (weeks + 3)
    free = 0
    for week in range(weeks):
        monday = first + timedelta(weeks=week)
        sunday = monday + timedelta(days=6)
        if sunday.day <= 7 and week >= free:
            line[week : week + 3] = f"{sunday:%b}"
            free = week + 4
    return "".join(line).rstrip()
