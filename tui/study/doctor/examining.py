"""Examines progress.db: its pages, its references, what is derived from it, and its times.

All is looked at on a copy, so that nothing is changed and nobody has to wait.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tui.clock import Clock
from tui.fault import Fault
from tui.progress import flags, parked, sessions, variants
from tui.progress.backup import complaints, connected
from tui.progress.backups import folder_of
from tui.progress.errors import ProgressError
from tui.progress.opening import HEADER, MAGIC
from tui.progress.raw_copy import raw_copy
from tui.progress.restoring import Note, workshop
from tui.progress.schema import APPLICATION_ID, NEWEST
from tui.study.desk import open_desk
from tui.study.doctor.findings import Examination, Finding, Weight
from tui.study.doctor.log_checks import clock_jumps, orphans, unknown_questions, unreadable
from tui.study.doctor.memory_checks import memories_differ, weights_unreadable
from tui.study.errors import StudyError
from tui.study.folder import StudyFolder

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
    if not path.exists():
        raise StudyError(
            f"There is no progress yet: {path} is not there.",
            "It is made when you first study. `cssprep progress backups` lists backups.",
        )
    size = path.stat().st_size
    with workshop(path) as room:
        copy = raw_copy(path, room)
        wrong = damage_in(copy, path, note)
        if wrong:
            says = "The file is damaged: not every page of it can be read."
            finding = Finding("file", Weight.WRONG, says, tuple(wrong))
            return Examination(path, size, None, damaged=True, findings=(finding,))
        fine = Finding("file", Weight.FINE, "Every page can be read; every reference holds.")
        try:
            with closing(connected(copy)) as database:
                (entries,) = database.execute("SELECT count(*) FROM log").fetchone()
        except sqlite3.OperationalError:
            entries = 0  # made, and nothing written to it yet
        return _looked_into(folder, copy, entries, fine, (clock, new_id, note))


def damage_in(copy: Path, path: Path, note: Note) -> list[str]:
    """What is broken in the file itself, of which `copy` is a copy; empty if nothing is.

    A ProgressError if it is whole, and another program's or a newer version's.
    """
    with copy.open("rb") as file:
        header = file.read(HEADER)
    if not header:
        return ["it is empty, and there are backups"] if folder_of(path).is_dir() else []
    if len(header) < HEADER or not header.startswith(MAGIC):
        return ["its first page is no beginning of a database"]
    wrong = complaints(copy, MOST, lambda done: note("Checking", done))
    if wrong:
        return wrong
    with closing(connected(copy)) as database:
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
        names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        applied = 0
        if "_sqlite_migrations" in names:
            sql = "SELECT count(*) FROM _sqlite_migrations"
            (applied,) = database.execute(sql).fetchone()
        log = [name for (name,) in database.execute("SELECT name FROM pragma_table_info('log')")]
    return _mark_wrong(path, application, version, applied, is_ours={"id", "event"} <= set(log))


def _mark_wrong(
    path: Path, application: int, version: int, applied: int, *, is_ours: bool
) -> list[str]:
    """Whether a bit of what the header says has changed: the tables tell what it was."""
    from tui.progress.opening import foreign, newer

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
            misread = unreadable(desk.progress)
            if misread.weight is Weight.WRONG:
                damaged = True
                findings.append(misread)
            else:
                for read in (sessions.latest, flags.flagged, parked.parked, variants.every):
                    read(desk.progress)
                findings.append(weights_unreadable(desk.progress))
                findings.append(memories_differ(desk, note))
                findings += [unknown_questions(desk), orphans(desk.progress), clock_jumps(desk)]
    except ProgressError as error:
        damaged = True
        findings = [Finding("file", Weight.WRONG, "The file is damaged.", (error.message,))]
    except (sqlite3.Error, ValueError) as error:
        damaged = True
        what = f"what is written in it makes no sense ({error})"
        findings = [Finding("file", Weight.WRONG, "The file is damaged.", (what,))]
    except Fault as fault:
        says = f"The rest was not looked into: {fault.message}"
        findings.append(Finding("banks", Weight.NOTE, says, (fault.advice,)))
    return Examination(folder.progress, size, entries, damaged, tuple(findings))
