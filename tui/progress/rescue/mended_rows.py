"""Rows that can be read and make no sense: what of them can be told otherwise is put right.

A bit that changed in a time or a day leaves the rest of its row as it was, so the row is kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, tzinfo
from typing import Any

from tui.clock import study_day
from tui.progress.columns import list_of, list_text, moment, moment_text
from tui.progress.database import Row
from tui.progress.fields import DAYS_APART, LONGEST_NAME, YEARS
from tui.progress.rescue.moments import is_moment
from tui.progress.rescue.pages import Value
from tui.progress.rescue.salvaged import TableRow, entry_row

TIMES = {
    "device": "made_at",
    "changed": "at",
    "flags": "at",
    "parked": "at",
    "variants": "at",
    "sessions": "started_at",
}
"""The column of a table that always holds a time."""
_SORTS = {"flags": "flag", "parked": "parked"}


def mended_entry(found: TableRow, zone: tzinfo) -> Row | None:
    """An entry of the log, as `entry_row` gives it, from a row that makes none as it is.

    Its moment and its day tell each other; time spent that can't be is not known. None if more is
    wrong with it. zone: of the learner, where only the moment tells the day.
    """
    mended: dict[str, Any] = dict(found)
    try:
        _mend_time(mended, zone)
        if mended["event"] == "answer":
            _mend_answer(mended)
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
    return entry_row(mended)


def makes_sense(table: str, row: TableRow) -> bool:
    """Whether a row of `table`, not of the log, can be used."""
    column = TIMES.get(table)
    return column is None or is_moment(row.get(column))


def with_times(
    tables: Mapping[str, Sequence[TableRow]], log: Mapping[int, Row], now: str
) -> dict[str, list[TableRow]]:
    """`tables` with a time in each row that has lost its own.

    A mark's is told by the time of its change, and this by the mark's; a wording's by what taught
    it. Else it is when the file was made: whatever else is known of it is newer.
    """
    found = {name: list(rows) for name, rows in tables.items()}
    times = [row[2] for row in log.values()]
    made = next((r["made_at"] for r in found["device"] if makes_sense("device", r)), None)
    made = min(times, default=now) if made is None else made
    said: dict[Value, str] = {row[1]: row[2] for row in log.values()}
    marked: dict[tuple[Value, Value], Value] = {
        (sort, row.get("question")): row["at"]
        for table, sort in _SORTS.items()
        for row in found[table]
        if makes_sense(table, row)
    }
    changed: dict[tuple[Value, Value], Value] = {
        (row.get("what"), row.get("name")): row["at"]
        for row in found["changed"]
        if makes_sense("changed", row)
    }
    known: dict[str, Callable[[TableRow], Value]] = {
        "device": lambda row: made,
        "changed": lambda row: marked.get((row.get("what"), row.get("name")), made),
        "flags": lambda row: changed.get(("flag", row.get("question")), made),
        "parked": lambda row: changed.get(("parked", row.get("question")), made),
        "variants": lambda row: said.get(row.get("amendment"), made),
    }
    for table, time_of in known.items():
        column = TIMES[table]
        found[table] = [
            row if makes_sense(table, row) else {**row, column: time_of(row)}
            for row in found[table]
        ]
    return found


def _mend_time(row: dict[str, Any], zone: tzinfo) -> None:
    at = moment(row["at"])
    # One letter of 27 that changed may be that of the zone, which is always the same.
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    if row["event"] == "answer":
        day = _day(row["day"])
        if day is not None and at.year != day.year and at.year not in YEARS:
            at = at.replace(year=day.year)
        if day is None or abs(day - at.date()) > DAYS_APART:
            row["day"] = study_day(at, zone).isoformat()
    row["at"] = moment_text(at)


def _mend_answer(row: dict[str, Any]) -> None:
    if not (math.isfinite(row["seconds"]) and row["seconds"] >= 0):
        row["seconds"] = 0.0
    for name in ("kind", "key"):
        if not row[name].isprintable() or len(row[name]) > LONGEST_NAME:
            row[name] = ""
    row["answer"] = list_text([_text(value) for value in list_of(row["answer"])])
    row["parts"] = list_text([[_text(value) for value in part] for part in list_of(row["parts"])])


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _text(value: object) -> str:
    return value if isinstance(value, str) else list_text([value])[1:-1]
