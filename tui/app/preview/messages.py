"""What the preview's threads tell its screen."""

from __future__ import annotations

from textual.message import Message

from tui.banks.finding import Finding
from tui.banks.following import FollowedBank


class Saved(Message):
    """The file, or a text that it quotes, is another now."""

    def __init__(self, bank: FollowedBank) -> None:
        super().__init__()
        self.bank = bank


class Checked(Message):
    """A check of the whole bank has ended, the one begun for the reading `number`."""

    def __init__(self, number: int, findings: tuple[Finding, ...]) -> None:
        super().__init__()
        self.number = number
        self.findings = findings


class Called(Message):
    """An editor says that its cursor stands at `line`."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
