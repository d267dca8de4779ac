"""What `--plain` says of a verdict and of a session, a line at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tui.kinds.verdict import Outcome, Part
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
            yield f"  {part_words(part, verdict.reason)}"
    if verdict.score < 1:
        yield f"The answer: {question.right_answer()}"
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
    until = f"90 % sure until {shown.due:%d %B %Y}"
    again = until if shown.by_plan else f"again {when}"
    once_more = "once more in this session, then " if shown.comes_back_today else ""
    told = once_more + again
    yield f"{told[:1].upper()}{told[1:]}."
    is_open = verdict.outcome in {Outcome.NEAR, Outcome.DISPUTED} and shown.said is None
    yield "Type :right to count it, or Enter to go on." if is_open else "Enter goes on."


def part_words(part: Part, said: str) -> str:
    """One part of an answer in a line; said: the reason that has been given already."""
    match part.outcome:
        case Outcome.MISSING:
            return f"Missing: {part.expected}"
        case Outcome.RIGHT:
            line = f"Right: {part.expected}"
            is_same = part.given.strip().casefold() == part.expected.casefold()
            return line if is_same or not part.given else f"{line}, you wrote “{part.given}”"
        case Outcome.NEAR:
            line, reason = f"Nearly: “{part.given}”. Did you mean {part.expected}?", part.reason
            reason = "" if reason.startswith("Did you mean ") else reason
        case _ if part.expected and part.given:
            line = (
                f"{OUTCOMES[part.outcome].rstrip('.')}: “{part.given}” instead of {part.expected}."
            )
            reason = part.reason
        case _:
            line = f"{OUTCOMES[part.outcome].rstrip('.')}: “{part.given or part.expected}”."
            reason = part.reason
    return f"{line} {reason}" if reason and reason != said else line


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
