from __future__ import annotations

import math
import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import HandClock
from tests.study.studied import Log
from tui.clock import today
from tui.memory import Grade, Memory
from tui.progress.history import Answer
from tui.schedule.forgetting import retrievability
from tui.schedule.fsrs6 import after
from tui.study.calibration import UNKNOWN, Forecast, calibration, fit, forecasts, moved
from tui.study.desk import Desk

DAY = date(2026, 3, 1)


def answer(days: int, grade: Grade, key: str = "k", *, practice: bool = False) -> Answer:
    day = (DAY + timedelta(days=days)).isoformat()
    return Answer("a/q", f"{day}T12", f"r{days}", day, "short", 5.0, key, grade, practice)


def outcomes(shift: float, slope: float, count: int) -> list[Forecast]:
    """Forecasts, and what comes out where they are off by so much."""
    made = random.Random(5)
    found: list[Forecast] = []
    for _ in range(count):
        chance, days = made.uniform(0.6, 0.97), made.randrange(1, 60)
        true = moved(chance, shift + slope * math.log(days / 7))
        found.append(Forecast(chance, days, made.random() < true))
    return found


def test_of_a_stranger_nothing_is_known() -> None:
    known = fit([])
    assert (known.shift, known.slope, known.answers) == (0.0, 0.0, 0)
    assert known.corrected(0.83, 12) == pytest.approx(0.83)
    assert known.doubt(1.5) == pytest.approx(UNKNOWN.doubt(1.5))


@pytest.mark.parametrize(("shift", "slope"), [(-0.8, 0.0), (0.5, -0.2), (0.0, 0.0)])
def test_what_forecasts_are_off_by_is_found(shift: float, slope: float) -> None:
    found = fit(outcomes(shift, slope, 5000))
    assert found.shift == pytest.approx(shift, abs=3 * found.doubt(0.0))
    assert found.slope == pytest.approx(slope, abs=3 * math.sqrt(found.slope_variance))
    assert found.doubt(0.0) < 0.1
    assert found.corrected(0.9, 20) == pytest.approx(
        moved(0.9, shift + slope * math.log(20 / 7)), abs=0.03
    )


def test_a_few_answers_move_little_and_leave_much_doubt() -> None:
    few = fit([Forecast(0.9, 7, recalled=False)] * 2)
    many = fit([Forecast(0.9, 7, recalled=False)] * 200)
    assert many.shift < few.shift < 0
    assert many.doubt(0.0) < few.doubt(0.0) < UNKNOWN.doubt(0.0)


@given(st.lists(st.builds(Forecast, st.floats(0, 1), st.integers(0, 900), st.booleans())))
def test_any_outcomes_give_a_chance_to_every_forecast(given: list[Forecast]) -> None:
    found = fit(given)
    for chance in (0.0, 1e-9, 0.5, 0.999999, 1.0):
        assert 0 <= found.corrected(chance, 30) <= 1
    assert found.doubt(0.0) >= 0


@given(
    st.lists(
        st.tuples(st.integers(-3, 90), st.sampled_from(Grade), st.sampled_from(["", "k", "l"])),
        max_size=10,
    )
)
def test_forecasts_are_those_of_the_memories_that_the_app_has(
    steps: list[tuple[int, Grade, str]],
) -> None:
    days = 0
    given: list[Answer] = []
    expected: list[tuple[float, bool]] = []
    memory: Memory | None = None
    for step, grade, key in steps:
        days += step
        day = DAY + timedelta(days=days)
        given.append(answer(days, grade, key))
        if memory is not None and memory.counts_for(key) and day > memory.last_day:
            chance = retrievability(memory.stability, (day - memory.last_day).days)
            expected.append((chance, grade is not Grade.AGAIN))
        memory = after(memory, grade, day, key)
    found = forecasts(given, "")
    assert [each.recalled for each in found] == [recalled for _, recalled in expected]
    assert [each.chance for each in found] == pytest.approx([chance for chance, _ in expected])


def test_practice_and_older_answers_test_no_forecast() -> None:
    given = [
        answer(0, Grade.GOOD),
        answer(2, Grade.AGAIN, practice=True),
        answer(4, Grade.GOOD),
        answer(9, Grade.AGAIN),
    ]
    assert [(each.days, each.recalled) for each in forecasts(given, "")] == [(4, True), (5, False)]
    since = given[3].at
    assert [each.days for each in forecasts(given, since)] == [5]


def test_a_learner_who_misses_what_was_forecast_is_found_out(desk: Desk, clock: HandClock) -> None:
    log, last = Log(desk), today(clock)
    refs = desk.index.refs()
    assert calibration(desk) == UNKNOWN
    for back in (40, 30, 20, 10):
        for ref in refs:
            log.answer(ref, last - timedelta(days=back), Grade.GOOD if back == 40 else Grade.AGAIN)
    found = calibration(desk)
    assert found.answers == 3 * len(refs)
    assert found.shift < -1
