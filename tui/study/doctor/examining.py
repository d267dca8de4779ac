"""Examines progress.db: its pages, its references, what is derived from it, and its times.

All is looked at on a copy, so that nothing is changed and nobody has to wait.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.clock import Clock
from tui.fault import Fault
from tui.progress.copies.backup import complaints, connected
from tui.progress.copies.kept import kept_beside
from tui.progress.copies.raw_copy import raw_copy
from tui.progress.copies.workshop import workshop
from tui.progress.errors import ProgressError
from tui.progress.guards.opening import (
    HEADER,
    MAGIC,
    check_nobody_lost_it,
    check_place,
    foreign,
    is_log_of_another,
    newer,
)
from tui.progress.guards.own_schema import check_schema
from tui.progress.guards.wal import Promised, beside, damage_in_log, is_there, promised_beside
from tui.progress.noting import Note
from tui.progress.rescue.standing_for import standing_for
from tui.progress.schema import APPLICATION_ID, NEWEST
from tui.study.desk import open_desk
from tui.study.doctor.beside_checks import answers_in_backups, answers_in_kept
from tui.study.doctor.findings import Examination, Finding, Weight
from tui.study.doctor.from_backups import backups_of
from tui.study.doctor.log_checks import clock_jumps, orphans, unknown_questions, unreadable
from tui.study.doctor.memory_checks import memories_differ, weights_unreadable
from tui.study.doctor.table_checks import read_all
from tui.study.errors import StudyError
from tui.study.folder import StudyFolder
from tui.study.made_anew import missing

MOST = 50
"""Complaints of SQLite that are kept."""


def examine(
    folder: StudyFolder, clock: Clock, new_id: Callable[[], str], note: Note
) -> Examination:
    """What is wrong with the progress of `folder`. Changes nothing.

    A Fault if there is none, if it can't be read, or if it is another program's or a newer
    version's. Not for a process that has it open.
    """
    path = folder.progress
    check_place(path)
    check_nobody_lost_it(path)
    if not path.exists() and not is_there(path):
        if (trouble := missing(path)) is not None:
            raise trouble
        if kept := kept_beside(path):
            raise StudyError(
                f"{path} is not there, and {kept[-1].name} was saved when it was removed.",
                f"Name that file {path.name} to go on with it.",
            )
        raise StudyError(
            f"There is no progress yet: {path} is not there.", "It is made when you first study."
        )
    size = path.stat().st_size if path.exists() else 0
    with _room(path) as room:
        promised = promised_beside(path)
        copy = raw_copy(path, room)
        with standing_for(copy, path):
            wrong = damage_in(copy, path, clock, note, promised)
            if wrong:
                says = "The file is damaged: not all of it can be read."
                finding = Finding("file", Weight.WRONG, says, tuple(wrong))
                return Examination(path, size, None, damaged=True, findings=(finding,))
            fine = Finding("file", Weight.FINE, "Every page can be read; every reference holds.")
            return _looked_into(folder, copy, _entries(copy), fine, (clock, new_id, note))


@contextmanager
def _room(path: Path) -> Iterator[Path]:
    """A folder for a copy of `path`: beside it, or where temporary files are if that can't be."""
    if os.access(path.parent, os.W_OK | os.X_OK):
        needed = sum(file.stat().st_size for file in (path, beside(path)) if file.exists())
        if shutil.disk_usage(path.parent).free > 2 * needed:
            with workshop(path) as room:
                yield room
            return
    with TemporaryDirectory(prefix="cssprep-") as folder:
        yield Path(folder)


def damage_in(
    copy: Path, path: Path, clock: Clock, note: Note, promised: Promised | None = None
) -> list[str]:
    """What is broken in the file itself, of which `copy` is a copy; empty if nothing is.

    promised: what was noted beside `path` before it was copied. A ProgressError if it is whole, and
    another program's or a newer version's.
    """
    header = b""
    if copy.exists():
        with copy.open("rb") as file:
            header = file.read(HEADER)
    if not header:
        what = "empty" if copy.exists() else "missing"
        if is_there(copy):
            return [f"it is {what}, and {beside(path).name} holds what was recorded last"]
        return [f"it is {what}, and there are backups"] if backups_of(path, clock) else []
    if len(header) < HEADER or not header.startswith(MAGIC):
        return ["its first page is no beginning of a database"]
    # SQLite drops what it does not come to, when it opens the copy.
    in_log = _wrong_in_log(copy, path, promised)
    wrong = in_log + complaints(copy, MOST, lambda done: note("Checking", done))
    if wrong:
        return wrong
    try:
        return _foreign_in(copy, path, int.from_bytes(header[68:72], "big"))
    except (sqlite3.Error, UnicodeDecodeError):
        return ["a name in its schema is no text"]


def _wrong_in_log(copy: Path, path: Path, promised: Promised | None) -> list[str]:
    name = beside(path).name
    if is_log_of_another(copy):
        return [f"{name} is left from another file than this, as a backup that was copied there"]
    log = damage_in_log(copy, promised)
    return [f"{name}, which belongs to it, is damaged: {log}"] if log else []


def _foreign_in(copy: Path, path: Path, marked: int) -> list[str]:
    """What in the tables is not ours. marked: the mark in the header, without what the log says."""
    with closing(connected(copy)) as database:
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
        names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        applied = 0
        if "_sqlite_migrations" in names:
            sql = "SELECT count(*) FROM _sqlite_migrations"
            (applied,) = database.execute(sql).fetchone()
        log = [name for (name,) in database.execute("SELECT name FROM pragma_table_info('log')")]
        is_ours = {"id", "event"} <= set(log)
        if not is_ours and marked == APPLICATION_ID != application:
            return [f"{beside(path).name} belongs to another database"]
        wrong = _mark_wrong(path, application, version, applied, is_ours=is_ours)
        if wrong or not is_ours:
            return wrong
        try:
            check_schema(database, path)
        except ProgressError as error:
            return [error.message]
    return []


def _mark_wrong(
    path: Path, application: int, version: int, applied: int, *, is_ours: bool
) -> list[str]:
    """Whether a bit of what the header says has changed: the tables tell what it was."""
    if not is_ours:
        if application in (0, APPLICATION_ID) and not applied:
            return []
        raise foreign(path)
    if applied > NEWEST:
        raise newer(path, applied)
    wrong = []
    if application != APPLICATION_ID:
        wrong.append("the mark of cssprep in its header is overwritten")
    if version != applied:
        wrong.append(f"its header says version {version}, its tables are of version {applied}")
    return wrong


def _entries(copy: Path) -> int:
    """How many entries the log has; its table is known to be one."""
    try:
        with closing(connected(copy)) as database:
            (entries,) = database.execute("SELECT count(*) FROM log").fetchone()
    except sqlite3.OperationalError:
        return 0  # made, and nothing written to it yet
    return int(entries)


def _looked_into(
    folder: StudyFolder,
    copy: Path,
    entries: int,
    fine: Finding,
    given: tuple[Clock, Callable[[], str], Note],
) -> Examination:
    clock, new_id, note = given
    size = folder.progress.stat().st_size
    findings = [fine]
    damaged = False
    try:
        with open_desk(replace(folder, progress=copy), clock, new_id) as desk:
            misread = unreadable(desk.progress, clock.zone())
            if misread.weight is Weight.WRONG:
                damaged = True
                findings.append(misread)
            else:
                read_all(desk.progress)
                findings.append(weights_unreadable(desk.progress))
                findings.append(memories_differ(desk, note))
                findings += [unknown_questions(desk), orphans(desk), clock_jumps(desk)]
                findings += answers_in_kept(desk.progress, folder.progress)
                findings += answers_in_backups(desk.progress, folder.progress, clock)
    except ProgressError as error:
        damaged = True
        what = error.message.replace(str(copy), str(folder.progress))
        findings = [Finding("file", Weight.WRONG, "The file is damaged.", (what,))]
    except (sqlite3.Error, ValueError, OverflowError) as error:
        damaged = True
        what = f"what is written in it makes no sense ({error})"
        findings = [Finding("file", Weight.WRONG, "The file is damaged.", (what,))]
    except Fault as fault:
        says = f"The rest was not looked into: {fault.message}"
        findings.append(Finding("banks", Weight.NOTE, says, (fault.advice,)))
    return Examination(folder.progress, size, entries, damaged, tuple(findings))
