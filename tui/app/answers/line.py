"""A line to type an answer into."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input

from tui.app.clean import clean_line


class Line(Input, inherit_css=False):
    """An input of one row with a bar before it.

    A `?` into an empty line is left to the screen, for help; what is typed or pasted is cleaned
    of control characters; a paste of several lines is handed on whole.
    """

    COMPONENT_CLASSES = Input.COMPONENT_CLASSES
    DEFAULT_CSS = """
    Line {
        width: 1fr; height: 1; padding: 0 0 0 1; pointer: text;
        border-left: outer $foreground 30%;
        background: $surface; color: $foreground;
        scrollbar-size-horizontal: 0;
    }
    Line:focus { border-left: outer $accent; background-tint: $foreground 5%; }
    Line > .input--cursor { text-style: reverse; }
    Line > .input--selection { text-style: reverse; }
    Line > .input--placeholder, Line > .input--suggestion { color: $text-disabled; }
    Line:ansi > .input--placeholder { text-style: dim; }
    """

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, line: Line, lines: list[str]) -> None:
            super().__init__()
            self.line = line
            self.lines = lines

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False)
        self.cursor_blink = False

    def put(self, value: str) -> None:
        """Sets the text, the cursor at its end."""
        self.value = value
        self.cursor_position = len(self.value)

    def validate_value(self, value: str) -> str:
        """Shows control characters instead of sending them to the terminal."""
        return value if value.isprintable() else clean_line(value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """All printable keys are text, but for a question mark that would be the first."""
        if character == "?" and not self.value:
            return False
        return super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if event.character == "?" and not self.value:
            event.prevent_default()
            return
        await super()._on_key(event)
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Hands on a paste of several lines."""
        lines = [line for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            event.prevent_default()
            event.stop()
            self.post_message(self.Pasted(self, lines))
