"""The app that does nothing: how fast Textual itself can paint."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Static("Empty-app-painted")


if __name__ == "__main__":
    EmptyApp().run()
