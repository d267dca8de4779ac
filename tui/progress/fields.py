"""The fields of a line of JSON, each with every complaint about what was written there."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from tui.clock import study_day
from tui.log import How
from tui.memory import Grade

LONGEST_LINE = 1_000_000
"""Characters; no answer that a person typed is as long."""
SHORT_LINE = 50_000
"""Characters of the texts of a line that is never too long, however each of them is written."""
LONGEST_NAME = 200
"""Characters of an id, the name of a question, a kind, a device or a key."""
YEARS = range(1970, 2100)
"""Years in which an answer can have been given; others are a slip of the pen."""
DAYS_APART = timedelta(days=2)
"""How far a study day may be from its moment's date in UTC, in any zone."""
MOST_SECONDS = 7 * 24 * 60 * 60
"""Of one answer: more can't have been spent on it, and sums of them must stay numbers."""
_TOO_DEEP = "Brackets lie in brackets too deep for this program to read."


class Refused(Exception):
    """A line that can't be taken in; its text is the sentence that says why."""


def object_of(line: str) -> dict[str, Any]:
    """The JSON object on `line`; Refused if there is another thing, or none that can be read."""
    if len(line) > LONGEST_LINE and len(line.rstrip("\r\n")) > LONGEST_LINE:
        raise Refused(f"The line is longer than {LONGEST_LINE:,} characters.")
    try:
        line.encode()
    except UnicodeEncodeError:
        raise Refused("The line is not UTF-8 text: save the file as UTF-8.") from None
    try:
        found = json.loads(line, parse_constant=_no_number, object_pairs_hook=_without_doubles)
    except json.JSONDecodeError as error:
        said = error.msg.removesuffix(" at")
        raise Refused(f"Not JSON: {said} at column {error.colno}.") from None
    except RecursionError:
        raise Refused(_TOO_DEEP) from None
    except ValueError:  # Python reads no number of more than some thousands of digits
        raise Refused("A number has too many digits to be read.") from None
    if not isinstance(found, dict):
        raise Refused('Not a JSON object, such as {"question": "…", "at": "…", "score": 1}.')
    return found


def check_length(written: str) -> None:
    """Raises Refused if `written`, a line of ours, is one that other devices would refuse."""
    if len(written) > LONGEST_LINE:
        raise Refused(f"Written anew, the line is longer than {LONGEST_LINE:,} characters.")


def _no_number(constant: str) -> float:
    raise Refused(f"{constant} is not a number that JSON knows.")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in pairs:
        if name in fields:
            raise Refused(f"A field is given twice: {shown(name)}.")
        fields[name] = value
    return fields


class Fields:
    """The fields of one object, each asked for by name and type."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    def id(self) -> str:
        """The `id`, or one made from all that the line says: the same line gives the same id."""
        if "id" in self._fields:
            return self.name("id")
        from hashlib import sha256

        said = _dumped(self._fields)
        return sha256(said.encode()).hexdigest()[:26]

    def name(self, field: str, default: str | None = None) -> str:
        """A short text without control characters; it may be empty only where `default` is."""
        value = self._given(field, default)
        if not isinstance(value, str):
            raise Refused(f"`{field}` must be a text, not {shown(value)}.")
        if not value and default != "":
            raise Refused(f"`{field}` is empty.")
        if len(value) > LONGEST_NAME:
            raise Refused(f"`{field}` is longer than {LONGEST_NAME} characters.")
        if not value.isprintable():
            raise Refused(f"`{field}` holds a character that can't be shown: {shown(value)}.")
        return value

    def text(self, field: str, default: str | None = None) -> str:
        """A text of any length and content that a line holds, and that can be written as UTF-8."""
        value = self._given(field, default)
        if not isinstance(value, str):
            raise Refused(f"`{field}` must be a text, not {shown(value)}.")
        try:
            value.encode()
        except UnicodeEncodeError:
            raise Refused(f"`{field}` holds half a character: {shown(value)}.") from None
        return value

    def moment(self, field: str) -> datetime:
        """A moment with its time zone, in UTC."""
        value = self._given(field, None)
        try:
            at = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            raise Refused(
                f"`{field}` must be a time such as 2025-11-22T18:36:00Z, not {shown(value)}."
            ) from None
        if at.tzinfo is None:
            raise Refused(
                f"`{field}` does not say its time zone: add Z for UTC, or an offset such as +05:00."
            )
        found = in_years(at)
        if found is None:
            raise Refused(
                f"`{field}` must be in a year from {YEARS[0]} to {YEARS[-1]}, not {shown(value)}."
            )
        return found

    def day(self, field: str, at: datetime, zone: tzinfo) -> date:
        """A study day; where it is missing, the one that `at` belongs to in `zone`."""
        if field not in self._fields:
            return study_day(at, zone)
        value = self._fields[field]
        try:
            day = date.fromisoformat(value)
        except (TypeError, ValueError):
            raise Refused(
                f"`{field}` must be a date such as 2025-11-22, not {shown(value)}."
            ) from None
        if abs(day - at.date()) > DAYS_APART:
            raise Refused(f"`{field}` is {day}, more than two days away from `at`.")
        return day

    def score(self, field: str) -> float:
        """A number from 0 to 1."""
        value = self._number(field, None)
        if not 0 <= value <= 1:
            raise Refused(f"`{field}` must be from 0 to 1, not {shown(self._fields[field])}.")
        return value

    def seconds(self, field: str) -> float:
        """A number of seconds; 0, which is not known, where it is missing."""
        value = self._number(field, 0.0)
        if not (value >= 0 and math.isfinite(value)):
            raise Refused(f"`{field}` must be 0 or more, not {shown(self._fields[field])}.")
        if value > MOST_SECONDS:
            raise Refused(f"`{field}` is more than {MOST_SECONDS:,}, which are seven days.")
        return value

    def count(self, field: str, most: int) -> int:
        """A whole number from 0 to `most`."""
        value = self._given(field, None)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise Refused(f"`{field}` must be a whole number from 0 to {most:,}.")
        return value

    def yes(self, field: str) -> bool:
        """true or false; false where it is missing."""
        value = self._given(field, False)
        if not isinstance(value, bool):
            raise Refused(f"`{field}` must be true or false, not {shown(value)}.")
        return value

    def grade(self, field: str, default: Grade | None) -> Grade:
        """One of FSRS's four grades, 1 to 4."""
        value = self._given(field, default)
        if isinstance(value, bool) or not isinstance(value, int) or value not in range(1, 5):
            raise Refused(f"`{field}` must be 1, 2, 3 or 4, not {shown(value)}.")
        return Grade(value)

    def how(self, field: str) -> How:
        """What a learner can say of an answer."""
        value = self.name(field)
        if value not in set(How):
            known = ", ".join(f'"{how}"' for how in How)
            raise Refused(f"`{field}` must be one of {known}, not {shown(value)}.")
        return How(value)

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of texts; a text alone stands for a list of one."""
        value = self._given(field, [])
        if isinstance(value, str):
            return (value,)
        if not _all_texts(value):
            raise Refused(f"`{field}` must be a list of texts, not {shown(value)}.")
        return tuple(value)

    def parts(self, field: str) -> tuple[tuple[str, str, str], ...]:
        """A list of (expected, given, outcome); empty where it is missing."""
        value = self._given(field, [])
        if not (isinstance(value, list) and all(_all_texts(p) and len(p) == 3 for p in value)):
            raise Refused(
                f"`{field}` must be a list of [expected, given, outcome], not {shown(value)}."
            )
        return tuple((expected, given, outcome) for expected, given, outcome in value)

    def _number(self, field: str, default: float | None) -> float:
        value = self._given(field, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Refused(f"`{field}` must be a number, not {shown(value)}.")
        try:
            return float(value)
        except OverflowError:
            raise Refused(f"`{field}` is too large a number.") from None

    def _given(self, field: str, default: object) -> Any:
        value = self._fields.get(field, default)
        if value is None:
            missing = "is null" if field in self._fields else "is missing"
            raise Refused(f"`{field}` {missing}.")
        return value


def _all_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def in_years(at: datetime) -> datetime | None:
    """`at`, which has a zone, in UTC, as it is kept; None if that is in none of `YEARS`."""
    # Near the ends of all years, the change of zone itself would fail.
    if at.year not in range(YEARS[0] - 1, YEARS[-1] + 2):
        return None
    found = at.astimezone(UTC)
    return found if found.year in YEARS else None


def _dumped(value: object) -> str:
    try:
        return json.dumps(value, sort_keys=True)
    except RecursionError:
        raise Refused(_TOO_DEEP) from None


def shown(value: object) -> str:
    """`value` as JSON that a terminal can show, cut short."""
    text = _dumped(value)
    return text if len(text) <= 40 else text[:39] + "…"
