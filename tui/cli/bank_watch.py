"""What `cssprep bank check --watch` does: checks again at each save."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tui.cli.bank_paths import counted, short
from tui.fault import Fault

if TYPE_CHECKING:
    from tui.banks.watched import Watched

ENDED = 0
"""Exit code: whoever ends it with Ctrl+C has seen the findings."""

SETTLED_AFTER, LONGEST_WAIT = 30, 300
"""Milliseconds without a further change before one is looked at; the longest that is waited."""
HOME_AND_CLEAR = "\x1b[H\x1b[2J"


def watch(paths: Sequence[Path], form: str, check: Callable[[Callable[[], None]], int]) -> int:
    """Checks the banks at `paths` at each change of them.

    check: does it, calls what it is given, then prints the findings. Ends with Ctrl+C; the exit
    code. A Fault of the first check ends it, too; later ones are shown.
    """
    from threading import Event

    from tui.banks.moments import moments
    from tui.banks.watched import Watched

    try:
        watched = Watched(paths)
        watched.take_changes()
        check(lambda: _begin(form, ()))
        _say_watching(form, watched)
        for _ in moments(watched.folders, LONGEST_WAIT, Event()):
            if changed := _settled(watched):
                _check_again(form, changed, check)
                _say_watching(form, watched)
    except KeyboardInterrupt:
        if sys.stdout.isatty():
            print()
    return ENDED


def _settled(watched: Watched) -> tuple[Path, ...]:
    """What has changed, once it has stopped changing: some editors empty a file and fill it."""
    changed = dict.fromkeys(watched.take_changes())
    more: tuple[Path, ...] = tuple(changed)
    for _ in range(LONGEST_WAIT // SETTLED_AFTER):
        if not more:
            break
        time.sleep(SETTLED_AFTER / 1000)
        more = watched.take_changes()
        changed.update(dict.fromkeys(more))
    return tuple(changed)


def _check_again(
    form: str, changed: Sequence[Path], check: Callable[[Callable[[], None]], int]
) -> None:
    try:
        # Not before the findings are known: until then the last ones stay on the screen.
        check(lambda: _begin(form, changed))
    except Fault as fault:
        _begin(form, changed)
        print(fault)


def _begin(form: str, changed: Sequence[Path]) -> None:
    from tui.banks.characters import visible

    if _for_people(form) and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        sys.stdout.write(HOME_AND_CLEAR)
    elif changed:
        names = ", ".join(visible(short(str(path))) for path in changed)
        print(f"Changed: {names}.", file=_aside(form), flush=True)


def _say_watching(form: str, watched: Watched) -> None:
    sys.stdout.flush()
    said = f"Watching {counted(len(watched.banks), 'bank')}; Ctrl+C ends."
    print(said, file=_aside(form), flush=True)


def _for_people(form: str) -> bool:
    return form in ("full", "concise")


def _aside(form: str) -> TextIO:
    """Where to say what is no finding: not between those that a program reads."""
    return sys.stdout if _for_people(form) else sys.stderr
