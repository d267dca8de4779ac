from __future__ import annotations

from array import array
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.exam_forecast import TOPICS, followed
from tui.schedule.planner import Questions
from tui.study.calibration import UNKNOWN, Calibration
from tui.study.exam.outlook import Outlook, outlook, spread
from tui.study.exam.sampling import sample
from tui.study.exam.simulation import StoppedError

TODAY = date(2026, 11, 23)
SURE = Calibration(0.0, 0.0, 0.0, 0.0, 0.0, 600)


def new_questions(count: int, guess: float = 0.0) -> Questions:
    def column(value: float) -> array[float]:
        return array("d", [value] * count)

    return Questions(
        stability=column(0.0),
        difficulty=column(0.0),
        last_day=array("l", [0] * count),
        weight=column(100 / count if count else 0.0),
        guess=column(guess),
        seconds_right=column(8.0),
        seconds_wrong=column(16.0),
        seconds_new=column(30.0),
    )


def looked(
    count: int, days: int, minutes: float, calibration: Calibration = UNKNOWN, **how: float
) -> Outlook:
    budgets = [(TODAY + timedelta(n), minutes * 60) for n in range(days)]
    exam = TODAY + timedelta(days)
    questions = new_questions(count, how.get("guess", 0.0))
    return outlook(questions, budgets, exam, calibration, Random(1), runs=12)


def test_enough_minutes_show_all_questions_and_few_do_not() -> None:
    plenty, few = looked(60, 20, 15), looked(300, 10, 5)
    assert (plenty.seen, plenty.unseen, plenty.questions) == (60, 0, 60)
    assert few.seen + few.unseen == 300
    # Ten questions of half a minute in each five minutes, at most.
    assert 0 < few.seen <= 100 + 10
    assert few.marks.mean < 0.4
    assert plenty.marks.mean > 0.8


def test_more_minutes_bring_more_marks() -> None:
    means = [looked(200, 20, minutes).marks.mean for minutes in (0, 5, 10, 20, 40)]
    assert means == sorted(means)
    assert means[0] == 0.0


def test_without_minutes_or_days_everything_is_guessed() -> None:
    for found in (looked(20, 10, 0, guess=0.25), looked(20, 0, 30, guess=0.25)):
        assert (found.seen, found.unseen) == (0, 20)
        assert found.marks.low == found.marks.mean == found.marks.high == pytest.approx(0.25)


def test_no_question_at_all() -> None:
    found = looked(0, 5, 30)
    assert (found.seen, found.unseen, found.marks.mean) == (0, 0, 0.0)
    assert found.of([""]) is None


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 60), st.integers(1, 12), st.floats(1, 40))
def test_no_day_overruns_by_more_than_a_question(count: int, days: int, minutes: float) -> None:
    found = looked(count, days, minutes)
    assert len(found.days) == days
    assert all(day.seconds <= day.budget + 30 for day in found.days)
    assert 0 <= found.marks.low <= found.marks.mean <= found.marks.high <= 1


def test_who_is_better_known_has_a_narrower_band() -> None:
    stranger, known = looked(300, 30, 15), looked(300, 30, 15, SURE)
    assert known.marks.high - known.marks.low < stranger.marks.high - stranger.marks.low


def test_days_off_have_no_work_and_minutes_are_by_weekday() -> None:
    budgets = [
        (TODAY + timedelta(n), 0.0 if (TODAY + timedelta(n)).weekday() == 4 else 900.0)
        for n in range(14)
    ]
    found = outlook(new_questions(50), budgets, TODAY + timedelta(14), UNKNOWN, Random(1), runs=2)
    assert found.minutes == (15, 15, 15, 15, 0, 15, 15)
    assert [day.seconds for day in found.days if day.budget == 0] == [0.0, 0.0]


def test_the_same_chance_gives_the_same_and_topics_add_up() -> None:
    questions, topics = new_questions(80), [f"t{n % 3}" for n in range(80)]
    budgets = [(TODAY + timedelta(n), 600.0) for n in range(15)]

    def found() -> Outlook:
        end = TODAY + timedelta(15)
        return outlook(questions, budgets, end, UNKNOWN, Random(7), runs=3, topics=topics)

    one = found()
    assert one == found()
    assert not any(questions.stability)  # what was handed in is left as it was
    every = one.of(["t0", "t1", "t2"])
    assert every is not None
    assert (every.mean, every.low) == pytest.approx((one.marks.mean, one.marks.low))
    assert one.of(["none"]) is None
    assert one.of(["t1"]) is not None


def test_a_sample_comes_to_about_what_all_come_to() -> None:
    # The share of time a question is the same; of the larger bank a sample is simulated.
    small, large = looked(300, 20, 10, SURE), looked(3000, 20, 100, SURE)
    assert large.marks.mean == pytest.approx(small.marks.mean, abs=0.08)
    assert large.seen / 3000 == pytest.approx(small.seen / 300, abs=0.08)
    assert sum(day.seconds for day in large.days) == pytest.approx(20 * 6000, rel=0.05)


def test_in_a_sample_like_questions_stand_for_each_other() -> None:
    questions = new_questions(1000)
    for n in range(0, 1000, 4):
        questions.weight[n] = 5.0
    found = sample(questions, 100, Random(2))
    assert len(found.questions) == 100
    assert found.share == pytest.approx(0.1)
    for n, stands in enumerate(found.stands_for):
        assert found.questions.weight[stands] == questions.weight[n]


def test_it_can_be_stopped() -> None:
    budgets = [(TODAY + timedelta(n), 600.0) for n in range(30)]
    asked = iter([False, False, True])
    with pytest.raises(StoppedError):
        outlook(
            new_questions(50),
            budgets,
            TODAY + timedelta(30),
            UNKNOWN,
            Random(1),
            stop=lambda: next(asked),
        )


def test_the_band_is_as_wide_as_the_runs_are_apart() -> None:
    near, far = spread([0.8, 0.81, 0.82]), spread([0.6, 0.8, 0.95])
    assert near.low < near.mean < near.high
    assert far.low < near.low < near.high < far.high
    alike = spread([1.0, 1.0])
    assert (alike.low, alike.mean, alike.high) == (1.0, 1.0, 1.0)


def test_four_of_five_bands_hold_what_learners_come_to() -> None:
    held = [each for person in range(30) for each in followed(person, (120, 20, 6), 8)]
    # The three bands of one person are much alike, so that these are hardly more than 30 counts.
    assert 0.65 <= sum(each.all for each in held) / len(held) <= 0.95
    assert 0.7 <= sum(each.topics for each in held) / TOPICS / len(held) <= 0.95
