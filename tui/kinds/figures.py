"""The numbers and the dates that stand somewhere in a running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tui.kinds.spelling import bare
from tui.kinds.written_dates import MONTHS, Day
from tui.kinds.written_numbers import numbers_among

_ORDINALS = """
zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_COUNTED = {word: n for n, word in enumerate(_ORDINALS.split())} | {
    "thirtieth": 30,
    "thirty-first": 31,
    "no": 0,
    "none": 0,
    "once": 1,
    "single": 1,
    "sole": 1,
    "half": 50,
    "twice": 2,
    "both": 2,
    "double": 2,
    "doubled": 2,
    "pair": 2,
    "couple": 2,
    "triple": 3,
    "tripled": 3,
    "trio": 3,
    "dozen": 12,
    "score": 20,
    "decade": 10,
    "century": 100,
}
"""Words that say a number without being one; a half is fifty in a hundred."""
_TENTHS = re.compile(rf"\b(twenty|thirty)-({'|'.join(_ORDINALS.split())})\b")
_WORD = re.compile(r"[^\W\d_]+")

_NAMES = "|".join((*MONTHS, *(name[:3] for name in MONTHS), "Sept"))
# With a capital: "may" and "march" are verbs, too.
_MONTH = re.compile(rf"\b({_NAMES}|{_NAMES.upper()})\b")
_YEAR = re.compile(r"(?<!\d)(?<!\d[.,])(\d{4})(?!\d)(?![.,]\d)")
_RANGE = re.compile(r"(?<!\d)(\d{2})(\d{2}) ?[-/–—] ?(\d{2})(?!\d)")
_SHORT_YEAR = re.compile(r"['’‘](\d{2})(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})(?!\d)")
_DAY_OF_ATTACKS = re.compile(r"(?<![\d/])9/11(?![\d/])|\bnine[ -]eleven\b", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")


_WITHIN = (".", ",", "/", ":")
"""Signs between the digits of one figure."""


def is_written(figure: str, text: str) -> bool:
    """Whether `figure` stands in `text` as it is, and not as a part of a longer one."""
    at = text.find(figure)
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(figure) :][:2]
        goes_on = after[:1].isalnum() or (after[:1] in _WITHIN and after[1:].isdigit())
        if not before.isalnum() and before not in _WITHIN and not goes_on:
            return True
        at = text.find(figure, at + 1)
    return False


def numbers_in(text: str) -> frozenset[Fraction]:
    """Every number that can be read in `text`: figures, words, "1.9 billion", and their parts."""
    plain = bare(text)
    found = set(numbers_among(plain))
    found.update(Fraction(_COUNTED[word]) for word in _WORD.findall(plain) if word in _COUNTED)
    found.update(Fraction(n) for n in _tens_and_ordinals(plain))
    return frozenset(found)


def _tens_and_ordinals(plain: str) -> Iterable[int]:
    for tens, one in _TENTHS.findall(plain):
        yield (20 if tens == "twenty" else 30) + _COUNTED[one]


@dataclass(frozen=True, slots=True)
class DateParts:
    """The years, the months and the days of a month that stand in a text."""

    years: frozenset[int]
    months: frozenset[int]
    days: frozenset[int]

    def have(self, key: Day, known_years: frozenset[int] = frozenset()) -> bool:
        """Whether the parts of `key` are among these.

        A text that names no year leaves it to what is around it, where the key has a month;
        known_years: years that are known from there.
        """
        if key.month is None:
            return key.year in self.years
        if key.month not in self.months or (key.day is not None and key.day not in self.days):
            return False
        return not self.years or key.year in self.years | known_years


def dates_in(text: str) -> DateParts:
    """The parts of dates that stand in `text`, in words or in figures."""
    years = {int(found) for found in _YEAR.findall(text)}
    for century, year, last in _RANGE.findall(text):
        years |= {int(century + year), int(century + last)}
    for short in _SHORT_YEAR.findall(text):
        years |= {1900 + int(short), 2000 + int(short)}
    months = {_month_number(name) for name in _MONTH.findall(text)}
    days = {int(found) for found in _DAY.findall(_FIGURES.sub(" ", text))}
    days |= {int(number) for number in numbers_in(text) if number.denominator == 1 and number < 32}
    if _DAY_OF_ATTACKS.search(text):
        years, months, days = years | {2001}, months | {9}, days | {11}
    for figures in _FIGURES.findall(text):
        for part in map(int, figures):
            # The day may stand first, or the month.
            months |= {part} if part <= 12 else set()
            days |= {part} if part <= 31 else set()
        years |= {2000 + int(figures[2]), 1900 + int(figures[2])} if len(figures[2]) == 2 else set()
    return DateParts(frozenset(years), frozenset(months), frozenset(days))


def _month_number(name: str) -> int:
    return [month[:3].lower() for month in MONTHS].index(name[:3].lower()) + 1


_ORDINAL = r"\d{1,2}(?!\d)(?:st|nd|rd|th)?"
_SHOWN_DATE = re.compile(
    rf"(?:\b{_ORDINAL}(?: of)? )?{_MONTH.pattern}(?: {_ORDINAL})?(?:,? \d{{4}}\b)?"
    rf"|{_FIGURES.pattern}|{_DAY_OF_ATTACKS.pattern}|{_YEAR.pattern}"
)
_SHOWN_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*(?:\s+(?:hundred|thousand|lakh|million|crore|billion|trillion)\b|\s?%)?",
    re.IGNORECASE,
)


def figures_shown(text: str, dates: bool) -> tuple[str, ...]:
    """The numbers, or the dates, of `text` as they are written there, each once."""
    pattern = _SHOWN_DATE if dates else _SHOWN_NUMBER
    plain = " ".join(text.split())
    return tuple(dict.fromkeys(found[0] for found in pattern.finditer(plain)))
