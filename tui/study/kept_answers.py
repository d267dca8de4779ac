"""Answers in the files that the running app saved beside progress.db, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from tui.progress.copies.kept import answers_kept


def kept_answers(path: Path) -> list[str]:
    """What to tell of each file kept beside the progress.db `path` that holds more than that."""
    told = []
    for file, answers in answers_kept(path):
        if answers is None:
            told.append(
                f"{file.name} was saved when {path.name} was written over, and not all of it can "
                f"be read: to save what can, name it {path.name} in an empty folder, and run "
                "`cssprep doctor --fix` with --folder on that."
            )
            continue
        count = "1 answer" if answers == 1 else f"{answers:,} answers"
        told.append(
            f"{file.name} holds {count} that {path.name} has not: `cssprep progress merge "
            f"{quote(str(file))}` brings {'it' if answers == 1 else 'them'} in."
        )
    return told
