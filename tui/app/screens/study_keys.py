"""The keys of the study screen: which there are, and which work when."""

from __future__ import annotations

from textual.binding import Binding

from tui.app.widgets.study_words import is_open
from tui.kinds.verdict import Outcome
from tui.log import How
from tui.study.states import Asked, Shown

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


def works(state: Asked | Shown, command: str, trimmed: bool) -> bool:
    """Whether `command` means anything in `state`; trimmed: a passage is not shown whole."""
    if isinstance(state, Asked):
        return command != "hint" or bool(state.question.hint)
    right, said = state.verdict.outcome is Outcome.RIGHT, state.said
    limits = {
        "right": not right and said is None,
        "remember": not right and state.can_remember,
        "guessed": right and said in {None, How.GUESSED},
        "easy": right and said in {None, How.EASY},
        "passage": trimmed,
        "hint": False,
        "skip": False,
    }
    return limits.get(command, True)


def key_words(state: Asked | Shown, name: str) -> str | None:
    """Words for the binding `name` other than its own: '' to leave it out, None for its own."""
    if isinstance(state, Asked):
        return None
    if name.startswith("ask."):
        return ""
    if is_open(state):
        return {"verdict.next": "no", "verdict.right": ""}.get(name)
    said = {How.GUESSED: "verdict.guessed", How.EASY: "verdict.easy"}
    if state.said is not None and name == said.get(state.said):
        return f"not {'a guess' if state.said is How.GUESSED else 'too easy'}"
    return "" if name == "verdict.yes" else None
