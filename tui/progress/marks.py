"""What is set and taken back at will: flags, parked questions, settings; each with its time.

When two devices come together, the newest change of each stands, taking it back being one. So each
change leaves its time in the table `changed`, also where nothing else is left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tui.progress.columns import moment, moment_text
from tui.progress.database import Database, Row

FLAG, PARKED, SETTING = "flag", "parked", "setting"
SORTS = (FLAG, PARKED, SETTING)

STANDING = """
    SELECT what, name, changed.at, CASE what
        WHEN 'flag' THEN flags.note
        WHEN 'parked' THEN CASE WHEN parked.question IS NOT NULL THEN '' END
        ELSE settings.value END
    FROM changed
    LEFT JOIN flags ON what = 'flag' AND flags.question = name
    LEFT JOIN parked ON what = 'parked' AND parked.question = name
    LEFT JOIN settings ON what = 'setting' AND settings.key = name
    ORDER BY what, name
"""
"""All marks, as the fields of a `Mark`."""

LATEST = "2098-12-31T23:59:59.999999Z"
"""The latest time of a change that is taken in, and that one made here is given."""
AHEAD = timedelta(days=30 * 366)
"""How far ahead of now a change may be dated: no clock that somebody sets is so wrong."""
LEAST = datetime(2025, 1, 1, tzinfo=UTC)
"""A clock that shows an earlier time than this stood still; it is taken to show this."""
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Mark:
    """The newest change of one flag, parking or setting.

    what: one of `SORTS`. name: a question or a setting. at: as in the log, text that sorts by time.
    value: the note of a flag, "" of a parked question, what was set; None where it was taken back.
    """

    what: str
    name: str
    at: str
    value: str | None

    @property
    def rank(self) -> tuple[str, bool, str]:
        """Of two changes of one thing, that of the greater rank stands, wherever they meet.

        The newer one; of one moment the one that sets something, then the greater text.
        """
        return self.at, self.value is not None, self.value or ""


def latest(now: datetime) -> str:
    """The latest time of a change that is taken in at `now`.

    It moves on with time. So a change that is made here after one of that very time is taken in by
    every other device, if not at once, then as soon as its clock shows as much.
    """
    return min(moment_text(max(now, LEAST) + AHEAD), LATEST)


def note(db: Database, what: str, name: str) -> str:
    """Notes that something is changed now; its time.

    Always after the change before, which may come from a device whose clock is ahead: what the
    learner said last, knowing of that, stands. Where that is later than `latest`, though, no other
    device takes it in, and so it need not be surpassed.
    """
    now = db.clock.now()
    at = now
    before = _changed_at(db, what, name)
    if before is not None and moment_text(before) <= latest(now):
        at = max(at, before + _TICK)
    text = min(moment_text(at), LATEST)
    db.write("INSERT OR REPLACE INTO changed (what, name, at) VALUES (?, ?, ?)", (what, name, text))
    return text


def is_far_ahead(db: Database, what: str, name: str) -> bool:
    """Whether the change that stands here is later than `latest`: no other device takes it in."""
    at = _changed_at(db, what, name)
    return at is not None and moment_text(at) > latest(db.clock.now())


def every(db: Database) -> list[Mark]:
    """All marks, those taken back among them."""
    return [Mark(*row) for row in db.rows(STANDING)]


def newer(db: Database, marks: Iterable[Mark]) -> list[Mark]:
    """Those of `marks` that would take the place of what is here, one for each thing.

    What is here and later than `latest` was set while the clock was years ahead. No other device
    takes it in, so it gives way to whatever these have; else each would keep its own for years.
    """
    limit = latest(db.clock.now())
    best = {(mark.what, mark.name): mark for mark in every(db) if mark.at <= limit}
    found: dict[tuple[str, str], Mark] = {}
    for mark in marks:
        key = (mark.what, mark.name)
        if key not in best or mark.rank > best[key].rank:
            best[key] = found[key] = mark
    return [found[key] for key in sorted(found)]


def put(db: Database, mark: Mark) -> None:
    """Puts `mark` in the place of what is here, with its own time."""
    row = (mark.what, mark.name, mark.at)
    db.write("INSERT OR REPLACE INTO changed (what, name, at) VALUES (?, ?, ?)", row)
    table, key, field = _TABLES[mark.what]
    db.write(f"DELETE FROM {table} WHERE {key} = ?", (mark.name,))
    if mark.value is None:
        return
    value = {FLAG: (mark.at, mark.value), PARKED: (mark.at,), SETTING: (mark.value,)}[mark.what]
    places = ", ".join("?" * (len(value) + 1))
    db.write(f"INSERT INTO {table} ({key}, {field}) VALUES ({places})", (mark.name, *value))


def _changed_at(db: Database, what: str, name: str) -> datetime | None:
    row = db.row("SELECT at FROM changed WHERE what = ? AND name = ?", (what, name))
    return None if row is None else db.shaped(_moment)(row)


def _moment(row: Row) -> datetime:
    return moment(row[0])


_TABLES = {
    FLAG: ("flags", "question", "at, note"),
    PARKED: ("parked", "question", "at"),
    SETTING: ("settings", "key", "value"),
}
