"""The signs and words that say how an answer came out; the colour only repeats them."""

from __future__ import annotations

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.heights import Air
from tui.app.lines import hanging, shortened, text
from tui.kinds.verdict import Outcome, Part

RIGHT = "bold $text-success"
WRONG = "bold $text-error"
UNSURE = "bold $text-warning"
QUIET = "$foreground 60%"
KEY = "bold $text-accent"

SIGNS = {
    Outcome.RIGHT: "✓",
    Outcome.PARTLY: "◐",
    Outcome.WRONG: "✗",
    Outcome.NEAR: "≈",
    Outcome.DISPUTED: "≈",
    Outcome.MISSING: "○",
}

STYLES = {
    Outcome.RIGHT: RIGHT,
    Outcome.PARTLY: UNSURE,
    Outcome.WRONG: WRONG,
    Outcome.NEAR: UNSURE,
    Outcome.DISPUTED: UNSURE,
    Outcome.MISSING: WRONG,
}


def sign(outcome: Outcome) -> Content:
    """The sign of `outcome`, in its colour."""
    return Content.styled(SIGNS[outcome], STYLES[outcome])


def same(one: str, other: str) -> bool:
    """Whether two texts read the same, but for case and white space."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


ASKS = "Did you mean "
"""How the reason of a near miss begins that says no more than what it was near to."""
LEAST = 24
"""Cells below which what was typed stands on a line of its own."""


def part_lines(part: Part, width: int, air: Air, label: str = "") -> list[Content]:
    """One part of an answer: its sign, what the key holds, what was given, and why.

    label: what the part is called, such as its number. What was typed is shown, too, where it is
    worded otherwise than the key; without air it is cut to a line.
    """
    head = Content.assemble(sign(part.outcome), " ", (label + " " if label else "", QUIET))
    given, expected = text(clean_line(part.given)), text(clean_line(part.expected), "bold")
    match part.outcome:
        case Outcome.RIGHT:
            return right_lines(part, width, air, head)
        case Outcome.MISSING:
            line = Content.assemble(expected, ("  missing", QUIET))
        case Outcome.NEAR:
            line = Content.assemble(given, ("  did you mean ", QUIET), expected, ("?", QUIET))
        case _ if part.expected and part.given:
            line = Content.assemble(given, ("  instead of ", QUIET), expected)
        case _:
            line = given if part.given else expected
    if not part.reason or (part.outcome is Outcome.NEAR and part.reason.startswith(ASKS)):
        # The line asks already.
        return hanging(line, width, head)
    beside = Content.assemble(line, "  ", text(clean_line(part.reason)))
    if head.cell_length + beside.cell_length <= width:
        return [Content.assemble(head, beside)]
    indent = head.cell_length if head.cell_length <= width // 2 else 4
    below = hanging(text(part.reason), width, " " * indent)
    return hanging(line, width, head) + below


def right_lines(part: Part, width: int, air: Air, head: Content) -> list[Content]:
    """A part that is right, and what was typed for it where that is worded otherwise."""
    expected = text(clean_line(part.expected), "bold")
    if not part.given.strip() or same(part.given, part.expected):
        return hanging(expected, width, head)
    wrote = text(f"you wrote “{clean_line(part.given)}”", QUIET)
    beside = Content.assemble(expected, "  ", wrote)
    if air or head.cell_length + beside.cell_length <= width:
        return hanging(beside, width, head)
    lines = hanging(expected, width, head)
    room = width - lines[-1].cell_length - 2
    if room >= LEAST:
        return [*lines[:-1], Content.assemble(lines[-1], "  ", shortened(wrote, room))]
    indent = " " * min(head.cell_length, 4)
    return [*lines, Content.assemble(indent, shortened(wrote, width - len(indent)))]
