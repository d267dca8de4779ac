from __future__ import annotations

from datetime import timedelta

import pytest

from tests.app.driving import asked, at_home, folded, session, settle
from tui.app.app import CssprepApp
from tui.clock import today
from tui.study import exam_queue
from tui.study.desk import Desk
from tui.study.exam_day import set_exam_day
from tui.study.opening import open_session
from tui.study.planning import day_plan


@pytest.fixture
def many(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose questions count as too many to rank them all before the first paint."""
    monkeypatch.setattr(exam_queue, "LARGE", 10)
    set_exam_day(desk, today(desk.clock) + timedelta(days=30))
    return desk


async def test_the_first_question_stands_and_the_others_come_in(many: Desk) -> None:
    opened = open_session(many, 20, at_once=True)
    app = CssprepApp(many, 20, opened)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = asked(pilot).ref
        await pilot.press("x")
        await settle(pilot)
        assert not session(pilot).more_comes
        assert asked(pilot).ref == first
        assert asked(pilot).of == 11
        assert "1 of 11" in folded(pilot)


async def test_home_reads_the_days_work_beside_and_the_session_is_as_it_says(many: Desk) -> None:
    async with at_home(many) as pilot:
        assert "11 new, about 14 minutes" in folded(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert asked(pilot).of == len(day_plan(many, 1200)) == 11


async def test_home_counts_what_the_session_will_ask(many: Desk) -> None:
    async with at_home(many, minutes=5) as pilot:
        planned = day_plan(many, 300)
        assert f"{len(planned)} new" in folded(pilot)
        await pilot.press("plus")
        await settle(pilot)
        assert f"{len(day_plan(many, 600))} new" in folded(pilot)
