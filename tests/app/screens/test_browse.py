from __future__ import annotations

from tests.app.driving import SMALL, at_home, at_question, folded, settle, text, told, write
from tui.app.screens.browse import BrowseScreen
from tui.app.screens.detail import DetailScreen
from tui.app.screens.home import HomeScreen
from tui.study.desk import Desk


async def test_all_questions_with_their_memory(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter", "f", "escape")
        await settle(pilot)
        await pilot.press("b")
        await settle(pilot)
        screen = folded(pilot)
        assert "11 questions" in screen
        (line,) = [line for line in text(pilot).splitlines() if "The treaty gave the" in line]
        assert "⚑" in line
        assert "100 %" in line
        assert "4 Nov" in line
        assert "new" in screen


async def test_typing_searches(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("d", "a", "m")
        await settle(pilot)
        await settle(pilot)
        assert "2 questions" in folded(pilot)
        await write(pilot, "zzz")
        await settle(pilot)
        assert "Nothing found" in folded(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "11 questions" in folded(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_enter_shows_the_question_whole(desk: Desk) -> None:
    async with at_home(desk, size=(80, 30)) as pilot:
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("down", "up", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DetailScreen)
        screen = folded(pilot)
        assert "Who brokered the Indus Waters Treaty?" in screen
        assert "✓ The World Bank" in screen
        assert "✗ The Commonwealth Neither side asked it to." in screen
        assert "▐The World Bank brokered it.▌" in screen
        assert "Note Its president was Eugene Black." in screen
        assert "Not asked yet." in screen
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, BrowseScreen)


async def test_clicks_choose_and_open(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        await pilot.press("b")
        await settle(pilot)
        lines = text(pilot).splitlines()
        (row,) = [n for n, line in enumerate(lines) if "How long" in line]
        await pilot.click(offset=(10, row))
        assert text(pilot).splitlines()[row].strip().startswith("▸")
        await pilot.click(offset=(10, row))
        await settle(pilot)
        assert isinstance(pilot.app.screen, DetailScreen)


async def test_the_list_follows_the_cursor(desk: Desk) -> None:
    async with at_home(desk, size=(SMALL[0], 12)) as pilot:
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("pagedown", "pagedown", "pagedown", "pagedown")
        assert "▸" in text(pilot)
        assert "Who brokered" not in text(pilot)
        await pilot.press("pageup", "pageup", "pageup", "pageup")
        assert "▸   Who brokered" in text(pilot)


async def test_a_missing_editor_is_told(desk: Desk, monkeypatch: object) -> None:
    from pytest import MonkeyPatch

    assert isinstance(monkeypatch, MonkeyPatch)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with at_home(desk) as pilot:
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert "no-such-editor was not found" in folded(pilot)
        await pilot.press("enter", "enter")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        assert "no-such-editor was not found" in folded(pilot)


async def test_filters_in_the_search_line(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter", "f", "escape")
        await settle(pilot)
        await pilot.press("b")
        await settle(pilot)
        for query, found in (
            ("topic:water.dams", "2 questions"),
            ("topic:water -kind:date,number", "9 questions"),
            ("flag:yes answered:today", "1 question"),
            ('"eastern rivers" seen:no', "1 question"),
        ):
            await write(pilot, query)
            await settle(pilot)
            await settle(pilot)
            assert f"── {found} ─" in folded(pilot), query
            await pilot.press("escape")
            await settle(pilot)


async def test_what_is_not_understood_is_said_beside_the_keys(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        await pilot.press("b")
        await settle(pilot)
        await write(pilot, "dam topci:x")
        await settle(pilot)
        await settle(pilot)
        screen = folded(pilot)
        assert "There is no filter topci: (character 5). Did you mean topic:?" in screen
        assert "Who brokered" in screen  # the list as it was
        assert isinstance(pilot.app.screen, BrowseScreen)
        assert not told(pilot)
        for _ in range(7):
            await pilot.press("backspace")
        await settle(pilot)
        await settle(pilot)
        assert "2 questions" in folded(pilot)


async def test_typing_a_filter_letter_by_letter_stops_at_nothing(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        await pilot.press("b")
        await settle(pilot)
        for character in '-kind:date "the indus" recall<80%':
            await write(pilot, character)
            await settle(pilot)
            assert isinstance(pilot.app.screen, BrowseScreen)
        await settle(pilot)
        assert "Nothing found" in folded(pilot)
        assert not told(pilot)


async def test_the_filters_are_one_key_away(desk: Desk) -> None:
    async with at_home(desk, size=(100, 60)) as pilot:
        await pilot.press("b")
        await settle(pilot)
        assert "recall<80%" in folded(pilot)  # what stands in the empty line
        await pilot.press("f1")
        await settle(pilot)
        screen = folded(pilot)
        assert "What finds questions" in screen
        assert "topic:nrf.leaders this topic and those under it" in screen
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, BrowseScreen)
