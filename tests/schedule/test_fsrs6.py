from __future__ import annotations

import math
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from fsrs import Card, Rating, Scheduler
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.schedule.test_weights import WEIGHTS
from tui.log import Review
from tui.memory import Grade, Memory
from tui.schedule.fsrs6 import LONGEST_INTERVAL, after, replay
from tui.schedule.weights import DEFAULT, Weights

DAY = date(2025, 11, 22)
KEYS = ("k1", "k2", "")


class Step(NamedTuple):
    """An answer: its grade, the days since the one before, and the key it was graded by."""

    grade: Grade
    gap: int
    key: str


GAPS = st.integers(0, 3) | st.integers(0, 400)
GRADES = st.sampled_from(Grade)
STEPS = st.lists(st.builds(Step, GRADES, GAPS, st.just("k1")), min_size=1, max_size=30)
STEPS_OF_ANY_KEY = st.lists(st.builds(Step, GRADES, GAPS, st.sampled_from(KEYS)), max_size=30)


def review(number: int, day: date, grade: Grade, key: str) -> Review:
    return Review(
        id=f"R{number:03}",
        question="bank/question",
        at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC),
        day=day,
        kind="short",
        answer=("x",),
        score=0.0 if grade is Grade.AGAIN else 1.0,
        parts=(),
        grade=grade,
        seconds=7.5,
        device="D",
        key=key,
    )


def reviews(steps: list[Step]) -> list[Review]:
    day, found = DAY, []
    for number, step in enumerate(steps):
        day += timedelta(days=step.gap)
        found.append(review(number, day, step.grade, step.key))
    return found


@given(STEPS, st.just(DEFAULT) | WEIGHTS)
def test_equals_the_package_fed_with_the_same_days(steps: list[Step], weights: Weights) -> None:
    scheduler = Scheduler(
        parameters=weights,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
        maximum_interval=365,
    )
    card = Card(card_id=1, due=datetime(2025, 1, 1, tzinfo=UTC))
    for given_review in reviews(steps):
        midnight = datetime.combine(given_review.day, datetime.min.time(), UTC)
        card, _ = scheduler.review_card(card, Rating(int(given_review.grade)), midnight)
    memory = replay(reviews(steps), weights)
    assert memory is not None
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert memory.due_day == card.due.date()


@given(STEPS_OF_ANY_KEY)
def test_replaying_a_log_is_going_through_it_step_by_step(steps: list[Step]) -> None:
    memory: Memory | None = None
    for number, given_review in enumerate(reviews(steps)):
        memory = after(memory, given_review.grade, given_review.day, given_review.key)
        assert memory == replay(reviews(steps)[: number + 1])


@given(STEPS)
def test_comes_back_on_a_later_day_within_a_year(steps: list[Step]) -> None:
    memory = replay(reviews(steps))
    assert memory is not None
    assert 1 <= (memory.due_day - memory.last_day).days <= LONGEST_INTERVAL
    assert memory.last_day == reviews(steps)[-1].day
    assert math.isfinite(memory.stability)
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10


@given(STEPS, GAPS)
def test_a_better_grade_never_comes_back_sooner(steps: list[Step], gap: int) -> None:
    memory = replay(reviews(steps))
    assert memory is not None
    day = memory.last_day + timedelta(days=gap)
    due = [after(memory, grade, day, "k1").due_day for grade in Grade]
    assert due == sorted(due)


@given(STEPS_OF_ANY_KEY, STEPS)
def test_reviews_before_the_key_changed_do_not_count(old: list[Step], new: list[Step]) -> None:
    old = [step._replace(key="k2") for step in old]
    all_reviews = reviews(old + new)
    assert replay(all_reviews) == replay(all_reviews[len(old) :])


@given(STEPS, st.data())
def test_a_key_that_is_not_known_changes_nothing(steps: list[Step], data: st.DataObject) -> None:
    blank = [s._replace(key=data.draw(st.sampled_from(("", s.key)))) for s in steps]
    assume(any(step.key for step in blank))
    assert replay(reviews(blank)) == replay(reviews(steps))


def test_no_reviews_leave_no_memory() -> None:
    assert replay([]) is None


@given(STEPS, GRADES, st.integers(1, 400))
def test_an_answer_dated_earlier_counts_as_on_the_last_day(
    steps: list[Step], grade: Grade, back: int
) -> None:
    memory = replay(reviews(steps))
    assert memory is not None
    earlier = after(memory, grade, memory.last_day - timedelta(days=back), "k1")
    assert earlier == after(memory, grade, memory.last_day, "k1")


def test_a_lapse_is_a_miss_of_what_had_been_recalled() -> None:
    def lapses(*grades: Grade) -> int:
        memory = replay(reviews([Step(grade, 1, "k1") for grade in grades]))
        assert memory is not None
        assert memory.reviews == len(grades)
        return memory.lapses

    assert lapses(Grade.AGAIN) == 0
    assert lapses(Grade.AGAIN, Grade.AGAIN) == 0
    assert lapses(Grade.GOOD, Grade.AGAIN) == 1
    assert lapses(Grade.AGAIN, Grade.HARD, Grade.AGAIN, Grade.AGAIN) == 2
    assert lapses(Grade.GOOD, Grade.EASY, Grade.HARD) == 0


def test_lapses_start_anew_with_a_new_key() -> None:
    steps = [Step(Grade.GOOD, 1, "k1"), Step(Grade.AGAIN, 1, "k1"), Step(Grade.AGAIN, 1, "k2")]
    memory = replay(reviews(steps))
    assert memory is not None
    assert (memory.reviews, memory.lapses, memory.key) == (1, 0, "k2")


def test_intervals_of_a_question_always_recalled_when_due() -> None:
    memory = after(None, Grade.GOOD, DAY, "k1")
    intervals = []
    for _ in range(8):
        intervals.append((memory.due_day - memory.last_day).days)
        memory = after(memory, Grade.GOOD, memory.due_day, "k1")
    assert intervals == [2, 11, 46, 163, 365, 365, 365, 365]


def test_first_answers() -> None:
    days = [(after(None, grade, DAY, "").due_day - DAY).days for grade in Grade]
    assert days == [1, 1, 2, 8]


def test_a_second_answer_on_one_day_moves_the_memory_by_the_short_term_rule() -> None:
    once = after(None, Grade.GOOD, DAY, "k1")
    twice = after(once, Grade.GOOD, DAY, "k1")
    missed = after(once, Grade.AGAIN, DAY, "k1")
    # S · e^(w17·(G − 3 + w18)) · S^(−w19), at least S where it was recalled.
    w17, w18, w19 = 0.5425, 0.0912, 0.0658
    s = once.stability
    assert missed.stability == s * math.e ** (w17 * (1 - 3 + w18)) * s**-w19
    assert twice.stability == s * max(1.0, math.e ** (w17 * w18) * s**-w19)


def test_what_the_first_question_needs_does_not_import_fsrs() -> None:
    program = (
        "import sys, tui.schedule.forgetting, tui.schedule.grades, tui.schedule.seconds;"
        "assert not {'fsrs', 'statistics', 'typing_extensions'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
