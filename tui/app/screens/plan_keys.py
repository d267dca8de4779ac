"""The keys of the Plan screen."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.app.screens.parts import keys_of_parts

PARTS = 4

KEYS: list[BindingType] = [
    Binding("x", "exam", "exam", id="plan.exam", tooltip="Sets the exam day, or takes it back."),
    Binding(
        "plus,equals_sign",
        "minutes(1)",
        "more",
        id="plan.more",
        tooltip="Five minutes more on every day of study.",
    ),
    Binding(
        "minus",
        "minutes(-1)",
        "less",
        id="plan.less",
        tooltip="Five minutes less on every day of study.",
    ),
    Binding(
        "space",
        "day_off",
        "off",
        id="plan.day_off",
        tooltip="Makes the weekday at ▸ a day off, or a day of study again.",
    ),
    Binding(
        "right_square_bracket",
        "day_minutes(1)",
        "longer",
        id="plan.longer",
        tooltip="Five minutes more on the weekday at ▸.",
        show=False,
    ),
    Binding(
        "left_square_bracket",
        "day_minutes(-1)",
        "shorter",
        id="plan.shorter",
        tooltip="Five minutes less on the weekday at ▸.",
        show=False,
    ),
    Binding(
        "t",
        "table",
        "table",
        id="plan.table",
        tooltip="Shows the figures of the part as a table, or its picture.",
    ),
    Binding(
        "tab",
        "go(1)",
        "next part",
        id="plan.next",
        tooltip="To the next part; 1 to 4 go to one of them.",
        show=False,
    ),
    Binding(
        "shift+tab",
        "go(-1)",
        "previous part",
        id="plan.previous",
        tooltip="To the part before.",
        show=False,
    ),
    Binding(
        "escape,q",
        "leave",
        "home",
        id="plan.home",
        tooltip="Goes home; from the exam day, leaves it as it was.",
    ),
    Binding("right", "weekday(1)", show=False),
    Binding("left", "weekday(-1)", show=False),
    *keys_of_parts(PARTS),
]
