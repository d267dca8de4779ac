"""The signs and words that say how an answer came out; the colour only repeats them."""

from __future__ import annotations

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.heights import Air
from tui.app.lines import hanging, text
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


def part_lines(part: Part, width: int, air: Air, label: str = "") -> list[Content]:
    """One part of an answer: its sign, what the key holds, what was given, and why.

    label: what the part is called, such as its number. With air, also what was typed where that
    is worded otherwise than the key.
    """
    head = Content.assemble(sign(part.outcome), " ", (label + " " if label else "", QUIET))
    given, expected = text(clean_line(part.given)), text(clean_line(part.expected), "bold")
    match part.outcome:
        case Outcome.RIGHT:
            line = expected
            if air and not same(part.given, part.expected):
                line = Content.assemble(line, ("  you wrote ", QUIET), given)
        case Outcome.MISSING:
            line = Content.assemble(expected, ("  missing", QUIET))
        case Outcome.NEAR:
            line = Content.assemble(given, ("  did you mean ", QUIET), expected, ("?", QUIET))
        case _ if part.expected and part.given:
            line = Content.assemble(given, ("  instead of ", QUIET), expected)
        case _:
            line = given if part.given else expected
    if not part.reason or part.outcome is Outcome.RIGHT:
        return hanging(line, width, head)
    beside = Content.assemble(line, "  ", text(clean_line(part.reason)))
    if head.cell_length + beside.cell_length <= width:
        return [Content.assemble(head, beside)]
    indent = head.cell_length if head.cell_length <= width // 2 else 4
    below = hanging(text(part.reason), width, " " * indent)
    return hanging(line, width, head) + below
