from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.conftest import HandClock
from tests.study.test_banks_that_change import rewrite
from tui.clock import today
from tui.memory import Memory
from tui.progress import memories, parked
from tui.schedule.forgetting import retrievability
from tui.schedule.seconds import Pace
from tui.study.changes import forget_looking, look_through
from tui.study.desk import Desk
from tui.study.statistics.workload import DAYS, Workload, workload

PACE = Pace({})


def remember(desk: Desk, name: str, due_in: int, key: str = "", last: int = 10) -> Memory:
    day = today(desk.clock)
    memory = Memory(
        stability=20.0,
        difficulty=5.0,
        last_day=day - timedelta(days=last),
        due_day=day + timedelta(days=due_in),
        reviews=2,
        lapses=0,
        key=key,
        recalled=True,
    )
    with desk.progress.transaction():
        memories.put(desk.progress, f"indus/{name}", memory)
    return memory


def due(found: Workload) -> dict[date, int]:
    return {day.day: day.due for day in found.days if day.due}


def test_no_work_yet(desk: Desk) -> None:
    found = workload(desk)
    assert (found.overdue.due, due(found)) == (0, {})
    assert len(found.days) == DAYS
    assert found.days[0].day == today(desk.clock)


def test_each_question_is_due_on_its_day(desk: Desk, clock: HandClock) -> None:
    remember(desk, "broker", -3)
    remember(desk, "length", 0)
    remember(desk, "signers", 29)
    remember(desk, "treaty-split", 30)
    found, day = workload(desk), today(clock)
    assert (found.overdue.due, found.overdue.day) == (1, day - timedelta(days=3))
    assert due(found) == {day: 1, day + timedelta(days=29): 1}


def test_the_minutes_are_those_of_a_question_of_its_kind_so_well_remembered(desk: Desk) -> None:
    remember(desk, "broker", -3)  # a choice
    remember(desk, "length", 5)  # a number
    found = workload(desk)
    overdue = PACE.seconds("choice", retrievability(20.0, 10)) / 60
    assert found.overdue.minutes == pytest.approx(overdue)
    assert found.days[5].minutes == pytest.approx(
        PACE.seconds("number", retrievability(20.0, 15)) / 60
    )


def test_what_left_the_banks_or_is_parked_is_no_work(desk: Desk) -> None:
    remember(desk, "no-such-question", -1)
    remember(desk, "broker", 0)
    with desk.progress.transaction():
        parked.park(desk.progress, "indus/broker")
    found = workload(desk)
    assert (found.overdue.due, due(found)) == (0, {})


def test_a_changed_answer_is_work_of_today(desk: Desk, clock: HandClock) -> None:
    (row,) = desk.index.rows(["indus/length"])
    remember(desk, "length", 12, key=row.key)
    rewrite(desk, 'answer: "3180"', 'answer: "3200"')
    desk.index.refresh(today(clock))
    with desk.progress.transaction():
        forget_looking(desk.progress)
    look_through(desk)
    found = workload(desk)
    assert due(found) == {today(clock): 1}
    assert found.days[0].minutes == pytest.approx(PACE.seconds("number", 0.0) / 60)
