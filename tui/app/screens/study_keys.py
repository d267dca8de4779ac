"""The keys of the study screen: which there are, and which work when."""

from __future__ import annotations

from textual.binding import Binding

from tui.app.widgets.study_words import is_open
from tui.kinds.verdict import Outcome
from tui.log import How
from tui.study.queued import Stage
from tui.study.states import Asked, Reading, Shown

STUDY_KEYS = [
    Binding(
        "enter", "verdict('next')", "next", id="verdict.next", tooltip="Goes on to what comes next."
    ),
    Binding(
        "y",
        "verdict('right')",
        "yes, count it",
        id="verdict.yes",
        tooltip="Counts a near miss or a disputed answer as right.",
    ),
    Binding(
        "o",
        "verdict('right')",
        "I was right",
        id="verdict.right",
        tooltip="Counts the answer as right: the grader did not know this wording.",
    ),
    Binding(
        "m",
        "verdict('remember')",
        "remember wording",
        id="verdict.remember",
        tooltip="Counts the answer as right, and its wording from now on as well.",
    ),
    Binding(
        "g",
        "verdict('guessed')",
        "guessed",
        id="verdict.guessed",
        tooltip="Right by luck: asks again as if it had been missed. Again: takes that back.",
    ),
    Binding(
        "t",
        "verdict('easy')",
        "too easy",
        id="verdict.easy",
        tooltip="Lets the question wait longer. Again: takes that back.",
    ),
    Binding(
        "p",
        "verdict('passage')",
        "whole passage",
        id="verdict.passage",
        tooltip="Shows the paragraphs of the source whole, or trimmed to the screen.",
    ),
    Binding(
        "c",
        "verdict('count')",
        "let it count",
        id="verdict.count",
        tooltip="Lets an answer for practice count for the schedule. Again: takes that back.",
    ),
    Binding(
        "k",
        "verdict('park')",
        "park",
        id="verdict.park",
        tooltip="Does not ask a question that keeps slipping until you take it out again.",
    ),
    Binding("u", "verdict('undo')", "undo", id="verdict.undo", tooltip="Takes the answer back."),
    Binding(
        "f", "verdict('flag')", "flag", id="verdict.flag", tooltip="Flags the question for later."
    ),
    Binding(
        "e",
        "verdict('edit')",
        "edit",
        id="verdict.edit",
        tooltip="Opens the question in your editor, at its line.",
    ),
    Binding(
        "r",
        "verdict('read')",
        "read",
        id="verdict.read",
        tooltip="Reads the source, at the passage that the question quotes.",
    ),
    Binding(
        "ctrl+n",
        "ask('skip')",
        "skip",
        id="ask.skip",
        tooltip="Puts the question last in this session.",
    ),
    Binding("ctrl+t", "ask('hint')", "hint", id="ask.hint", tooltip="Shows the hint."),
    Binding(
        "ctrl+z",
        "ask('undo')",
        "undo",
        id="ask.undo",
        tooltip="Takes back what was typed; then the last answer, and the one before it.",
    ),
    Binding(
        "ctrl+g", "ask('flag')", "flag", id="ask.flag", tooltip="Flags the question for later."
    ),
    Binding(
        "ctrl+o",
        "ask('edit')",
        "edit",
        id="ask.edit",
        tooltip="Opens the question in your editor, at its line.",
    ),
    Binding(
        "escape",
        "leave",
        "home",
        id="study.home",
        tooltip="Leaves for Home; the session waits where it is.",
    ),
    Binding("up", "scroll(-1)", show=False),
    Binding("down", "scroll(1)", show=False),
    Binding("pageup", "scroll(-10)", show=False),
    Binding("pagedown,space", "scroll(10)", show=False),
]
"""In order of importance: where there is no room for all, the key line shows the first ones."""

READING = frozenset({"next", "skip", "park", "undo", "flag", "edit"})
"""What can be done where a passage is to be read."""
READ = {"verdict.next": "I have read it"}


def works(state: Asked | Reading | Shown, command: str, trimmed: bool) -> bool:
    """Whether `command` means anything in `state`; trimmed: a passage is not shown whole."""
    if isinstance(state, Asked):
        return command != "hint" or bool(state.question.hint)
    if isinstance(state, Reading):
        return command in READING or (command == "passage" and trimmed)
    right, said = state.verdict.outcome is Outcome.RIGHT, state.said
    # What is said of an easier form has no consequence.
    in_full = state.asked.stage is not Stage.EASIER
    limits = {
        "right": not right and said is None,
        "remember": not right and state.can_remember,
        "guessed": right and in_full and said in {None, How.GUESSED},
        "easy": right and in_full and said in {None, How.EASY},
        "passage": trimmed,
        "count": state.asked.practice and state.asked.stage is None,
        "park": state.asked.leech.is_leech or state.asked.parked,
        "hint": False,
        "skip": False,
    }
    return limits.get(command, True)


def key_words(state: Asked | Reading | Shown, name: str) -> str | None:
    """Words for the binding `name` other than its own: '' to leave it out, None for its own."""
    if isinstance(state, Asked):
        return None
    if isinstance(state, Reading):
        return "" if name.startswith("ask.") and name != "ask.skip" else READ.get(name)
    if name.startswith("ask."):
        return ""
    return verdict_words(state, name)


def verdict_words(shown: Shown, name: str) -> str | None:
    """The same where an answer is shown."""
    if is_open(shown) and name in {"verdict.next", "verdict.right"}:
        return "no" if name == "verdict.next" else ""
    taken_back = {
        "verdict.guessed": shown.said is How.GUESSED and "not a guess",
        "verdict.easy": shown.said is How.EASY and "not too easy",
        "verdict.count": not shown.review.practice and "don't count it",
        "verdict.park": shown.asked.parked and "ask it again",
        "verdict.yes": is_open(shown) and shown.review.practice and "yes",
    }
    if words := taken_back.get(name):
        return words
    return "" if name == "verdict.yes" and not is_open(shown) else None
