"""What is said of an answer: right or wrong, why, and what would have been right."""

from __future__ import annotations

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import hanging, text
from tui.app.marks import QUIET, RIGHT, SIGNS, STYLES, UNSURE, same
from tui.app.widgets.study_words import is_open
from tui.kinds.verdict import Outcome, Verdict
from tui.log import How
from tui.study.states import Shown

SAID = {
    How.RIGHT: ("✓", RIGHT, "Counted as right"),
    How.GUESSED: ("≈", UNSURE, "A guess: it comes back as if it had been missed"),
    How.EASY: ("✓", RIGHT, "Right, and too easy: it waits longer"),
}
KEPT = "Counted as right, and so is this wording from now on"


def verdict_lines(shown: Shown, says_answer: bool, kept: bool, width: int) -> list[Content]:
    """The verdict in lines of `width` cells.

    says_answer: the marks show the right answer and the reasons already. kept: the wording was
    remembered.
    """
    verdict = shown.verdict
    head, words = headline(shown, kept)
    said = {part.reason for part in verdict.parts} if says_answer else frozenset()
    reason = clean_line(verdict.reason)
    if is_open(shown) or shown.said is How.RIGHT or verdict.reason in said:
        reason = ""
    beside = Content.assemble(words, "  ", text(reason))
    if reason and head.cell_length + beside.cell_length <= width:
        lines = [Content.assemble(head, beside)]
    else:
        lines = hanging(words, width, head)
        lines += hanging(text(reason), width, "  ") if reason else []
    right = clean_line(shown.asked.question.right_answer())
    known = same(right, " ".join(shown.review.answer)) or right in f"{words.plain} {reason}"
    if not (says_answer or known):
        label = "Answer  " if verdict.outcome is Outcome.RIGHT else "Right answer  "
        lines += hanging(text(right, "bold"), width, Content.styled(f"  {label}", QUIET))
    return lines


def headline(shown: Shown, kept: bool) -> tuple[Content, Content]:
    """The sign, and the words beside it."""
    verdict = shown.verdict
    if shown.said is not None:
        mark, style, words = SAID[shown.said]
        if kept and shown.said is How.RIGHT:
            words = KEPT
        return Content.styled(f"{mark} ", style), Content.styled(words, style)
    style = STYLES[verdict.outcome]
    return Content.styled(f"{SIGNS[verdict.outcome]} ", style), outcome_words(shown, style)


def outcome_words(shown: Shown, style: str) -> Content:
    """The verdict in words, when the learner has said nothing of it."""
    verdict = shown.verdict
    match verdict.outcome:
        case Outcome.RIGHT:
            return Content.styled("Right", style)
        case Outcome.PARTLY:
            return Content.assemble(("Partly right", style), (f"  {tally(verdict)}", QUIET))
        case Outcome.NEAR:
            return Content.assemble(
                ("Did you mean ", style), text(meant(shown), "bold"), ("?", style)
            )
        case Outcome.DISPUTED:
            return Content.assemble(
                ("Not what the source says. ", style), text(verdict.reason), (" Count it?", style)
            )
        case _ if not any(given.strip() for given in shown.review.answer):
            return Content.styled("Not answered", style)
        case _:
            return Content.styled("Wrong", style)


def meant(shown: Shown) -> str:
    """What a near miss was near to."""
    near = [part.expected for part in shown.verdict.parts if part.outcome is Outcome.NEAR]
    return ", ".join(map(clean_line, near)) or clean_line(shown.asked.question.right_answer())


def tally(verdict: Verdict) -> str:
    """How many parts of how many are right, or the score where there are no parts to count."""
    wanted = [part for part in verdict.parts if part.expected]
    right = sum(part.outcome is Outcome.RIGHT for part in wanted)
    if len(wanted) > 1 and right:
        return f"{right} of {len(wanted)}"
    return f"{verdict.score * 100:.0f} %"
