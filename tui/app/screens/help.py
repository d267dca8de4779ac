"""All keys and signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from tui.app.key_names import named, places_of
from tui.app.lines import hanging
from tui.app.marks import KEY, QUIET, SIGNS, STYLES
from tui.app.screens.scrolling import ScrollingScreen
from tui.kinds.verdict import Outcome

BLANK = Content("")
NAMES_FROM = 90
"""Cells from which each key is shown with the name under which it can be remapped."""
SIGN_WORDS = {
    Outcome.RIGHT: "right",
    Outcome.PARTLY: "partly right",
    Outcome.WRONG: "wrong",
    Outcome.NEAR: "nearly, or disputed: you say whether it counts",
    Outcome.MISSING: "missing",
}
ANSWERING = (
    ("a b c", "choose or tick an option; t and f for true and false; a click does it, too"),
    ("↑ ↓", "go from option to option, from line to line; or scroll"),
    ("Space", "ticks an option; takes hold of an item to be put in order"),
    ("Enter", "answers; in a list goes on to the next line; on nothing, twice: I don't know"),
)


class HelpScreen(ScrollingScreen):
    """The keys of the screen that it was opened on come first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,enter,q,question_mark,f1",
            "close",
            "close",
            id="help.close",
            tooltip="Back to where you were.",
        ),
    ]

    def __init__(
        self,
        below: Screen[object],
        own_keys: Mapping[str, str],
        keys_file: Path,
        is_preview: bool = False,
    ) -> None:
        super().__init__(Content.styled("Keys and signs", "bold"))
        self.is_preview = is_preview
        self.below = below
        self.own_keys = own_keys
        self.keys_file = keys_file

    def lines(self, width: int) -> list[Content]:
        """Answering, the keys screen by screen, the signs, and how to change keys."""
        every = places_of(self.is_preview)
        sections = sorted(every, key=lambda place: not isinstance(self.below, place[1]))
        lines = [Content.styled("Answering", "bold")]
        for key, what in ANSWERING:
            lines += hanging(Content(what), width, Content.styled(f"  {key:<9}", KEY))
        for title, place in sections:
            lines += [BLANK, Content.styled(title, "bold"), *self.keys(named(place), width)]
            if isinstance(self.below, place):
                lines += more_lines(self.below, width)
        lines += [BLANK, Content.styled("Signs", "bold"), *sign_lines(width), BLANK]
        lines += hanging(
            Content.assemble(
                "^N is Control with N. ^P finds a command by its words. Keys can be changed in ",
                (str(self.keys_file), "bold"),
                ", a line for each, by the names that stand at the right of a wide screen: ",
                ('"verdict.right" = "r"', "bold"),
            ),
            width,
            "",
        )
        return lines

    def keys(self, bindings: Iterable[Binding], width: int) -> list[Content]:
        """A line for each thing that keys do: the keys as they are now, and what that is."""
        lines: list[Content] = []
        for tooltip, group in self.by_what_they_do(bindings).items():
            shown = " ".join(dict.fromkeys(key for binding in group for key in self.shown(binding)))
            what = Content(tooltip)
            if width >= NAMES_FROM:
                names = ", ".join(binding.id or "" for binding in group)
                what = Content.assemble(what, (f"  {names}", QUIET))
            lines += hanging(what, width, Content.styled(f"  {shown:<9}", KEY))
        return lines

    def by_what_they_do(self, bindings: Iterable[Binding]) -> dict[str, list[Binding]]:
        """Bindings by their explanation: some things have two keys, in two states."""
        groups: dict[str, list[Binding]] = {}
        for binding in bindings:
            groups.setdefault(binding.tooltip, []).append(binding)
        return groups

    def shown(self, binding: Binding) -> Iterator[str]:
        """The keys of `binding` as they are now."""
        for key in self.own_keys.get(binding.id or "", binding.key).split(","):
            yield self.app.get_key_display(Binding(key.strip(), ""))

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss(None)


def more_lines(screen: Screen[object], width: int) -> list[Content]:
    """What a screen has to say beside its keys, by a method `more_help`: a title and pairs."""
    more = getattr(screen, "more_help", None)
    if more is None:
        return []
    title, pairs = more()
    lines = [BLANK, Content.styled(title, "bold")]
    column = max(len(what) for what, _ in pairs) + 2
    for what, does in pairs:
        lines += hanging(Content(does), width, Content.styled(f"  {what:<{column}}", KEY))
    return lines


def sign_lines(width: int) -> list[Content]:
    """What each sign means."""
    lines: list[Content] = []
    for outcome, words in SIGN_WORDS.items():
        head = Content.assemble("  ", (SIGNS[outcome], STYLES[outcome]), "       ")
        lines += hanging(Content(words), width, head)
    return lines
