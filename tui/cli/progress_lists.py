"""`cssprep progress wordings` and `flags`: what learners want their instructors to see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tui.fault import Fault

if TYPE_CHECKING:
    from tui.progress.database import Database


def print_wordings(progress: Path, *, as_json: bool) -> int:
    """Prints each wording that the learner counted as right and had remembered."""
    from tui.progress import variants

    with _opened(progress) as db:
        learned = variants.every(db)
    if as_json:
        rows = [
            {
                "question": one.question,
                "expected": one.variant.expected,
                "wording": one.variant.text,
                "at": one.at.isoformat(),
            }
            for one in learned
        ]
        print(json.dumps(rows, ensure_ascii=False))
    elif not learned:
        print("No wordings are remembered yet: press m after an answer that was right after all.")
    else:
        for one in learned:
            print(f"{one.question}: {one.variant.text!r} counts as {one.variant.expected!r}")
    return 0


def print_flags(progress: Path, *, as_json: bool) -> int:
    """Prints each question that is flagged, the one flagged first in front."""
    from tui.progress import flags

    with _opened(progress) as db:
        flagged = flags.flagged(db)
    if as_json:
        rows = [{"question": ref, "at": flag.at.isoformat()} for ref, flag in flagged.items()]
        print(json.dumps(rows))
    elif not flagged:
        print("No question is flagged.")
    else:
        for ref, flag in flagged.items():
            print(f"{ref}: flagged on {flag.at.astimezone():%d %B %Y}")
    return 0


def _opened(progress: Path) -> Database:
    if not progress.exists():
        raise Fault(
            f"There is no progress yet: {progress} is not there.",
            "It is made when you first study.",
        )
    from tui.clock import SystemClock
    from tui.progress.database import open_database
    from tui.study.ids import random_id

    return open_database(progress, SystemClock(), random_id)
