"""The Plan screen as a learner uses it, and pictures of it: look at each before taking it over."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from tests.app.banks import HOSTILE, HOSTILE_TEXT, add_bank
from tests.app.driving import (
    LARGE,
    SMALL,
    TINY,
    at_home,
    folded,
    pressed,
    settle,
    text,
    told,
    write,
)
from tests.app.studied import months_of_answers
from tests.app.test_topics_snapshots import ten_answers
from tests.conftest import HandClock
from tui.app.app import CssprepApp
from tui.app.screens.home import HomeScreen
from tui.app.screens.plan import SETTLED, PlanScreen
from tui.clock import today
from tui.study.desk import Desk
from tui.study.exam.study_plan import StudyPlan, keep, study_plan
from tui.study.exam_day import exam_day, set_exam_day
from tui.study.minutes import planned_minutes

EXAM = date(2026, 12, 20)
WEEK = (20, 20, 30, 20, 0, 60, 20)
Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x45"])


@asynccontextmanager
async def at_plan(desk: Desk, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[None]]:
    async with at_home(desk, size) as pilot:
        await pilot.press("p")
        await settle(pilot)
        assert isinstance(pilot.app.screen, PlanScreen)
        yield pilot


def screen(pilot: Pilot[None]) -> PlanScreen:
    found = pilot.app.screen
    assert isinstance(found, PlanScreen)
    return found


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, and waits until what they change has been reckoned."""
    await pilot.press(*keys)
    await pilot.pause(2 * SETTLED)
    await settle(pilot)


@pytest.fixture
def planned(desk: Desk) -> Desk:
    """Months of answers, an exam day and a week with a day off."""
    months_of_answers(desk)
    keep(desk, StudyPlan(EXAM, WEEK))
    return desk


async def test_what_can_be_done_stands_at_the_top(planned: Desk) -> None:
    async with at_plan(planned) as pilot:
        assert "Exam in 48 days, 20 Dec 2026" in text(pilot)
        assert "At 20 minutes a day (30 on Wed, 60 on Sat, Fri off) you can see all" in folded(
            pilot
        )
        assert "▸Mon 20 Tue 20 Wed 30 Thu 20 Fri off Sat 60 Sun 20" in folded(pilot)
        assert "What more minutes a day would bring" in text(pilot)
        assert screen(pilot).done


async def test_minutes_change_on_days_of_study(planned: Desk) -> None:
    async with at_plan(planned) as pilot:
        await press(pilot, "plus", "plus")
        assert study_plan(planned).minutes == (30, 30, 40, 30, 0, 70, 30)
        assert "At 30 minutes a day (40 on Wed, 70 on Sat, Fri off)" in folded(pilot)
        await press(pilot, *["minus"] * 8)
        assert study_plan(planned).minutes == (5, 5, 5, 5, 0, 30, 5)
        assert screen(pilot).done


async def test_a_weekday_becomes_a_day_off_and_back(planned: Desk) -> None:
    async with at_plan(planned) as pilot:
        await press(pilot, "space")
        assert study_plan(planned).minutes == (0, *WEEK[1:])
        assert "▸Mon off" in text(pilot)
        assert "Space on" in folded(pilot)
        await press(pilot, "space", "left", "left", "left", "space", "right_square_bracket")
        assert study_plan(planned).minutes == (20, 20, 30, 20, 25, 60, 20)
        await press(pilot, "left_square_bracket", "right", "left_square_bracket")
        assert study_plan(planned).minutes == (20, 20, 30, 20, 20, 55, 20)


async def test_a_week_of_days_off_is_said_to_be_one(planned: Desk) -> None:
    keep(planned, StudyPlan(EXAM, (0, 0, 0, 0, 0, 0, 20)))
    async with at_plan(planned) as pilot:
        await press(pilot, "left", "space")
        assert "Sunday is a day off, as all others are." in told(pilot)
        assert "At 0 minutes a day you can expect" in folded(pilot)
        assert "Every day is a day off" in folded(pilot)
        await press(pilot, "plus")
        assert study_plan(planned).minutes == (5,) * 7


async def test_the_exam_day_is_set_and_taken_back(desk: Desk) -> None:
    async with at_plan(desk) as pilot:
        assert "No exam day is set: x sets one. Figures look 30 days ahead" in folded(pilot)
        await pilot.press("x")
        await write(pilot, "20 Dec 2026")
        await press(pilot, "enter")
        assert exam_day(desk) == EXAM
        assert "The exam is on 20 Dec 2026." in told(pilot)
        assert "Exam in 48 days, 20 Dec 2026" in text(pilot)
        await pilot.press("x", "ctrl+u")
        await press(pilot, "enter")
        assert exam_day(desk) is None
        assert "No exam day is set" in folded(pilot)


async def test_a_day_that_can_be_none_is_said_and_nothing_lost(planned: Desk) -> None:
    async with at_plan(planned) as pilot:
        await pilot.press("x", "ctrl+u")
        await write(pilot, "1 Feb 2020")
        await press(pilot, "enter")
        assert "The exam day 2020-02-01 is past. Give a day that is to come." in folded(pilot)
        assert "1 Feb 2020" in text(pilot)
        await pilot.press("escape")
        assert exam_day(planned) == EXAM
        assert not screen(pilot).is_typing


async def test_keys_of_the_screen_are_text_while_a_day_is_typed(planned: Desk) -> None:
    async with at_plan(planned) as pilot:
        await pilot.press("x", "ctrl+u", "2", "t", "space", "plus")
        assert screen(pilot).line.value == "2t +"
        assert study_plan(planned).minutes == WEEK
        assert not screen(pilot).as_table


async def test_each_part_is_one_key_away_and_so_is_its_table(planned: Desk) -> None:
    async with at_plan(planned) as pilot:
        for key, picture, table in (
            ("1", "minutes a day 0", "minutes a day marks 80 % band"),
            ("2", "if the plan is kept, ○ now", "Paper seen now band plan kept band pass"),
            ("3", "Mon Tue Wed Thu Fri Sat Sun", "day minutes of reviews new"),
            ("4", "as each week left it", "day marks 80 % band seen"),
        ):
            await pilot.press(key)
            assert picture in folded(pilot)
            await pilot.press("t")
            assert table in folded(pilot)
            await pilot.press("t")
        await pilot.press("tab")
        assert screen(pilot).at == 0
        await pilot.press("shift+tab")
        assert screen(pilot).at == 3


async def test_what_is_longer_than_the_screen_scrolls(planned: Desk) -> None:
    async with at_plan(planned) as pilot:
        await pilot.press("4", "end")
        first = planned.clock.now().date() - timedelta(days=7)
        assert f"{first.day} {first:%b %Y}" not in text(pilot)
        await pilot.press("home")
        assert f"{first.day} {first:%b %Y}" in text(pilot)
        await pilot.press("pagedown", "up", "down", "pageup")
        assert screen(pilot).top == 0


async def test_it_leads_home(planned: Desk) -> None:
    async with at_plan(planned) as pilot:
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Exam in 48 days, 20 Dec 2026" in text(pilot)


async def test_a_session_takes_the_minutes_of_its_weekday_from_then_on(planned: Desk) -> None:
    async with at_plan(planned) as pilot:
        await press(pilot, "right_square_bracket", "right_square_bracket", "escape")
        assert "a session of 30 minutes" in folded(pilot)
        await press(pilot, "plus")
        assert planned_minutes(planned) == 35
        await press(pilot, "p", "left_square_bracket", "escape")
        assert planned_minutes(planned) == 25


async def test_keys_work_before_anything_is_reckoned(planned: Desk) -> None:
    async with at_home(planned) as pilot:
        await pilot.press("p", "plus", "right", "space", "x")
        assert screen(pilot).is_typing
        assert study_plan(planned).minutes == (25, 0, 35, 25, 0, 65, 25)
        await settle(pilot)


@pytest.mark.parametrize(
    ("days", "home", "said"),
    [
        (-1, "The exam day is past: set the next one, p", "is past: x sets one."),
        (0, "Exam today, 2 Nov 2026", "The exam is today, 2 Nov 2026. You have seen"),
        (1, "Exam tomorrow, 3 Nov 2026", "today is the last day of study."),
        (1095, "Exam in 1,095 days, 1 Nov 2029", "At 20 minutes a day you can see"),
    ],
)
async def test_days_of_every_kind(
    desk: Desk, clock: HandClock, days: int, home: str, said: str
) -> None:
    day = today(clock) + timedelta(days=days)
    ten_answers(desk)
    clock.pass_(days=-3)
    set_exam_day(desk, day)
    clock.pass_(days=3)
    async with at_home(desk) as pilot:
        assert home in text(pilot)
        await press(pilot, "p")
        assert said in folded(pilot)
        for key in ("2", "3", "4", "t", "1"):
            await pilot.press(key)
        assert "Traceback" not in text(pilot)


async def test_no_questions(desk: Desk) -> None:
    for bank in desk.folder.banks.glob("*.yaml"):
        bank.unlink()
    desk.index.refresh()
    async with at_plan(desk) as pilot:
        assert "No questions: put a bank into question_banks." in folded(pilot)
        for key in ("2", "3", "4", "t"):
            await pilot.press(key)
            assert "Nothing was answered yet" in text(pilot) or "no questions yet" in text(pilot)


async def test_titles_are_text(desk: Desk) -> None:
    add_bank(desk.folder.banks, "hostile", HOSTILE, HOSTILE_TEXT)
    desk.index.refresh()
    async with at_plan(desk, LARGE) as pilot:
        assert "[@click=app.quit]Topic[/]" in text(pilot)
        await pilot.press("2", "t")
        assert "[@click=app.quit]Topic[/]" in text(pilot)


@pytest.mark.parametrize("size", [SMALL, LARGE, TINY, (100, 50), (200, 60), (20, 8)])
async def test_every_size_shows_something(planned: Desk, size: tuple[int, int]) -> None:
    async with at_plan(planned, size) as pilot:
        for key in "1234":
            await pilot.press(key)
            assert all(len(line) <= size[0] for line in text(pilot).splitlines())


# --- pictures


@SIZES
def test_picture_of_nothing_answered(
    snap_compare: Compare, desk: Desk, size: tuple[int, int]
) -> None:
    assert snap_compare(CssprepApp(desk, 20), terminal_size=size, run_before=pressed("p"))


@SIZES
@pytest.mark.parametrize("keys", ["1", "2", "3", "4"])
def test_picture_of_months(
    snap_compare: Compare, planned: Desk, size: tuple[int, int], keys: str
) -> None:
    app = CssprepApp(planned, 20)
    assert snap_compare(app, terminal_size=size, run_before=pressed("p", *keys))


@pytest.mark.parametrize("keys", [("x",), ("2", "t"), ("3", "t")], ids="-".join)
def test_picture_of_keys(snap_compare: Compare, planned: Desk, keys: tuple[str, ...]) -> None:
    app = CssprepApp(planned, 20)
    assert snap_compare(app, terminal_size=SMALL, run_before=pressed("p", *keys))


def test_picture_without_colours(
    snap_compare: Compare, planned: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = CssprepApp(planned, 20)
    assert snap_compare(app, terminal_size=SMALL, run_before=pressed("p", "3"))
