"""Checks of what is derived: every memory against the log that it comes from."""

from __future__ import annotations

from collections.abc import Callable

from tui.log import Review
from tui.memory import Memory
from tui.progress import memories
from tui.progress.database import Database
from tui.progress.errors import ProgressError
from tui.progress.noting import Note
from tui.schedule.weights import DEFAULT
from tui.study.desk import Desk
from tui.study.doctor.findings import Finding, Weight
from tui.study.errors import StudyError
from tui.study.in_force import weights_in_force


def weights_unreadable(db: Database) -> Finding:
    """Whether the weights in force can be read."""
    try:
        weights_in_force(db)
    except StudyError as error:
        says = "The weights of the memory can't be used; the default ones take their place."
        return Finding("weights", Weight.WRONG, says, (error.message,))
    return Finding("weights", Weight.FINE, "The weights of the memory can be used.")


def memories_differ(desk: Desk, note: Note) -> Finding:
    """Memories that are not what the log gives by the weights in force."""
    wrong = differing(desk, note)
    if not wrong:
        return Finding("memories", Weight.FINE, "Every memory is what the answers give.")
    count = f"{len(wrong):,} {'memory is' if len(wrong) == 1 else 'memories are'}"
    told = tuple(sorted(wrong)[:10])
    more = (f"and {len(wrong) - 10:,} more",) if len(wrong) > 10 else ()
    says = f"{count} not what the answers give."
    return Finding("memories", Weight.WRONG, says, (*told, *more))


def differing(desk: Desk, note: Note) -> set[str]:
    """The questions whose memory is not what the log gives."""
    expected = derived_anew(desk, note)
    try:
        kept = memories.every(desk.progress)
    except ProgressError:
        return set(expected)
    return {name for name in {*kept, *expected} if kept.get(name) != expected.get(name)}


def derived_anew(desk: Desk, note: Note) -> dict[str, Memory]:
    """All memories as the log gives them now."""
    present = desk.index.aliases()

    def canonical(name: str) -> str:
        return present.get(name, name)

    return memories.derived(
        desk.progress,
        replaying_at_all(desk.progress),
        canonical,
        lambda done: note("Replaying", done),
    )


def replaying_at_all(db: Database) -> Callable[[list[Review]], Memory | None]:
    """Derives by the weights in force, or by the default ones where these can't be read."""
    from tui.schedule.fsrs6 import replay

    try:
        weights = weights_in_force(db)
    except StudyError:
        weights = DEFAULT

    def derived(reviews: list[Review]) -> Memory | None:
        return replay(reviews, weights)

    return derived
