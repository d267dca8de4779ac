"""Bank text is data: never markup, never an action, never a command to the terminal."""

from __future__ import annotations

import pytest

from tests.app.banks import HOSTILE, HOSTILE_TEXT, add_bank
from tests.app.driving import TINY, at_home, at_question, folded, settle, text, write
from tests.conftest import HandClock, counted_ids
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder


@pytest.fixture
def hostile(folder: StudyFolder, clock: HandClock) -> Desk:
    add_bank(folder.banks, "hostile", HOSTILE, HOSTILE_TEXT)
    return open_desk(folder, clock, counted_ids())


async def test_a_question_is_shown_as_typed(hostile: Desk) -> None:
    async with at_question(hostile, "markup") as pilot:
        await pilot.press("ctrl+t")
        screen = folded(pilot)
        assert "[@click=app.quit]Topic[/]" in screen
        assert "Is [bold]this[/] bold, or [@click=app.quit]a link[/]?" in screen
        for option in ("[bold]x[/]", "[@click=app.quit]x[/]", "$text"):
            assert f" {option}" in screen
        assert "Hint [bold]hint[/]" in screen


@pytest.mark.parametrize("letter", ["a", "b", "c"])
async def test_a_verdict_is_shown_as_typed(hostile: Desk, letter: str) -> None:
    async with at_question(hostile, "markup") as pilot:
        await pilot.press(letter, "enter")
        screen = folded(pilot)
        assert "[red]No[/] [link=x]y[/link]" in screen
        assert "“[bold]A title[/] [@click=app.quit]x[/]”" in screen
        assert "▐[bold]x[/] is text▌, as [@click=app.quit]that[/] is, and [red]this." in screen
        assert "[blink]Note[/] [@click=app.bell]z[/]" in screen


async def test_no_click_runs_anything(hostile: Desk) -> None:
    async with at_question(hostile, "markup") as pilot:
        await pilot.press("a", "enter")
        for row, line in enumerate(text(pilot).splitlines()[:-1]):
            if "@click" in line:
                await pilot.click(offset=(line.index("@click") + 18, row))
        assert pilot.app.is_running
        assert pilot.app.return_code is None


async def test_typed_answers_home_browse_and_summary(hostile: Desk) -> None:
    async with at_question(hostile, "typed") as pilot:
        await write(pilot, "[b]no[/b] [@click=app.quit]x[/] \x1b[2J\x9b1m")
        await pilot.press("enter")
        assert "▌ [b]no[/b] [@click=app.quit]x[/] ␛[2J�1m" in folded(pilot)
        assert "[i]it[/i]" in folded(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "[@click=app.quit]T" in folded(pilot)
        await pilot.press("b")
        await settle(pilot)
        assert "Is [bold]this[/] bold" in folded(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "[@click=app.quit]Topic[/]" in folded(pilot)


async def test_long_words_and_small_screens(hostile: Desk) -> None:
    async with at_question(hostile, "markup", size=TINY) as pilot:
        await pilot.press("a", "enter")
        assert max(len(line) for line in text(pilot).splitlines()) <= TINY[0]


async def test_nothing_sends_a_control_character(hostile: Desk) -> None:
    async with at_home(hostile) as pilot:
        await pilot.press("b")
        await settle(pilot)
        await write(pilot, "a\x1b[31m\x07b")
        await settle(pilot)
        assert text(pilot).replace("\n", "").isprintable()
