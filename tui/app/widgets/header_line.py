"""The line at the top of a screen, and the rule below it that fills up as a session goes on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.app.lines import ends
from tui.app.marks import QUIET


class HeaderLine(Widget):
    """Two rows: where one is, at the left, how far one is, at the right; then the rule."""

    DEFAULT_CSS = """
    HeaderLine { height: 2; padding: 0 1; }
    """

    def __init__(self, left: Content | None = None, right: Content | None = None) -> None:
        super().__init__()
        self.lefts: Sequence[Content] = [left or Content("")]
        self.right = right or Content("")
        self.share = 0.0

    def show(self, lefts: Sequence[Content], right: Content, share: float) -> None:
        """Shows the first of `lefts` that fits; `share` of the rule (0 to 1) is drawn heavy."""
        self.lefts, self.right, self.share = lefts, right, share
        self.refresh()

    def render(self) -> Content:
        """Both rows, at the present width."""
        width = self.size.width
        done = round(width * min(max(self.share, 0.0), 1.0))
        return Content.assemble(
            ends(self.lefts, self.right, width),
            "\n",
            ("━" * done, "$accent"),
            ("─" * (width - done), QUIET),
        )
