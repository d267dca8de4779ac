"""Which table a row belongs to that was found on a page, told by its values alone."""

from __future__ import annotations

import re

from tui.progress.rescue.moments import is_moment
from tui.progress.rescue.pages import RawRow, Value
from tui.progress.rescue.salvaged import LOG_COLUMNS, TableRow

EVENTS = ("answer", "amend", "undo")
SORTS = ("flag", "parked", "setting")

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WITHOUT_PRACTICE = len(LOG_COLUMNS) - 1


def log_row(row: RawRow) -> TableRow | None:
    """`row` as one of the log, of any version; None if it is none."""
    values = row.values
    if row.rowid is None or len(values) not in (_WITHOUT_PRACTICE, len(LOG_COLUMNS)):
        return None
    if values[2] not in EVENTS:
        return None
    practice: Value = 0 if values[2] == "answer" else None
    found = values if len(values) == len(LOG_COLUMNS) else (*values, practice)
    return dict(zip(LOG_COLUMNS, (row.rowid, *found[1:]), strict=True))


def other_row(row: RawRow) -> tuple[str, TableRow] | None:
    """The table that `row` belongs to, and its columns; None where that can't be told."""
    if row.rowid == 1 and len(row.values) == 3 and is_moment(row.values[2]):
        return "device", {"one": 1, "id": row.values[1], "made_at": row.values[2]}
    table = _variants_or_none(row.values) if len(row.values) == 6 else None
    if table is None and row.rowid is None:
        table = _marked(row.values)
    return None if table is None else (table, dict(zip(_COLUMNS[table], row.values, strict=True)))


_COLUMNS = {
    "variants": ("question", "expected", "text", "at", "device", "amendment"),
    "changed": ("what", "name", "at"),
    "flags": ("question", "at", "note"),
    "parked": ("question", "at"),
    "settings": ("key", "value"),
}


def _variants_or_none(values: tuple[Value, ...]) -> str | None:
    match values:
        case (str(), str(), str(), at, str(), str() | None) if is_moment(at):
            return "variants"
    return None


def _marked(values: tuple[Value, ...]) -> str | None:
    match values:
        case (what, str(), at) if what in SORTS and is_moment(at):
            return "changed"
        case (str(), at, str()) if is_moment(at):
            return "flags"
        case (str(), at) if is_moment(at):
            return "parked"
        # The index of due days has two texts as well.
        case (str(key), str()) if not _DAY.fullmatch(key):
            return "settings"
    return None
