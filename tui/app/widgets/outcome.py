"""All that stands below a question once it is answered, fitted to the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from tui.app.answers.answer_input import AnswerInput
from tui.app.heights import Air
from tui.app.lines import hanging, text
from tui.app.marks import QUIET
from tui.app.widgets.passage import least_rows, passage_lines
from tui.app.widgets.verdict import verdict_lines
from tui.study.states import Shown

BLANK = Content("")
LEVELS = (
    (Air.MUCH, 3),
    (Air.SOME, 3),
    (Air.NONE, 3),
    (Air.NONE, 2),
    (Air.NONE, 1),
    (Air.NONE, 0),
)
"""From roomy to tight: the air in the marked answer, and how many blank lines part the blocks."""


class Room(NamedTuple):
    """The room for an outcome, in cells and rows.

    air: the most that may stand beside what is needed. whole: show passages whole, whatever the
    rows.
    """

    width: int
    rows: int
    air: Air = Air.SOME
    whole: bool = False


class Fitted(NamedTuple):
    """The lines of an outcome, and whether a passage in them was trimmed."""

    lines: list[Content]
    trimmed: bool


def outcome(shown: Shown, given: type[AnswerInput], kept: bool, room: Room) -> Fitted:
    """The marked answer, the verdict, the proof and the notes, with less air where room is short.

    What is good to know but not needed goes first, then blank lines, then the paragraph around
    each quote; the rest stays, even where it has to be scrolled to.
    """
    verdict = verdict_lines(shown, given.MARKS_SAY_ANSWER, kept, room.width)
    notes = note_lines(shown, room.width)
    least = least_rows(shown.proof, room.width)
    for air, gaps in LEVELS:
        if air > room.air:
            continue
        marked = given.marked(shown, room.width, air)
        used = len(marked) + len(verdict) + len(notes) + gaps
        if used + least <= room.rows:
            break
    proof, trimmed = passage_lines(shown.proof, room.width, room.rows - used, room.whole)
    blocks = [(marked, gaps >= 2), (verdict, gaps >= 1), (proof, gaps >= 3), (notes, False)]
    return Fitted(joined(blocks), trimmed)


def joined(blocks: Sequence[tuple[list[Content], bool]]) -> list[Content]:
    """The lines of all blocks that have any, a blank line after those marked so."""
    lines: list[Content] = []
    gap = False
    for block, gap_after in blocks:
        if block:
            lines += [BLANK, *block] if gap and lines else block
            gap = gap_after
    return lines


def note_lines(shown: Shown, width: int) -> list[Content]:
    """The explanation and the instructor's note, each behind its name."""
    question = shown.asked.question
    lines: list[Content] = []
    for name, words in (("Why     ", question.explain), ("Note    ", question.note)):
        if words:
            lines += hanging(text(words), width, Content.styled(name, QUIET))
    return lines
