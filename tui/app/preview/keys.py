"""The keys of the preview: letters where nothing is typed, others that always work."""

from __future__ import annotations

from textual.binding import Binding

NEXT = "Shows the next question of the file, as Page Down does."
PREVIOUS = "Shows the question before, as Page Up does."
WHOLE = "Shows the question whole, with its answer, or goes back to trying it."
EDIT = "Opens the question in your editor, at its line."
GO_TO = "Finds a question by words, by its id or its number."
COMPLAINTS = "Lists all complaints about the file; Enter goes to the question."
LEAVE = "Leaves the preview. Nothing of it is kept."

PREVIEW_KEYS = [
    Binding(
        "enter", "look('again')", "try again", id="look.again", tooltip="Puts the question anew."
    ),
    Binding("n", "look('next')", "next", id="look.next", tooltip=NEXT),
    Binding("p", "look('previous')", "previous", id="look.previous", tooltip=PREVIOUS),
    Binding("w", "look('whole')", "whole", id="look.whole", tooltip=WHOLE),
    Binding("e", "look('edit')", "edit", id="look.edit", tooltip=EDIT),
    Binding("c", "look('complaints')", "complaints", id="look.complaints", tooltip=COMPLAINTS),
    Binding("slash", "look('find')", "find", id="look.find", tooltip=GO_TO),
    Binding("q", "look('quit')", "quit", id="look.quit", tooltip=LEAVE),
    Binding("ctrl+n", "always('next')", "next", id="always.next", tooltip=NEXT),
    Binding("ctrl+b", "always('previous')", "back", id="always.previous", tooltip=PREVIOUS),
    Binding("ctrl+r", "always('whole')", "whole", id="always.whole", tooltip=WHOLE),
    Binding("ctrl+t", "always('hint')", "hint", id="always.hint", tooltip="Shows the hint."),
    Binding("ctrl+o", "always('edit')", "edit", id="always.edit", tooltip=EDIT),
    Binding(
        "ctrl+l", "always('complaints')", "complaints", id="always.complaints", tooltip=COMPLAINTS
    ),
    Binding("ctrl+g", "always('find')", "find", id="always.find", tooltip=GO_TO),
    Binding("ctrl+q", "always('quit')", "quit", id="always.quit", tooltip=LEAVE),
    Binding(
        "escape",
        "always('back')",
        "back to the question",
        id="always.back",
        tooltip="Back to the question, and empties what was typed.",
        show=False,
    ),
    Binding(
        "ctrl+down",
        "scroll_complaints(3)",
        "scroll",
        id="complaints.down",
        tooltip="Scrolls the complaints, where there are more than fit.",
        show=False,
    ),
    Binding(
        "ctrl+up",
        "scroll_complaints(-3)",
        "scroll",
        id="complaints.up",
        tooltip="Scrolls the complaints, where there are more than fit.",
        show=False,
    ),
    Binding("pagedown", "always('next')", show=False),
    Binding("pageup", "always('previous')", show=False),
    Binding("up", "scroll(-1)", show=False),
    Binding("down", "scroll(1)", show=False),
    Binding("space", "scroll(10)", show=False),
]
"""In order of importance: where there is no room for all, the key line shows the first ones."""
