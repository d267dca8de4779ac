from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tests.app.driving import LARGE, SMALL, TINY, at_home, folded, settle, text
from tests.app.studied import months_of_answers, ten_answers
from tui.app.screens.help import HelpScreen
from tui.app.screens.home import HomeScreen
from tui.app.screens.statistics import StatisticsScreen
from tui.app.screens.trouble import TroubleScreen
from tui.app.widgets.statistics_parts import PARTS
from tui.app.widgets.statistics_said import NOTHING, WAITING
from tui.progress.errors import ProgressError
from tui.study.desk import Desk
from tui.study.statistics.gathering import statistics, statistics_at_once


@asynccontextmanager
async def at_statistics(desk: Desk, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[None]]:
    """The app at the statistics, all of them read."""
    async with at_home(desk, size) as pilot:
        await press(pilot, "s")
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def screen(pilot: Pilot[None]) -> StatisticsScreen:
    found = pilot.app.screen
    assert isinstance(found, StatisticsScreen), found
    return found


def key_line(pilot: Pilot[None]) -> str:
    return text(pilot).splitlines()[-1]


async def test_nothing_answered(desk: Desk) -> None:
    for size in (SMALL, LARGE):
        async with at_statistics(desk, size) as pilot:
            assert text(pilot).count(NOTHING) == 1
            assert " t " not in key_line(pilot)
            await press(pilot, "t", "5")
            assert text(pilot).count(NOTHING) == 1


async def test_digits_arrows_and_tab_go_from_part_to_part(desk: Desk) -> None:
    ten_answers(desk)
    async with at_statistics(desk) as pilot:
        for number, part in enumerate(PARTS, 1):
            await press(pilot, str(number))
            assert f"{number}  {part.title}" in text(pilot)
            assert f"▸{number} {part.short}" in text(pilot)
        await press(pilot, "right")
        assert screen(pilot).at == 0
        await press(pilot, "left", "shift+tab")
        assert screen(pilot).at == 6
        await press(pilot, "tab")
        assert screen(pilot).at == 7


async def test_plot_and_table_of_each_part(desk: Desk) -> None:
    months_of_answers(desk)
    async with at_statistics(desk) as pilot:
        assert "t table" in key_line(pilot)
        await press(pilot, "5")
        assert "Off by" in text(pilot)
        assert "├" in text(pilot)
        await press(pilot, "t")
        assert "t plot" in key_line(pilot)
        assert "forecast of recall" in folded(pilot)
        assert "●" not in text(pilot)
        await press(pilot, "2")
        assert "Sun 1 Nov 2026" in text(pilot)
        await press(pilot, "t")
        assert "answers a day" in text(pilot)


async def test_a_long_table_scrolls_below_its_headings(desk: Desk) -> None:
    months_of_answers(desk)
    async with at_statistics(desk) as pilot:
        await press(pilot, "t")
        assert "lines 1–18 of 365" in text(pilot)
        assert "↑↓ scroll" in key_line(pilot)
        await press(pilot, "end")
        assert "lines 348–365 of 365" in text(pilot)
        assert "day               answers   minutes" in text(pilot)
        await press(pilot, "home", "down", "pagedown", "up")
        assert "lines 18–35 of 365" in text(pilot)
        await press(pilot, "right")
        assert "lines 1–" in text(pilot)


async def test_four_parts_at_once_where_there_is_room(desk: Desk) -> None:
    months_of_answers(desk)
    async with at_statistics(desk, LARGE) as pilot:
        shown = text(pilot)
        assert all(part.title in shown for part in PARTS[:4])
        assert not any(part.title in shown for part in PARTS[4:])
        assert "▸ 1  Days studied" in shown
        await press(pilot, *["right"] * 4)
        shown = text(pilot)
        assert all(part.title in shown for part in PARTS[4:])
        assert "▸ 5  How well the forecasts held" in shown
        await press(pilot, "t")
        shown = text(pilot)
        assert "forecast of recall" in shown
        assert PARTS[5].title not in shown


async def test_a_small_screen_scrolls_through_a_part(desk: Desk) -> None:
    ten_answers(desk)
    async with at_statistics(desk, TINY) as pilot:
        assert "Statistics, 1 of 8" in text(pilot)
        await press(pilot, "end")
        assert "more answers a day" in folded(pilot)


async def test_escape_goes_home_and_help_explains_the_keys(desk: Desk) -> None:
    async with at_statistics(desk) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, HelpScreen)
        assert "Shows the figures of the part as a table, or its plot." in folded(pilot)
        await press(pilot, "escape")
        screen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_what_takes_long_follows_and_a_line_says_so(desk: Desk) -> None:
    months_of_answers(desk)
    # As on a long log, of which nothing has been worked out.
    early = statistics_at_once(desk, most=10)
    assert early.memories is None
    async with at_statistics(desk) as pilot:
        shown = screen(pilot)
        whole = shown.found
        shown.found, shown.reading = early, True
        await pilot.press("4")
        assert WAITING in text(pilot)
        assert "Reading all your answers" in text(pilot)
        await pilot.press("2")
        assert "answers a day" in text(pilot)
        shown.post_message(StatisticsScreen.Read(early))
        await settle(pilot)
        await press(pilot, "4")
        assert shown.found == whole == statistics(desk)
        assert "Reading" not in text(pilot)
        assert "Recalled 88.9 %" in folded(pilot)


async def test_a_log_that_can_not_be_read_is_told(desk: Desk) -> None:
    ten_answers(desk)
    async with at_home(desk) as pilot:
        desk.progress.path.rename(desk.progress.path.with_suffix(".away"))
        with sqlite3.connect(desk.progress.path) as other:
            other.execute("CREATE TABLE meta (broken)")
        await press(pilot, "s")
        assert isinstance(pilot.app.screen, TroubleScreen)
        await press(pilot, "escape")
        assert "Reading" not in text(pilot)
        await press(pilot, "t", "3", "escape")
    with pytest.raises(ProgressError, match="was removed or replaced"):
        desk.close()
