"""Reads dates as people write them: "September 2025", "11 Sept 2001", "9/2025", "2001-09-11"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from tui.kinds.slips import slips
from tui.kinds.spelling import bare

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBER_OF = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
_NUMBER_OF |= {name.lower()[:3]: n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{4})")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_DAY_OF_ATTACKS = re.compile(r"9[/-]11|nine[ -]eleven")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")

_FILLERS = """
in on the of at during since from year month day date ad ce st nd rd th it was is
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
"""
_UNSAID = frozenset(_FILLERS.split())
_OTHER = frozenset({"not", "no", "never", "before", "after", "until", "till", "bc", "bce", "ah"})


@dataclass(frozen=True, slots=True)
class Day:
    """A year, a month of it, or a day: what is not given is None."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def is_real(self) -> bool:
        """Whether the calendar has it."""
        if self.year is not None and not 1 <= self.year <= 9999:
            return False
        if self.month is None:
            return self.day is None
        if not 1 <= self.month <= 12:
            return False
        # Without a year, February may have 29 days.
        last = monthrange(self.year or 2000, self.month)[1]
        return self.day is None or 1 <= self.day <= last

    @property
    def parts(self) -> tuple[int | None, int | None, int | None]:
        """Year, month, day."""
        return self.year, self.month, self.day

    def agrees(self, other: Day) -> bool:
        """Whether nothing in this is otherwise than in `other`."""
        return all(
            a is None or b is None or a == b for a, b in zip(self.parts, other.parts, strict=True)
        )

    def covers(self, other: Day) -> bool:
        """Whether this says all that `other` says, and perhaps more."""
        return all(b is None or a == b for a, b in zip(self.parts, other.parts, strict=True))

    def __str__(self) -> str:
        month = MONTHS[self.month - 1] if self.month else ""
        return " ".join(str(part) for part in (self.day, month, self.year) if part)


@dataclass(frozen=True, slots=True)
class Written:
    """A reading of a text as a date.

    doubtful: it takes the month to stand first, or the century to be known, or passes over a word
    such as "early". by_name: it is 9/11, which names a day and says nothing of its year.
    """

    day: Day
    doubtful: bool = False
    by_name: bool = False


def iso_day(text: str) -> Day | None:
    """The date that `text` writes as 2001, 2001-09 or 2001-09-11; None if it is none."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    day = Day(*(int(part) if part else None for part in found.groups()))
    return day if day.is_real else None


def as_iso(text: str) -> str:
    """`text` as a bank writes dates, 2001-09-11; '' if it is no date, or could be two."""
    sure = {written.day for written in read_dates(text) if not written.doubtful}
    if len(sure) != 1 or (day := sure.pop()).year is None:
        return ""
    return "-".join(f"{part:0{4 - 2 * bool(n)}}" for n, part in enumerate(day.parts) if part)


def read_dates(text: str, century: int = 20) -> tuple[Written, ...]:
    """The readings of `text`, likeliest first; () if it is no date or more than one.

    Numeric dates have the day first, as in Pakistan; the month first is a doubtful reading, unless
    it is the only one. century: the hundreds of a year given in two digits.
    """
    plain = " ".join(bare(text).replace(",", " ").strip(" .;!").split())
    return tuple(written for written in _readings(plain, century) if written.day.is_real)


def _readings(text: str, century: int) -> Iterator[Written]:
    words = [word for word in text.split() if word not in _UNSAID]
    figures = " ".join(words)
    if _DAY_OF_ATTACKS.fullmatch(figures):
        yield Written(Day(2001, 9, 11), by_name=True)
    elif found := _YEAR_FIRST.fullmatch(figures):
        yield Written(Day(*(int(part) if part else None for part in found.groups())))
    elif found := _MONTH_AND_YEAR.fullmatch(figures):
        yield Written(Day(int(found[2]), int(found[1])))
    elif found := _YEAR_LAST.fullmatch(figures):
        one, two = int(found[1]), int(found[2])
        year = int(found[3]) if len(found[3]) == 4 else century * 100 + int(found[3])
        short = len(found[3]) == 2
        days = Day(year, two, one), Day(year, one, two)
        yield Written(days[0], short)
        if one != two:
            yield Written(days[1], short or days[0].is_real)
    else:
        yield from _in_words(figures, century)


def _in_words(text: str, century: int) -> Iterator[Written]:
    """A date with the month's name, or a year alone."""
    numbers: list[str] = []
    months: list[int] = []
    doubtful = False
    for word in _TOKEN.findall(text):
        if word.isdecimal():
            numbers.append(word)
        elif (month := month_named(word)) is not None:
            months.append(month)
        elif word in _OTHER:
            return
        elif word not in _UNSAID:
            doubtful = True
    years = [int(number) for number in numbers if len(number) == 4]
    days = [int(number) for number in numbers if len(number) <= 2]
    if len(days) == 2 and not years:
        years, days, doubtful = [century * 100 + days[1]], days[:1], True
    if len(months) > 1 or len(years) > 1 or len(days) > 1 or len(years) + len(days) < len(numbers):
        return
    if not months and (not years or days):
        return
    month = months[0] if months else None
    yield Written(Day(years[0] if years else None, month, days[0] if days else None), doubtful)


def month_named(word: str) -> int | None:
    """The number of the month `word`, short or with one slip; None if it is no month."""
    if word in _NUMBER_OF:
        return _NUMBER_OF[word]
    if len(word) < 5:
        return None
    near = {n for name, n in _NUMBER_OF.items() if slips(word, name) is not None}
    return near.pop() if len(near) == 1 else None
