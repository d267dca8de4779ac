"""Checks of the log of answers: what can't be read, what it is about, and its times."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta, tzinfo

from tui.progress.columns import moment
from tui.progress.database import Database
from tui.progress.rescue.moments import is_moment
from tui.progress.rescue.salvaged import LOG_COLUMNS, entry_row
from tui.study.desk import Desk
from tui.study.doctor.findings import Finding, Weight

BACK = timedelta(minutes=10)
"""A clock that is set right by less goes back all the time, and matters to nobody."""
AHEAD = timedelta(days=1)
"""A moment so far ahead of now was written by a clock that was wrong."""
SHOWN = 10
"""Details of one sort that are told."""


def unreadable(db: Database, zone: tzinfo) -> Finding:
    """Entries whose values make no entry: a flipped bit that no check of the pages sees.

    zone: of the learner, by which they are told.
    """
    columns = ", ".join(LOG_COLUMNS)
    wrong = []
    for row in db.stream(f"SELECT {columns} FROM log ORDER BY number"):
        if entry_row(dict(zip(LOG_COLUMNS, row, strict=True))) is None:
            at = _local(row[3], zone)
            wrong.append(f"entry {row[0]}, of {at}" if at else f"entry {row[0]}")
    if not wrong:
        return Finding("log", Weight.FINE, "Every entry of the log can be read.")
    says = f"{_counted(len(wrong), 'entry', 'entries')} of the log can't be understood."
    return Finding("log", Weight.WRONG, says, _first(wrong))


def unknown_questions(desk: Desk) -> Finding:
    """Answers to questions that no bank here holds, by bank."""
    here = {row.ref for row in desk.index.rows(None)}
    aliases = desk.index.aliases()
    counts: Counter[str] = Counter()
    questions: dict[str, set[str]] = {}
    sql = "SELECT question, count(*) FROM log WHERE event = 'answer' GROUP BY question"
    for name, count in desk.progress.stream(sql):
        present = str(aliases.get(name, name))
        if present not in here:
            bank = present.split("/", maxsplit=1)[0]
            counts[bank] += count
            questions.setdefault(bank, set()).add(present)
    if not counts:
        return Finding("questions", Weight.FINE, "Every question answered is in a bank.")
    total = sum(counts.values())
    if total == 1:
        says = (
            "1 answer is about a question that no bank here holds; "
            "it is kept, and counts again once the bank is back."
        )
    else:
        says = (
            f"{total:,} answers are about questions that no bank here holds; "
            "they are kept, and count again once the bank is back."
        )
    told = [
        f"bank {bank}: {_counted(count, 'answer')} to "
        f"{_counted(len(questions[bank]), 'question')}, such as {min(questions[bank])}"
        for bank, count in counts.most_common()
    ]
    return Finding("questions", Weight.NOTE, says, _first(told))


def orphans(desk: Desk) -> Finding:
    """Amendments and undos of entries that are not there."""
    rows = desk.progress.rows(
        """
        SELECT event, at, target FROM log AS said WHERE target IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM log WHERE id = said.target) ORDER BY number
        """
    )
    if not rows:
        return Finding("targets", Weight.FINE, "No word about an answer is without its answer.")
    count = "1 entry says" if len(rows) == 1 else f"{len(rows):,} entries say"
    says = (
        f"{count} something of an answer that is not there; "
        "it may come with the progress of another device."
    )
    words = {"amend": "amended", "undo": "taken back"}
    zone = desk.clock.zone()
    told = [
        f"{words.get(event, event)} at {_local(at, zone)}: {target}" for event, at, target in rows
    ]
    return Finding("targets", Weight.NOTE, says, _first(told))


def clock_jumps(desk: Desk) -> Finding:
    """Where this device's clock went back between two entries, or was ahead of now."""
    now = desk.clock.now()
    zone = desk.clock.zone()
    told = []
    ahead = 0
    latest = None
    sql = "SELECT at FROM log WHERE device = ? ORDER BY number"
    for (text,) in desk.progress.stream(sql, (desk.progress.device,)):
        at = moment(text)
        ahead += at > now + AHEAD
        if latest is not None and at < latest - BACK:
            told.append(f"from {_minute(latest, zone)} back to {_minute(at, zone)}")
        latest = at
    if not told and not ahead:
        return Finding("clock", Weight.FINE, "This device's clock never went back.")
    parts = []
    if told:
        parts.append(f"This device's clock went back {_counted(len(told), 'time')}.")
    if ahead:
        lie = "lies" if ahead == 1 else "lie"
        parts.append(f"{_counted(ahead, 'entry', 'entries')} {lie} in the future.")
    parts.append("Answers stay as they were written; look at the clock of this computer.")
    return Finding("clock", Weight.NOTE, " ".join(parts), _first(told))


def _first(told: list[str]) -> tuple[str, ...]:
    if len(told) <= SHOWN:
        return tuple(told)
    return (*told[:SHOWN], f"and {len(told) - SHOWN:,} more")


def _local(at: object, zone: tzinfo) -> str:
    """A time of the log by the clock of `zone`; '' if it is none."""
    return _minute(moment(at), zone) if is_moment(at) and isinstance(at, str) else ""


def _minute(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def _counted(count: int, word: str, words: str | None = None) -> str:
    return f"{count:,} {word if count == 1 else words or word + 's'}"
