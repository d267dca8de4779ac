"""Goes on reading behind a syntax error, so that all that is wrong with a file is said at once.

Each question is read by itself, and so is each field of the bank. What can't be read is complained
of where it stands and then blanked, so that the rest can be looked at line for line. Nothing is
studied from what was read in this way.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.banks.fields import BankFields, field_names
from tui.banks.finding import Place
from tui.banks.headings import HEADINGS, lost
from tui.banks.parse import STREAMED, entries
from tui.banks.report import Report
from tui.banks.survey import Survey, survey
from tui.banks.unreadable import Unreadable

MOST_PARTS = 100
"""How many unreadable parts of a file are complained of; what comes after them is not looked at."""


class Look(NamedTuple):
    """What a first look through a bank's text came to.

    text: what can be read, line for line; the whole of it if `is_whole`. survey: what it holds,
    None if it is no bank.
    """

    text: str
    survey: Survey | None
    is_whole: bool


def look_through(text: str, report: Report) -> Look:
    """Looks through the bank `text`; complains to `report` of what can't be read.

    What else there is to complain of is left to the second look, at the text returned.
    """
    aside = Report(report.path)
    aside.set_text(text)
    found = survey(text, aside)
    is_complete = found is not None and found.node.pairs.keys() >= HEADINGS
    missing = () if is_complete else tuple(lost(text))
    for each in missing:
        report.add("missing-field", each.place, *each.said)
    if missing:
        # What else there is to say would be about lines that are read as something else.
        return Look(text, None, is_whole=False)
    if found is not None:
        return Look(text, found, is_whole=True)
    is_broken = any(each.code in ("syntax", "too-deep") for each in aside.findings())
    rest = _without_unreadable_parts(text, report) if is_broken else None
    if rest is None:
        report.take(aside)
        return Look(text, None, is_whole=False)
    return Look(rest, survey(rest, Report(report.path)), is_whole=False)


def _without_unreadable_parts(text: str, report: Report) -> str | None:
    """`text` with blank lines for each part that can't be read; None if every part can be."""
    lines = _LINE.findall(text)
    unreadable: list[_Part] = []
    for part in _parts(lines):
        # After so many, nothing sensible can be said of the rest.
        is_given_up = len(unreadable) >= MOST_PARTS
        if is_given_up or not _is_readable("".join(lines[part.span]), part):
            unreadable.append(part)
    for part in unreadable[:MOST_PARTS]:
        aside = report.aside()
        # Behind as many line breaks as in the file: what is said has the file's own line numbers.
        breaks = "\n" * part.first
        content = breaks + "".join(lines[part.span])
        _read(f"{STREAMED}:{content}" if part.is_question else content, aside)
        _take(aside, report)
    for part in unreadable:
        lines[part.span] = [line[len(line.rstrip("\r\n")) :] for line in lines[part.span]]
    return "".join(lines) if unreadable else None


def _take(aside: Report, report: Report) -> None:
    """Adds to `report` what was found up to the line that can't be read, and why it can't."""
    found = aside.findings()
    stops = [each.line for each in found if each.code in STOPPING]
    for each in found:
        # What else is odd about a line that can't be read mostly comes of the same slip.
        if each.code in STOPPING or each.line not in stops:
            place = Place(each.line, each.column, each.length)
            report.add(each.code, place, each.message, each.help)


STOPPING = frozenset({"syntax", "too-deep", "not-a-mapping"})
"""The codes of what a text can't be read any further for."""


class _Part(NamedTuple):
    """Lines of a file, from 0, that hold a field of the bank or one of its questions."""

    first: int
    end: int
    is_question: bool

    @property
    def span(self) -> slice:
        """Where its lines are among those of the file."""
        return slice(self.first, self.end)


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_FIELD = re.compile(rf"({'|'.join(field_names(BankFields))})\s*:(?:\s+(?P<value>[^\s#])|\s|$)")
_DASH = re.compile(r"( *)-(?:\s|$)")


def _parts(lines: list[str]) -> list[_Part]:
    """The parts of a file: no line is in two of them, and none is left out.

    A list under a field has all its dashes in one column, so each dash in the column of the first
    one under `questions` begins a question, unless it stands in a text in quotes.
    """
    starts: list[tuple[int, bool]] = []
    in_questions, column = False, -1
    for number, line in enumerate(lines):
        if field := _FIELD.match(line):
            starts.append((number, False))
            in_questions, column = field[1] == STREAMED and field["value"] is None, -1
        elif in_questions and (dash := _DASH.match(line)):
            column = len(dash[1]) if column < 0 else column
            if len(dash[1]) == column:
                starts.append((number, True))
    if not starts:
        return [_Part(0, len(lines), is_question=False)]
    starts[0] = (0, False)
    ends = [*(number for number, _ in starts[1:]), len(lines)]
    return [
        _Part(first, end, is_question)
        for (first, is_question), end in zip(starts, ends, strict=True)
    ]


def _is_readable(content: str, part: _Part) -> bool:
    nowhere = Report("")
    return _read(f"{STREAMED}:\n{content}" if part.is_question else content, nowhere, skim=True)


def _read(text: str, report: Report, *, skim: bool = False) -> bool:
    """Whether `text` can be read to its end; complains to `report`."""
    try:
        for _ in entries(text, report, skim=skim):
            pass
    except Unreadable:
        return False
    return True
