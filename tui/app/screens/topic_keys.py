"""The keys of the Topics screen."""

from __future__ import annotations

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding(
        "enter,s",
        "study",
        "study",
        id="topics.study",
        tooltip="Asks what wins most in the topic or paper at the cursor.",
    ),
    Binding("w", "weak", "all", id="topics.weak", tooltip="Asks what wins most of everything."),
    Binding(
        "tab,shift+tab",
        "other",
        "papers",
        id="topics.papers",
        tooltip="Shows the exam's papers instead of the topics, and back.",
    ),
    Binding(
        "o",
        "order",
        "order",
        id="topics.order",
        tooltip="Changes the order: marks per minute, marks at stake, recall.",
    ),
    Binding(
        "x",
        "exam",
        "exam",
        id="topics.exam",
        tooltip="Sets the exam day, or takes it back.",
    ),
    Binding(
        "b",
        "browse",
        "browse",
        id="topics.browse",
        tooltip="Looks through the questions of the topic or paper.",
    ),
    Binding(
        "escape,q",
        "leave",
        "home",
        id="topics.home",
        tooltip="Goes home; from the exam day, leaves it as it was.",
    ),
    Binding("up", "go(-1)", show=False),
    Binding("down", "go(1)", show=False),
    Binding("pageup", "page(-1)", show=False),
    Binding("pagedown,space", "page(1)", show=False),
    Binding("home", "end(-1)", show=False),
    Binding("end", "end(1)", show=False),
]
