from __future__ import annotations

from pathlib import Path

from tests.app.driving import at_home, at_question, folded, settle
from tui.app.screens.help import HelpScreen
from tui.study.desk import Desk


async def test_help_opens_and_closes_everywhere(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        for key in ("question_mark", "f1"):
            await pilot.press(key)
            assert isinstance(pilot.app.screen, HelpScreen)
            await pilot.press("escape")
            assert not isinstance(pilot.app.screen, HelpScreen)
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_the_keys_of_the_screen_below_come_first(desk: Desk) -> None:
    async with at_question(desk, "broker", size=(120, 160)) as pilot:
        await pilot.press("question_mark")
        screen = folded(pilot)
        assert screen.index("Studying") < screen.index("Home") < screen.index("Summary")
        assert "verdict.right" in screen
        assert "≈ nearly, or disputed" in screen
    async with at_home(desk, size=(120, 160)) as pilot:
        await pilot.press("question_mark")
        screen = folded(pilot)
        assert screen.index("Leaves cssprep.") < screen.index("Studying")


async def test_remapped_keys_are_shown_as_they_are(desk: Desk, config: Path) -> None:
    (config / "keys.toml").write_text('"verdict.right" = "ctrl+y"\n')
    async with at_home(desk, size=(120, 160)) as pilot:
        await pilot.press("question_mark")
        assert "^Y Counts the answer as right: the grader" in folded(pilot)
        assert str(config / "keys.toml") in folded(pilot).replace(" ", "")
