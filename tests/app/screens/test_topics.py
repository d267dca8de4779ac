from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from textual.pilot import Pilot

from tests.app.banks import HOSTILE, HOSTILE_TEXT, add_bank
from tests.app.driving import SMALL, asked, at_home, folded, session, settle, text, told, write
from tests.app.test_topics_snapshots import ten_answers, weeks
from tests.conftest import HandClock
from tui.app.screens.browse import BrowseScreen
from tui.app.screens.home import HomeScreen
from tui.app.screens.topics import TopicsScreen
from tui.app.screens.trouble import TroubleScreen
from tui.progress.errors import ProgressError
from tui.study.desk import Desk
from tui.study.exam_day import exam_day, set_exam_day
from tui.study.wish import Wish


@asynccontextmanager
async def at_topics(desk: Desk, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[None]]:
    async with at_home(desk, size) as pilot:
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, TopicsScreen)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def names(pilot: Pilot[None]) -> list[str]:
    """The rows from top to bottom, by their ids."""
    screen = pilot.app.screen
    assert isinstance(screen, TopicsScreen)
    table = screen.table
    assert table is not None
    return [row.id for row in table.rows]


def current(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, TopicsScreen)
    assert screen.current is not None
    return screen.current.id


async def test_arrows_go_from_row_to_row_and_the_row_is_told_below(desk: Desk) -> None:
    ten_answers(desk)
    async with at_topics(desk) as pilot:
        assert current(pilot) == "water"
        await press(pilot, "down")
        assert current(pilot) == "water.treaty"
        assert "History: 3 of 5 right" in folded(pilot)
        await press(pilot, "end")
        assert "too few to tell; 0 lapses" in folded(pilot)
        await press(pilot, "up", "home", "up")
        assert current(pilot) == "water"


async def test_a_click_goes_to_a_row_and_tells_it(desk: Desk) -> None:
    ten_answers(desk)
    async with at_topics(desk) as pilot:
        line = next(n for n, row in enumerate(text(pilot).splitlines()) if "The dams" in row)
        await pilot.click(offset=(10, line))
        await settle(pilot)
        assert current(pilot) == "water.dams"
        assert "The dams counts for Pakistan affairs" in folded(pilot)


@pytest.mark.parametrize("key", ["enter", "s"])
async def test_a_session_on_the_topic_at_the_cursor(desk: Desk, key: str) -> None:
    async with at_topics(desk) as pilot:
        await press(pilot, "down", key)
        assert session(pilot).wish == Wish(weak=True, topic="water.river")
        assert asked(pilot).topic == "The river"


async def test_a_session_on_the_paper_at_the_cursor(desk: Desk) -> None:
    async with at_topics(desk) as pilot:
        await press(pilot, "tab")
        assert set(names(pilot)) == {"pakistan-affairs", "current-affairs"}
        await press(pilot, "down")
        paper = current(pilot)
        await press(pilot, "enter")
        assert session(pilot).wish == Wish(weak=True, filter=f"paper:{paper}")
        assert asked(pilot).place == 1


async def test_a_session_over_all(desk: Desk) -> None:
    async with at_topics(desk) as pilot:
        await press(pilot, "w")
        assert session(pilot).wish == Wish(weak=True)


async def test_where_nothing_can_be_won_it_says_so_and_stays(desk: Desk) -> None:
    ten_answers(desk)
    async with at_topics(desk) as pilot:
        await press(pilot, "end", "enter")
        assert "The river: nothing to win today." in told(pilot)
        assert current(pilot) == "water.river"


async def test_another_order_begins_at_the_top(desk: Desk, clock: HandClock) -> None:
    weeks(desk, clock)
    async with at_topics(desk) as pilot:
        assert "most marks per minute first" in folded(pilot)
        first = names(pilot)
        await press(pilot, "end", "o")
        assert "most marks at stake first" in folded(pilot)
        assert names(pilot)[1] == "water.river"
        assert current(pilot) == "water"
        await press(pilot, "o")
        assert "least recall first" in folded(pilot)
        await press(pilot, "o")
        assert names(pilot) == first


async def test_the_exam_day_is_set_and_taken_back(desk: Desk) -> None:
    async with at_topics(desk) as pilot:
        await press(pilot, "x")
        await write(pilot, "10 feb 2027")
        await press(pilot, "enter")
        assert exam_day(desk) == date(2027, 2, 10)
        assert "Estimates for today and for the exam, 10 Feb 2027" in folded(pilot)
        await press(pilot, "x")
        assert "10 Feb 2027" in folded(pilot)
        await press(pilot, *["backspace"] * 11, "enter")
        assert exam_day(desk) is None
        assert "in 30 days (x sets the exam day)" in folded(pilot)


async def test_a_bad_exam_day_is_told_and_can_be_put_right(desk: Desk) -> None:
    async with at_topics(desk) as pilot:
        await press(pilot, "x")
        await write(pilot, "someday")
        await press(pilot, "enter")
        assert "“someday” is not a date. Write day, month and year" in folded(pilot)
        await press(pilot, *["backspace"] * 7)
        await write(pilot, "2025-01-01")
        await press(pilot, "enter")
        assert "The exam day 2025-01-01 is past." in folded(pilot)
        await press(pilot, "escape")
        assert exam_day(desk) is None
        assert isinstance(pilot.app.screen, TopicsScreen)
        assert "x sets the exam day" in folded(pilot)


async def test_keys_are_text_while_the_exam_day_is_typed(desk: Desk) -> None:
    set_exam_day(desk, date(2027, 2, 10))
    async with at_topics(desk) as pilot:
        await press(pilot, "x", "w", "s", "q", "tab", "o")
        screen = pilot.app.screen
        assert isinstance(screen, TopicsScreen)
        assert screen.line.value == "10 Feb 2027wsqo"
        assert screen.view == "topics"
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert exam_day(desk) == date(2027, 2, 10)


async def test_browsing_a_topic_comes_back_to_it(desk: Desk) -> None:
    async with at_topics(desk) as pilot:
        await press(pilot, "down", "down", "b")
        assert isinstance(pilot.app.screen, BrowseScreen)
        assert "2 questions" in folded(pilot)
        await write(pilot, "order")
        await settle(pilot)
        assert "1 question " in folded(pilot)
        await press(pilot, "escape")
        assert "11 questions" in folded(pilot)
        await press(pilot, "escape")
        assert current(pilot) == "water.dams"


async def test_browsing_and_straight_back(desk: Desk) -> None:
    async with at_topics(desk) as pilot:
        await press(pilot, "tab", "down", "b", "escape")
        assert isinstance(pilot.app.screen, TopicsScreen)
        assert "Weak papers" in folded(pilot)


async def test_no_questions(desk: Desk) -> None:
    for bank in desk.folder.banks.glob("*.yaml"):
        bank.unlink()
    desk.index.refresh()
    async with at_topics(desk) as pilot:
        assert "There are no questions yet: put a question bank" in folded(pilot)
        await press(pilot, "enter", "s", "w", "o", "b", "tab", "down")
        assert isinstance(pilot.app.screen, TopicsScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_leeches_and_parked_questions_are_counted(desk: Desk, clock: HandClock) -> None:
    weeks(desk, clock)
    async with at_topics(desk) as pilot:
        assert "1 leech, 1 parked" in folded(pilot)


async def test_titles_are_never_markup(desk: Desk) -> None:
    add_bank(desk.folder.banks, "hostile", HOSTILE, HOSTILE_TEXT)
    desk.index.refresh()
    async with at_topics(desk) as pilot:
        assert text(pilot).count("[@click=app.quit]Topic[/]") == 2


async def test_help_tells_what_the_columns_are(desk: Desk) -> None:
    async with at_topics(desk, (100, 60)) as pilot:
        await press(pilot, "question_mark")
        assert "What the figures are" in folded(pilot)
        assert "marks of 100 that are expected to be missing then" in folded(pilot)


async def test_a_file_that_cannot_be_read_is_told_once(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        for file in desk.folder.root.glob("progress.db*"):
            file.write_bytes(b"no database" * 1000)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, TroubleScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, TopicsScreen)
        assert "Nothing could be read" in folded(pilot)
    # Who leaves is told what else is lost by it.
    with pytest.raises(ProgressError, match="Another program wrote into"):
        desk.close()
