"""The line at the bottom of a screen: the keys that work now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from tui.app.lines import ends, shortened
from tui.app.marks import KEY, QUIET

HELP = "app.help"
"""The binding that always has its place, at the right end."""
ENTER = "Enter"
"""The one key of an input that a click on the line can press."""
GAP = 2


class Key(NamedTuple):
    """A key in the line: what it is called, what it does, and the binding that a click runs."""

    key: str
    what: str
    binding: Binding | None = None
    node: DOMNode | None = None

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return cell_len(self.key) + 1 + cell_len(self.what)


def fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """The first of `keys` that fit into `width` cells with gaps between them; help always does.

    Where not even the first two fit with their words, keys are shown without.
    """
    helps = [key for key in keys if key.binding is not None and key.binding.id == HELP]
    others = [key for key in keys if key not in helps]
    room = width - sum(key.width + GAP for key in helps)
    fit: list[Key] = []
    for key in others:
        room -= key.width + GAP
        if room < -GAP:
            break
        fit.append(key)
    return fit + helps


def place_in(order: Sequence[str | None], key: Key) -> int:
    """Where a key stands: those of the input first, then the screen's as it lists them."""
    if key.binding is None:
        return -2
    if key.binding.id in order:
        return order.index(key.binding.id)
    return len(order) if key.binding.id == HELP else -1


class KeyLine(Widget):
    """Two rows: a rule that can hold a few words, and the keys. A click on a key presses it.

    The keys are those of the screen's live bindings that are to be shown, so a remapped key is
    shown as it is now. A screen may have more to say by `ways` (keys that are no bindings) and
    by `key_words` (other words for a binding, or none to leave it out).
    """

    DEFAULT_CSS = """
    KeyLine { height: 2; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.words = Content("")
        self._places: list[tuple[int, int, Key]] = []

    def say(self, words: Content) -> None:
        """Puts words into the rule."""
        self.words = words
        self.refresh()

    def on_mount(self) -> None:
        """Follows the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def keys(self) -> list[Key]:
        """All keys that work now, in order of importance."""
        screen = self.screen
        ways = getattr(screen, "ways", tuple)
        found = [Key(key, what) for key, what in ways()]
        words = getattr(screen, "key_words", None)
        seen: set[str] = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            name = binding.id or binding.action
            if not (binding.show and active.enabled) or name in seen:
                continue
            what = words(name) if words else None
            if what is None:
                what = binding.description
            if what:
                seen.add(name)
                key = self.app.get_key_display(binding)
                found.append(Key(key, what, binding, active.node))
        # A key that was given another comes last in Textual's order.
        order = [binding.id for binding in screen.BINDINGS if isinstance(binding, Binding)]
        return sorted(found, key=lambda key: place_in(order, key))

    def render(self) -> Content:
        """The rule and the keys, at the present width."""
        width = self.size.width
        words = Content("")
        if self.words:
            words = Content.assemble("── ", shortened(self.words, width - 6), " ")
        rule = Content.assemble(words, ("─" * (width - words.cell_length), QUIET))
        keys = fitting(self.keys(), width)
        self._places.clear()
        line = Content("")
        for key in keys:
            gap = " " * GAP if line else ""
            start = line.cell_length + len(gap)
            self._places.append((start, start + key.width, key))
            line = Content.assemble(line, gap, (key.key, KEY), " ", (key.what, QUIET))
        if keys and keys[-1].binding is not None and keys[-1].binding.id == HELP:
            line = self._help_last(line, keys[-1], width)
        return Content.assemble(rule, "\n", line)

    def _help_last(self, line: Content, key: Key, width: int) -> Content:
        start, _end, _key = self._places.pop()
        self._places.append((width - key.width, width, key))
        last = Content.assemble((key.key, KEY), " ", (key.what, QUIET))
        return ends([line[:start].rstrip()], last, width)

    async def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked."""
        x = event.x - self.styles.padding.left
        for start, end, key in self._places:
            if event.y == 1 and start <= x < end:
                event.stop()
                if key.binding is not None:
                    await self.app.run_action(key.binding.action, key.node)
                elif key.key == ENTER:
                    self.app.simulate_key("enter")
                return
