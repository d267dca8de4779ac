"""Dates: “on 15 August 2021”, “in September 2025”, “the departure … in 2021”, “the 1990s”.

Asked by leaving a gap, as precisely as the source has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quote_of, quoted, with_gap
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.wording import MONTHS, dateline_end
from tui.kinds.written_dates import Day, read_dates

_YEAR = r"(?:1[0-9]|20)\d\d"
_FULL = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS}),? {_YEAR}"
    rf"|(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}"
    rf"|(?:{MONTHS}),? {_YEAR}|{_YEAR}-\d\d-\d\d)\b"
)
_BARE_YEARS = re.compile(
    rf"(?:(?<=\bin )|(?<=\bby )|(?<=\bIn )|(?<=\bsince )|(?<=\bSince )|(?<=\buntil )|"
    rf"(?<=\bafter )|(?<=\bAfter )|(?<=\bfrom ))({_YEAR})\b(?![-–—/]\d|s\b)"
)
_DECADE = re.compile(r"(?<=\bthe )(?:early |mid-|late )?((?:1[0-9]|20)\d0)s\b")
_WANTED = {
    1: ("which year belongs", "year"),
    2: ("which month and year belong", "month"),
    3: ("which full date belongs", "date"),
}
"""By the parts that a date has: what is asked, and how ids end."""


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each date, but for the one of a dateline: it is the report's, not the event's."""
    for sentence in source.told:
        told_at = dateline_end(sentence.text)
        for match in _FULL.finditer(sentence.text, told_at):
            yield from _date(sentence, match.start(), match.end(), 78)
        for match in _BARE_YEARS.finditer(sentence.text):
            yield from _date(sentence, match.start(), match.end(), 70)
        for match in _DECADE.finditer(sentence.text):
            yield _decade(sentence, match)


def _date(sentence: Told, start: int, end: int, worth: int) -> Iterator[Candidate]:
    readings = read_dates(sentence.text[start:end])
    if not readings or readings[0].doubtful or readings[0].day.year is None:
        return
    day = readings[0].day
    wanted, ending = _WANTED[sum(part is not None for part in day.parts)]
    shown = quoted(with_gap(sentence, start, end))
    yield Candidate(
        rule="date",
        sentence=sentence,
        asked=(start, end),
        worth=worth,
        kind="date",
        prompt=f"According to {sentence.within}, {wanted} in the gap? {shown}",
        quotes=(quote_of(sentence, start, end),),
        ending=ending,
        answer=_iso(day),
    )


def _decade(sentence: Told, match: re.Match[str]) -> Candidate:
    start, end = match.span()
    shown = quoted(with_gap(sentence, start, end))
    return Candidate(
        rule="date",
        sentence=sentence,
        asked=(start, end),
        worth=66,
        kind="short",
        prompt=f"According to {sentence.within}, which decade belongs in the gap? {shown}",
        quotes=(quote_of(sentence, start, end),),
        ending="decade",
        answer=match.group(),
    )


def _iso(day: Day) -> str:
    year, month, number = day.parts
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, number) if part is not None)])
