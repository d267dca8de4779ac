"""What is said of a question that keeps slipping: why, and the passage to be read first."""

from __future__ import annotations

from textual.content import Content

from tui.app.lines import hanging, text, wrapped
from tui.app.marks import QUIET, UNSURE
from tui.app.widgets.passage import passage_lines
from tui.study.leeches import LAPSES, LeechState
from tui.study.queued import Stage
from tui.study.states import Asked, Reading

BLANK = Content("")
NUMBERS = (
    *("no times", "once", "twice", "three times", "four times", "five times", "six times"),
    *("seven times", "eight times", "nine times", "ten times", "eleven times", "twelve times"),
)

STAGES = {
    Stage.EASIER: "For practice: this answer changes nothing. It comes in full later today.",
    Stage.FULL: "Now in full: this answer counts.",
}


def times(count: int) -> str:
    """How often, in words where there is a short one."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count} times"


def slipped_words(leech: LeechState) -> str:
    """How often a question has slipped, or was missed."""
    if leech.lapses >= LAPSES:
        return f"This one has slipped {times(leech.lapses)}."
    return f"This one was missed {times(leech.in_a_row)} in a row."


def stage_words(asked: Asked) -> str:
    """What is going on where a question is asked with help; '' where it is not."""
    return STAGES.get(asked.stage, "") if asked.stage is not None else ""


def reading_lines(
    reading: Reading, width: int, rows: int, whole: bool
) -> tuple[list[Content], bool]:
    """What is going on, the passage and the hint, in about `rows` lines; whether it was trimmed."""
    lead = Content.styled(f"{slipped_words(reading.asked.leech)} Read its passage first.", UNSURE)
    then = "Then it is asked for practice, and later today in full."
    if not reading.easier:
        then = "Then, later today, it is asked in full."
    head = [*wrapped(lead, width), *wrapped(Content.styled(then, QUIET), width), BLANK]
    tail: list[Content] = []
    if hint := reading.asked.question.hint:
        tail = [BLANK, *hanging(text(hint), width, Content.styled("Hint    ", QUIET))]
    room = rows - len(head) - len(tail)
    passage, trimmed = passage_lines(reading.proof, width, room, whole)
    return [*head, *passage, *tail], trimmed
