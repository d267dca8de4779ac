from __future__ import annotations

from datetime import date, timedelta

from tui.memory import Memory
from tui.progress.history import Answer
from tui.schedule.forgetting import retrievability
from tui.schedule.fsrs6 import after
from tui.study.statistics.facts import SCALE, Fact, facts

FIRST = date(2026, 3, 1)


def answer(days: int, grade: int = 3, key: str = "k", *, practice: bool = False) -> Answer:
    day = FIRST + timedelta(days=days)
    return Answer(
        "b/q", f"{day}T10:00:00.000000Z", "R", str(day), "short", 5.0, key, grade, practice
    )


def of(*answers: Answer) -> list[Fact]:
    return facts(answers, after)


def test_a_first_answer_tests_no_forecast() -> None:
    (first,) = of(answer(0))
    assert (first.graded, first.recalled, first.elapsed, first.predicted) == (True, True, 0, 0)


def test_the_forecast_is_what_the_schedule_held_before_the_answer() -> None:
    _, second, third = of(answer(0), answer(4), answer(9, grade=1))
    memory: Memory | None = after(None, answer(0).grade, FIRST, "k")  # type: ignore[arg-type]
    assert memory is not None
    assert second.elapsed == 4
    assert second.predicted == round(retrievability(memory.stability, 4) * SCALE)
    assert (third.elapsed, third.recalled) == (5, False)
    assert third.predicted > second.predicted


def test_a_second_answer_on_the_same_day_tests_no_forecast() -> None:
    _, again, next_day = of(answer(0, grade=1), answer(0), answer(1))
    assert (again.elapsed, again.graded) == (0, True)
    assert next_day.elapsed == 1


def test_practice_is_neither_graded_nor_remembered() -> None:
    _, practice, later = of(answer(0), answer(2, practice=True), answer(6))
    assert (practice.practice, practice.graded, practice.elapsed) == (True, False, 0)
    assert later.elapsed == 6


def test_a_new_answer_key_begins_anew_and_drops_what_was_graded_by_the_old_one() -> None:
    found = of(answer(0), answer(4), answer(9, key="new"), answer(12, key="new"))
    assert [fact.graded for fact in found] == [False, False, True, True]
    assert [fact.elapsed for fact in found] == [0, 0, 0, 3]


def test_a_key_that_is_not_known_fits_any() -> None:
    found = of(answer(0, key=""), answer(4), answer(9, key=""))
    assert [fact.elapsed for fact in found] == [0, 4, 5]


def test_a_clock_that_was_set_back_counts_as_the_same_day() -> None:
    found = of(answer(5), answer(3), answer(8))
    assert [fact.elapsed for fact in found] == [0, 0, 3]


def test_the_cells_grow() -> None:
    *_, last = of(answer(0), answer(1, grade=1), answer(2, grade=1), answer(40))
    assert last.bin == (2, 2, 2)  # 38 days, the fourth answer, two lapses
