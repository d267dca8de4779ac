"""What `--plain` says of a verdict and of a session, a line at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tui.kinds.verdict import Outcome
from tui.log import How
from tui.study.leeches import LAPSES
from tui.study.queued import Stage
from tui.study.states import Reading, Shown, Summary

OUTCOMES = {
    Outcome.RIGHT: "Right.",
    Outcome.PARTLY: "Partly right.",
    Outcome.WRONG: "Wrong.",
    Outcome.NEAR: "Nearly.",
    Outcome.DISPUTED: "Not what the source says.",
    Outcome.MISSING: "Missing.",
}
SAID = {
    How.RIGHT: "Counted as right.",
    How.GUESSED: "Counted as a guess.",
    How.EASY: "Counted as too easy.",
}


def outcome_lines(shown: Shown) -> Iterator[str]:
    """The verdict, the right answer, the reasons, the proof, and when the question comes back."""
    verdict, question = shown.verdict, shown.asked.question
    yield SAID[shown.said] if shown.said else OUTCOMES[verdict.outcome]
    if verdict.reason:
        yield verdict.reason
    if len(verdict.parts) > 1:
        for part in verdict.parts:
            given = part.given or "nothing"
            expected = f", for {part.expected}" if part.expected != part.given else ""
            reason = f" {part.reason}" if part.reason and part.reason != verdict.reason else ""
            word = OUTCOMES[part.outcome].rstrip(".").lower()
            yield f"  {given}{expected if part.expected else ''}: {word}.{reason}"
    if verdict.score < 1:
        yield f"The answer: {question.right_answer()}"
    if verdict.outcome in {Outcome.NEAR, Outcome.DISPUTED} and shown.said is None:
        yield "Type :right to count it, or Enter to go on."
    if question.explain:
        yield f"Why: {question.explain}"
    for quote in shown.proof:
        yield f"Source, “{quote.source_title}”: “{quote.quote}”"
    if question.note:
        yield f"Note: {question.note}"
    if shown.asked.stage is Stage.EASIER:
        yield "For practice: in full later in this session."
        return
    if shown.review.practice:
        yield f"For practice: still due on {shown.due:%d %B %Y}. Type :count to let it count."
        return
    days = (shown.due - shown.review.day).days
    when = "tomorrow" if days == 1 else f"in {days} days, on {shown.due:%d %B %Y}"
    yield f"Once more in this session, then {when}." if shown.comes_back_today else f"Again {when}."


def reading_lines(reading: Reading) -> Iterator[str]:
    """What is going on, the question, its passages and the hint."""
    leech, question = reading.asked.leech, reading.asked.question
    slipped = f"slipped {leech.lapses} times"
    if leech.lapses < LAPSES:
        slipped = f"been missed {leech.in_a_row} times in a row"
    yield f"This one has {slipped}. Read its passage first, then press Enter."
    yield question.prompt
    for quote in reading.proof:
        yield f"Source, “{quote.source_title}”: {quote.before}“{quote.quote}”{quote.after}"
    if question.hint:
        yield f"Hint: {question.hint}"


def summary_lines(summary: Summary) -> Iterator[str]:
    """What the session came to."""
    if not (summary.answered or summary.practised):
        yield "Nothing waits today."
        return
    minutes = max(1, round(summary.seconds / 60))
    done = "practised" if summary.practice else "answered"
    yield f"Done: {summary.answered} {done}, {summary.right} right, in about {minutes} min."
    if summary.practised:
        yield f"For practice, after reading the passage: {summary.practised}."
    for missed in summary.missed:
        yield f"Missed: {missed.prompt} The answer: {missed.right_answer}"
    yield f"Tomorrow: {summary.due_tomorrow} to review."
