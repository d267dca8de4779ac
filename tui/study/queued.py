"""What stands in the queue of a session: questions, and the stages of those asked with help.

An entry is a question's name, with the stage behind a space where it has one. So the queue and the
place in it are all that a session must know to go on at the stage where it was left.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.progress.sessions import SessionRow

Queue = tuple[str, ...]

BETWEEN = 3
"""Entries that stand, where there are as many, between a question's easier form and its full one:
what was read a moment ago is still at hand."""


class Stage(StrEnum):
    """How a question that keeps slipping is asked: one stage after the other."""

    READ = "read"
    """Its passage is read first."""
    EASIER = "easier"
    """Then it is asked in an easier form, for practice."""
    FULL = "full"
    """Then, a few questions later, as it is; that answer counts."""


PARKED = "parked"
"""Stands behind the name of a question in a step that has parked it."""


def entry(ref: str, stage: Stage | None) -> str:
    """The entry for the question `ref`."""
    return ref if stage is None else f"{ref} {stage.value}"


def ref_of(text: str) -> str:
    """The question that an entry or a step is of."""
    return text.partition(" ")[0]


def stage_of(text: str) -> Stage | None:
    """The stage at which an entry asks its question."""
    stage = text.partition(" ")[2]
    return Stage(stage) if stage in set(Stage) else None


def refs_in(queue: Sequence[str]) -> frozenset[str]:
    """The questions in a queue."""
    return frozenset(map(ref_of, queue))


def coming(queue: Queue, place: int, ref: str) -> Queue:
    """What comes after `place`, without the question `ref` at any stage."""
    return tuple(text for text in queue[place + 1 :] if ref_of(text) != ref)


def answered(queue: Queue, place: int, *, again: bool) -> Queue:
    """The queue once the entry at `place` was answered and counts.

    again: it was missed, so that it comes once more at the end, if this was its first time.
    """
    ref = ref_of(queue[place])
    rest = coming(queue, place, ref)
    if again and ref not in refs_in(queue[:place]):
        rest = (*rest, ref)
    return queue[: place + 1] + rest


def longer(queue: Queue, more: Queue) -> Queue:
    """The queue with the questions `more` behind it that are not in it."""
    known = refs_in(queue)
    return queue + tuple(ref for ref in more if ref not in known)


def skipped(queue: Queue, place: int, *, out: bool = False) -> Queue:
    """The queue with the question at `place` put last, or left `out`.

    It is left out if nothing else comes, too. One whose passage was to be read is put last as
    it was before it had stages.
    """
    text = queue[place]
    ref = ref_of(text)
    rest = coming(queue, place, ref)
    last = ref if stage_of(text) is Stage.READ else text
    return queue[:place] + rest + ((last,) if rest and not out else ())


def unskipped(queue: Queue, place: int, text: str) -> Queue:
    """The queue with the entry `text`, which was skipped, at `place` again."""
    rest = tuple(each for each in queue[place:] if ref_of(each) != ref_of(text))
    return (*queue[:place], text, *rest)


def with_help(queue: Queue, place: int, *, easier: bool) -> Queue:
    """The queue with the question at `place` at its stages; `easier`: it has an easier form."""
    ref = ref_of(queue[place])
    rest = coming(queue, place, ref)
    first = (Stage.READ, Stage.EASIER) if easier else (Stage.READ,)
    stages = tuple(entry(ref, stage) for stage in first)
    full = entry(ref, Stage.FULL)
    return (*queue[:place], *stages, *rest[:BETWEEN], full, *rest[BETWEEN:])


def put_next(queue: Queue, place: int, at: int) -> Queue:
    """The queue with the entry `at`, which comes later, at `place`."""
    return (*queue[:place], queue[at], *queue[place:at], *queue[at + 1 :])


def time_is_up(row: SessionRow) -> bool:
    """Whether the minutes of a session are spent and nothing is shown that was answered."""
    return row.shown is None and row.place > 0 and row.seconds >= row.minutes * 60


def owed(row: SessionRow) -> int | None:
    """The place of what is still asked once the minutes are spent; None if nothing is.

    A question whose passage was read is asked in full the same day.
    """
    read = {ref_of(text) for text in row.queue[: row.place] if stage_of(text) is Stage.READ}
    for at in range(row.place, len(row.queue)):
        text = row.queue[at]
        if stage_of(text) in {Stage.EASIER, Stage.FULL} and ref_of(text) in read:
            return at
    return None
