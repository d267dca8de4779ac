"""`cssprep progress wordings` and `flags`: what learners want their instructors to see."""

from __future__ import annotations

import json
from pathlib import Path

from tui.cli.opened import opened_progress
from tui.cli.printable import printable_line


def print_wordings(progress: Path, *, as_json: bool) -> int:
    """Prints each wording that the learner counted as right and had remembered."""
    from tui.progress import variants

    with opened_progress(progress, existing=True) as db:
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
            wording = f"“{one.variant.text}” counts as “{one.variant.expected}”"
            print(printable_line(f"{one.question}: {wording}"))
    return 0


def print_flags(progress: Path, *, as_json: bool) -> int:
    """Prints each question that is flagged, the one flagged first in front."""
    from tui.progress import flags

    with opened_progress(progress, existing=True) as db:
        flagged = flags.flagged(db)
    if as_json:
        rows = [{"question": ref, "at": flag.at.isoformat()} for ref, flag in flagged.items()]
        print(json.dumps(rows))
    elif not flagged:
        print("No question is flagged.")
    else:
        for ref, flag in flagged.items():
            print(printable_line(f"{ref}: flagged on {flag.at.astimezone():%d %B %Y}"))
    return 0
