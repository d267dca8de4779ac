"""Whether what another database holds would have been taken in as a line, too.

Its tables check types and bounds; names, times and days are checked here, by the rules of lines.
"""

from __future__ import annotations

import math
from dataclasses import replace

from tui.log import Amendment, Entry, Review
from tui.progress.columns import moment, moment_text
from tui.progress.fields import DAYS_APART, LONGEST_NAME, YEARS, Refused, shown
from tui.progress.marks import Mark
from tui.progress.variants import Taught


def check_entry(entry: Entry) -> None:
    """Raises Refused if `entry` can't be taken in."""
    _check_name("id", entry.id)
    _check_name("device", entry.device, empty=True)
    if entry.at.year not in YEARS:
        raise Refused(f"`at` must be in a year from {YEARS[0]} to {YEARS[-1]}, not {entry.at}.")
    if not isinstance(entry, Review):
        _check_name("target", entry.target)
        if isinstance(entry, Amendment):
            _check_score(entry.score)
        return
    _check_name("question", entry.question)
    _check_name("kind", entry.kind, empty=True)
    _check_name("key", entry.key, empty=True)
    _check_score(entry.score)
    if not (math.isfinite(entry.seconds) and entry.seconds >= 0):
        raise Refused("`seconds` must be 0 or more.")
    if abs(entry.day - entry.at.date()) > DAYS_APART:
        raise Refused(f"`day` is {entry.day}, more than two days away from `at`.")


def sound_mark(mark: Mark) -> Mark:
    """`mark` with its time as texts of times are written; Refused if it can't be taken in."""
    _check_name("name", mark.name)
    return replace(mark, at=_sound_time(mark.at))


def sound_wording(taught: Taught) -> Taught:
    """`taught` with its time as texts of times are written; Refused if it can't be taken in."""
    _check_name("question", taught.question)
    _check_name("device", taught.device, empty=True)
    if taught.amendment is not None:
        _check_name("amendment", taught.amendment)
    return taught._replace(at=_sound_time(taught.at))


def _check_name(field: str, value: str, *, empty: bool = False) -> None:
    if not value and not empty:
        raise Refused(f"`{field}` is empty.")
    if len(value) > LONGEST_NAME:
        raise Refused(f"`{field}` is longer than {LONGEST_NAME} characters.")
    if not value.isprintable():
        raise Refused(f"`{field}` holds a character that can't be shown: {shown(value)}.")


def _check_score(score: float) -> None:
    if not 0 <= score <= 1:
        raise Refused("`score` must be from 0 to 1.")


def _sound_time(text: str) -> str:
    try:
        at = moment(text)
        found = moment_text(at)
    except (ValueError, OverflowError):
        raise Refused(f"`at` must be a time, not {shown(text)}.") from None
    if at.year not in YEARS:
        raise Refused(f"`at` must be in a year from {YEARS[0]} to {YEARS[-1]}, not {shown(text)}.")
    return found
