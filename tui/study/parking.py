"""Questions that are not asked until the learner wants them again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tui.progress import parked as progress_parked
from tui.study.desk import Desk
from tui.study.errors import StudyError


def parked_refs(desk: Desk) -> frozenset[str]:
    """The parked questions, by their present names."""
    return frozenset(parked_since(desk))


def parked_since(desk: Desk) -> dict[str, datetime]:
    """The parked questions, by their present names, and when each was parked."""
    aliases = desk.index.aliases()
    return {aliases.get(ref, ref): at for ref, at in progress_parked.parked(desk.progress).items()}


def unpark_all(desk: Desk, refs: Sequence[str]) -> list[str]:
    """Takes `refs`, by any of their names, out again; their present names.

    StudyError, and all stay as they are, if one of them is not parked.
    """
    aliases = desk.index.aliases()
    names = [aliases.get(ref, ref) for ref in refs]
    with desk.progress.transaction():
        for name in dict.fromkeys(names):
            if not progress_parked.unpark(desk.progress, desk.names(name)):
                raise StudyError(
                    f"{name} is not parked.", "`cssprep progress parked` lists those that are."
                )
    return names


def set_parked(desk: Desk, ref: str, parked: bool) -> None:
    """Parks `ref`, or takes it out again; one that is so already stays. Needs a transaction.

    What is wanted is said, not just "the other": another window may have changed it already.
    """
    if not parked:
        progress_parked.unpark(desk.progress, desk.names(ref))
    elif ref not in parked_refs(desk):
        progress_parked.park(desk.progress, ref)


def park_or_take_out(desk: Desk, ref: str, parked: bool) -> None:
    """Does `set_parked` in a transaction of its own."""
    with desk.progress.transaction():
        set_parked(desk, ref, parked)
