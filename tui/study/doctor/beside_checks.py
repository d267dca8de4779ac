"""Checks of what lies beside progress.db: answers that it has not."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from tui.clock import Clock
from tui.progress import history
from tui.progress.copies.backups import check_folder, device_in, folder_of
from tui.progress.copies.kept import answers_not_in
from tui.progress.copies.restoring import REASON as RESTORE
from tui.progress.database import Database
from tui.progress.errors import ProgressError
from tui.study.doctor.findings import Finding, Weight
from tui.study.doctor.from_backups import backups_of, entries_in
from tui.study.kept_answers import kept_answers
from tui.study.syncing.shared import holds_anything


def answers_in_kept(db: Database, path: Path) -> list[Finding]:
    """A note for each file that the running app kept beside `path` and that holds more than it.

    db: the content of `path`, or of a copy of it.
    """
    return [Finding("kept", Weight.NOTE, told) for told in kept_answers(path, db.path)]


def answers_in_backups(db: Database, path: Path, clock: Clock) -> list[Finding]:
    """A note where backups are of an earlier progress.db, and have answers that this one has not.

    Or where it can't be seen which there are. What a restore put away was not wanted. db: the
    content of `path`, or of a copy of it.
    """
    try:
        check_folder(folder_of(path))
    except ProgressError as error:
        return [Finding("backups", Weight.NOTE, error.message, (error.advice,))]
    found = [backup for backup in backups_of(path, clock) if backup.made.reason != RESTORE]
    is_empty = not history.newest(db).number
    if not is_empty:
        found = [each for each in found if device_in(each.path) not in (None, db.device)]
    fullest = max(found, key=entries_in, default=None)
    if fullest is None:
        return []
    answers = answers_not_in(db.path, fullest.path)
    if not answers:
        return []
    count = "1 answer" if answers == 1 else f"{answers:,} answers"
    file = quote(str(fullest.path))
    # What has been set since would be put away by a restore.
    if is_empty and not holds_anything(db):
        says = (
            f"{path.name} has no answers, and a backup of an earlier one holds {count}: "
            f"`cssprep progress restore {file}` puts it in place."
        )
    else:
        says = (
            f"A backup of an earlier {path.name} holds {count} that this one has not: "
            f"`cssprep progress merge {file}` brings {'it' if answers == 1 else 'them'} in."
        )
    return [Finding("backups", Weight.NOTE, says)]
