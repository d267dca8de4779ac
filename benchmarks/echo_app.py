"""An app that paints each key press: how fast Textual itself can answer."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class EchoApp(App[None]):
    """One line, counted up at each key."""

    presses = 0

    def compose(self) -> ComposeResult:
        yield Static("Echo-app", id="line")

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.query_one("#line", Static).update(f"seen-{self.presses}-")
        self.presses += 1


if __name__ == "__main__":
    EchoApp().run()
