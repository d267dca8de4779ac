"""What a session came to, in lines."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import hanging, text
from tui.app.marks import QUIET, RIGHT, UNSURE, WRONG
from tui.app.words import count, minutes, percent, when
from tui.study.states import Missed, Summary

BLANK = Content("")


def summary_lines(summary: Summary, today: date, width: int) -> list[Content]:
    """What was answered, gained and missed, and what is next."""
    share = summary.right / max(1, summary.answered)
    done = "practised" if summary.practice else "answered"
    lines = hanging(
        Content.assemble(
            (f"{summary.answered} {done}, {summary.right} right", "bold"),
            (f"  {percent(share)}, in {count(minutes(summary.seconds), 'minute')}", QUIET),
        ),
        width,
        "",
    )
    lines.append(BLANK)
    for mark, style, number, words in (
        ("✓", RIGHT, summary.gained, "gained: recalled for the first time, or again"),
        ("✗", WRONG, summary.slipped, "slipped: known before, missed today"),
        ("+", UNSURE, summary.new, "seen for the first time"),
        ("·", QUIET, summary.practised, "for practice, after reading the passage"),
    ):
        if number:
            head = Content.assemble((f"{mark} ", style), (f"{number:>3} ", "bold"))
            lines += hanging(Content.styled(words, QUIET), width, head)
    if summary.missed:
        lines += [BLANK, Content.styled("Missed", "bold")]
        for missed in summary.missed:
            lines += [BLANK, *missed_lines(missed, today, width)]
    lines.append(BLANK)
    waiting = summary.due_tomorrow
    words = f"Tomorrow: {waiting} to review" if waiting else "Tomorrow: nothing to review yet"
    lines += hanging(Content(words), width, "")
    if summary.more:
        words = "There is more to ask today."
        if summary.practice:
            words = "What was missed again can be asked once more."
        lines += hanging(Content.styled(words, QUIET), width, "")
    return lines


def missed_lines(missed: Missed, today: date, width: int) -> list[Content]:
    """A question that was missed: its prompt, what was given, what is right, when it comes back."""
    given = clean_line(missed.given) or "nothing"
    return [
        *hanging(text(clean_line(missed.prompt)), width, Content.styled("✗ ", WRONG)),
        *hanging(text(given), width, Content.styled("  you    ", QUIET)),
        *hanging(
            Content.assemble(
                text(clean_line(missed.right_answer), "bold"),
                (f"   {when(missed.due, today)}", QUIET),
            ),
            width,
            Content.styled("  right  ", QUIET),
        ),
    ]
