"""Answers in the files that the running app saved beside progress.db, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from tui.progress.copies.kept import answers_kept


def kept_answers(path: Path, content: Path) -> list[str]:
    """What to tell of each file kept beside the progress.db `path` that holds more than that.

    content: `path` or a copy of it. ProgressError if that can't be read.
    """
    return [_told(path, *found) for found in answers_kept(path, content)]


def kept_in_short(path: Path) -> str:
    """The same in one sentence or two, "" if there is nothing to tell."""
    found = answers_kept(path, path)
    if len(found) < 2:
        return "".join(_told(path, *each) for each in found)
    return (
        f"{len(found)} files that were saved beside {path.name} may hold answers that it has not: "
        "`cssprep doctor` says which, and what to do."
    )


def _told(path: Path, file: Path, answers: int | None) -> str:
    if answers is None:
        return (
            f"{file.name} was saved when {path.name} was written over, and not all of it can be "
            f"read. `cssprep doctor --fix` takes what can, if {path.name} is damaged, too. Move it "
            f"elsewhere once nothing is missing, and {file.name}-wal with it."
        )
    count, them = ("1 answer", "it") if answers == 1 else (f"{answers:,} answers", "them")
    return (
        f"{file.name} holds {count} that {path.name} has not: `cssprep progress merge "
        f"{quote(str(file))}` brings {them} in. Move it elsewhere if you don't want {them}."
    )
