"""What could be read of a damaged progress.db, and what could not."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from tui.log import Entry, Review
from tui.progress.database import Row
from tui.progress.entries import ANSWER, COLUMNS, UNDO, entry_of
from tui.progress.fields import DAYS_APART
from tui.progress.rescue.moments import is_moment
from tui.progress.rescue.pages import Value

TableRow = dict[str, Value]
"""A row by the names of its columns."""

LOG_COLUMNS = (
    "number",
    "id",
    "event",
    "at",
    "device",
    "question",
    "day",
    "kind",
    "answer",
    "score",
    "parts",
    "grade",
    "seconds",
    "key",
    "target",
    "how",
    "practice",
)
"""In the order of the table, which is that of the file; version 1 had no `practice`."""

OPEN_SESSION = ("sessions", "session_queues", "session_steps")
"""The tables of a session that is open: its rows belong together."""
_ORDER = COLUMNS.split(", ")


@dataclass(frozen=True, slots=True)
class Lost:
    """An entry that was in the log and can't be read; what an index still says of it."""

    number: int
    id: str | None = None
    question: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read.

    log: values of `entries.COLUMNS` by the entry's number, which is the order of writing. lost: the
    entries between them that can't be read, and those after them that an index knows of. tables:
    rows of the other tables by name. incomplete: tables of which rows may be missing. mended: ids
    of entries of which a field made no sense, and was told by the others. is_all_known: SQLite came
    through the log or its index, so that no other entry than those in `lost` can be missing.
    """

    log: dict[int, Row]
    lost: tuple[Lost, ...]
    tables: dict[str, list[TableRow]]
    incomplete: tuple[str, ...]
    mended: frozenset[str] = frozenset()
    is_all_known: bool = False

    @property
    def ids(self) -> set[str]:
        """The ids of all entries that were read."""
        return {row[1] for row in self.log.values()}


def entry_row(found: TableRow) -> Row | None:
    """The values of `entries.COLUMNS` in a row of the log; None if it describes no entry.

    Or one that can't have been recorded, as of a day years away from its moment.
    """
    row = tuple(found.get(name) for name in _ORDER)
    if row[0] == "answer" and row[-1] is None:
        row = (*row[:-1], 0)
    try:
        entry = entry_of(row)
        fits = _has_a_place(dict(zip(_ORDER, row, strict=True))) and is_moment(row[2])
        return row if fits and _can_be(entry) else None
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _can_be(entry: Entry) -> bool:
    """Whether what an answer says of itself goes together; TypeError where a text is none."""
    if not isinstance(entry, Review):
        return True
    ",".join(entry.answer)
    for part in entry.parts:
        ",".join(part)
    near = abs(entry.day - entry.at.date()) <= DAYS_APART
    # No bound of the table holds off what is infinite.
    return near and math.isfinite(entry.seconds)


def _has_a_place(row: dict[str, Any]) -> bool:
    """Whether the table takes `row`, as far as `entry_of` does not see to that.

    TypeError where a value is of another type than its column.
    """
    texts = [row["id"], row["at"], row["device"]]
    if row["event"] == ANSWER:
        texts += [row["question"], row["day"], row["kind"], row["answer"], row["parts"], row["key"]]
        fits = (
            row["question"] != ""
            and len(row["day"]) == len("2026-11-02")
            and row["seconds"] >= 0
            and row["practice"] in (0, 1)
            and row["target"] is row["how"] is None
        )
    else:
        texts.append(row["target"])
        fits = row["target"] != "" and row["practice"] is None
    if row["event"] == UNDO:
        fits = fits and row["how"] is row["score"] is row["grade"] is None
    else:
        fits = fits and 0 <= row["score"] <= 1
    whole = all(isinstance(text, str) for text in texts) and row["id"] != ""
    return whole and fits
