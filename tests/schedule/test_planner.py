from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.memory import Memory
from tui.schedule.gain import gain, recall_on
from tui.schedule.planner import (
    SPENT,
    Questions,
    chance_at_first,
    day_order,
    day_queue,
    gains,
    worth,
)
from tui.schedule.seconds import Pace
from tui.schedule.weights import DEFAULT, LEAST, MOST

DAY = date(2026, 11, 2)
TODAY = DAY.toordinal()


class One(NamedTuple):
    """A question; stability 0 for an unseen one."""

    stability: float = 0.0
    difficulty: float = 5.0
    days_ago: int = 10
    weight: float = 1.0
    guess: float = 0.0
    kind: str = "short"

    def memory(self) -> Memory | None:
        if not self.stability:
            return None
        last = DAY - timedelta(days=self.days_ago)
        return Memory(self.stability, self.difficulty, last, last, 3, 0, "k", recalled=True)


PACE = Pace({})


def table(questions: Sequence[One]) -> Questions:
    found = Questions()
    for one in questions:
        seen = bool(one.stability)
        found.stability.append(one.stability)
        found.difficulty.append(one.difficulty if seen else 0.0)
        found.last_day.append(TODAY - one.days_ago if seen else 0)
        found.weight.append(one.weight)
        found.guess.append(one.guess)
        found.seconds_right.append(PACE.seconds(one.kind, 1.0))
        found.seconds_wrong.append(PACE.seconds(one.kind, 0.0))
        found.seconds_new.append(PACE.seconds(one.kind, None))
    return found


ones = st.builds(
    One,
    st.just(0.0) | st.floats(0.001, 3000),
    st.floats(1, 10),
    st.integers(-3, 700),
    st.floats(0, 20),
    st.sampled_from([0.0, 1 / 31, 0.25, 0.5]),
    st.sampled_from(["short", "list", "outline", "truefalse"]),
)
aheads = st.integers(0, 400)
weights_of_somebody = st.integers(0, 10**6).map(
    lambda seed: tuple(
        random.Random(seed * 21 + place).uniform(low, high)
        for place, (low, high) in enumerate(zip(LEAST, MOST, strict=True))
    )
)


@given(
    ones,
    aheads,
    st.just(DEFAULT) | weights_of_somebody,
    st.floats(0, 1),
)
def test_the_gain_a_second_is_that_of_one_question_alone(
    one: One, ahead: int, weights: tuple[float, ...], first: float
) -> None:
    exam = DAY + timedelta(days=ahead)
    memory = one.memory()
    won = gain(memory, DAY, exam, one.guess, weights=weights, first_right=first)
    recall = None if memory is None else recall_on(memory, DAY, one.guess)
    seconds = PACE.seconds(one.kind, recall)
    found = worth(
        table([one]),
        TODAY,
        exam.toordinal(),
        weights=weights,
        first_right=first,
    )
    assert found.gains == pytest.approx([one.weight * won / seconds], rel=1e-9, abs=1e-12)
    assert found.seconds == pytest.approx([seconds])


def test_the_formula_by_hand() -> None:
    exam = TODAY + 60
    unseen = One(weight=2.0)
    # R(60; 2.3065) and R(60; 0.212), half of the first answers being right.
    factor = 0.9 ** (-1 / 0.1542) - 1
    right, wrong = ((1 + factor * 60 / s) ** -0.1542 for s in (2.3065, 0.212))
    expected = 2.0 * (right + wrong) / 2 / 30
    assert gains(table([unseen]), TODAY, exam, first_right=0.5) == pytest.approx([expected])


@given(
    st.floats(1, 10),
    st.integers(1, 365),
    st.floats(0.5, 100),
    st.floats(1, 100),
    st.integers(60, 365),
)
def test_with_the_exam_far_what_is_firmer_never_gains_more(
    difficulty: float, days_ago: int, kept_for: float, times: float, ahead: int
) -> None:
    """All else equal, the seconds of an answer as well, and the exam within a year.

    That is as long as recall is likelier than 84 %, by a stability of half the days: of two that
    are as good as forgotten, an answer helps the more stable one more.
    """
    stability = days_ago * kept_for
    pair = table([One(each, difficulty, days_ago) for each in (stability, stability * times)])
    pair.seconds_wrong = pair.seconds_right
    loose, firm = gains(pair, TODAY, TODAY + ahead)
    assert firm <= loose + 1e-12


@given(st.sampled_from([0.0, 0.04, 0.2, 0.25, 0.5]), aheads, st.floats(0, 1))
def test_an_unseen_question_never_gains_less_than_nothing(
    guess: float, ahead: int, first: float
) -> None:
    (found,) = gains(table([One(guess=guess)]), TODAY, TODAY + ahead, first_right=first)
    assert found >= 0


@given(st.lists(ones, max_size=30), aheads)
def test_no_gain_is_less_than_nothing_and_none_comes_of_what_was_answered_today(
    questions: list[One], ahead: int
) -> None:
    found = gains(table(questions), TODAY, TODAY + ahead)
    for one, won in zip(questions, found, strict=True):
        assert won >= 0
        if one.stability and one.days_ago <= 0:
            assert won == 0


@given(st.lists(ones, max_size=40), aheads)
def test_doubling_all_weights_changes_no_order(questions: list[One], ahead: int) -> None:
    doubled = [one._replace(weight=one.weight * 2) for one in questions]
    exam = TODAY + ahead
    assert day_order(table(doubled), TODAY, exam) == day_order(table(questions), TODAY, exam)


@given(st.lists(ones, max_size=40), aheads, st.randoms())
def test_the_order_does_not_depend_on_that_of_the_columns(
    questions: list[One], ahead: int, chance: random.Random
) -> None:
    names = [f"q{n:03}" for n in range(len(questions))]
    places = list(range(len(questions)))
    chance.shuffle(places)
    exam = TODAY + ahead
    found = day_order(table(questions), TODAY, exam, ties=names)
    other = day_order(
        table([questions[place] for place in places]),
        TODAY,
        exam,
        ties=[names[place] for place in places],
    )
    assert [names[places[place]] for place in other] == [names[place] for place in found]


@given(st.lists(ones, max_size=60), aheads, st.floats(0, 3600))
def test_a_day_is_filled_and_overrun_by_the_last_question_at_most(
    questions: list[One], ahead: int, seconds: float
) -> None:
    columns, exam = table(questions), TODAY + ahead
    order = day_order(columns, TODAY, exam)
    found = day_queue(columns, TODAY, exam, seconds)
    takes = worth(columns, TODAY, exam).seconds
    spent = sum(takes[place] for place in found)
    assert found == order[: len(found)]
    assert len(set(found)) == len(found)
    if found:
        assert spent - takes[found[-1]] < seconds
    if len(found) < len(order):
        assert spent >= SPENT * seconds - 1e-9
    if seconds == 0:
        assert found == []


def test_a_long_question_is_asked_where_else_the_time_would_not_be_spent() -> None:
    outline = One(weight=1000.0, kind="outline")
    short = [One() for _ in range(40)]
    exam = TODAY + 30
    assert day_queue(table([outline, *short]), TODAY, exam, 60) == [0]
    # 19 short ones take 570 seconds; one more would overrun, and 95 % are spent.
    assert len(day_queue(table(short), TODAY, exam, 590)) == 19
    assert len(day_queue(table(short), TODAY, exam, 620)) == 20


def test_questions_of_equal_gain_come_in_their_order() -> None:
    columns = table([One(), One(), One()])
    assert day_order(columns, TODAY, TODAY + 9) == [0, 1, 2]
    assert day_order(columns, TODAY, TODAY + 9, ties=["c", "a", "b"]) == [1, 2, 0]


def test_more_time_only_adds_questions() -> None:
    chance = random.Random(1)
    columns = table([One(chance.uniform(0, 30), weight=chance.random()) for _ in range(300)])
    before: list[int] = []
    for seconds in range(0, 2000, 50):
        found = day_queue(columns, TODAY, TODAY + 40, seconds)
        assert found[: len(before)] == before
        before = found


def test_on_the_last_days_what_will_be_forgotten_is_asked_and_not_what_is_easy() -> None:
    fading, firm, lost = One(3.0, days_ago=4), One(200.0, days_ago=4), One(0.3, days_ago=60)
    columns = table([firm, fading, lost])
    assert day_order(columns, TODAY, TODAY + 1) == [2, 1, 0]
    won = gains(columns, TODAY, TODAY + 1)
    assert won[0] < won[1] / 5


def test_no_questions() -> None:
    assert day_order(Questions(), TODAY, TODAY + 5) == []
    assert day_queue(Questions(), TODAY, TODAY + 5, 600) == []


def test_columns_of_unequal_length_are_refused() -> None:
    columns = table([One()])
    columns.weight.append(1.0)
    with pytest.raises(ValueError, match="zip"):
        gains(columns, TODAY, TODAY + 5)


def test_the_chance_at_first_sets_out_from_one_half() -> None:
    assert chance_at_first(0, 0) == 0.5
    assert chance_at_first(90, 90) == 0.95
    assert chance_at_first(0, 90) == 0.05
