from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.progress.entries import NOON, review
from tui.log import Review
from tui.study.leeches import CURED_AFTER, IN_A_ROW, LAPSES, NEVER, leech_state

R, W, P = "right", "wrong", "practice"


def answers(*given: str, key: str = "k1", first_day: int = 0) -> list[Review]:
    """An answer a day; practice ones are wrong."""
    return [
        review(
            f"R{first_day + n:03}",
            at=NOON + timedelta(days=first_day + n),
            score=float(said == R),
            practice=said == P,
            key=key,
        )
        for n, said in enumerate(given)
    ]


def test_without_answers_nothing_is_a_leech() -> None:
    assert leech_state([]) == NEVER
    assert not NEVER.is_leech


def test_four_misses_without_a_success_between() -> None:
    assert not leech_state(answers(W, W, W)).is_leech
    state = leech_state(answers(W, W, W, W))
    assert state.is_leech
    assert state.needs_help
    assert state.since is not None
    assert state.since.id == "R003"
    assert state.lapses == 0, "it was never recalled"
    assert not leech_state(answers(W, W, W, R, W, W, W)).is_leech


def test_eight_lapses_with_successes_between() -> None:
    seven = [R, *(W, R) * (LAPSES - 1)]
    assert not leech_state(answers(*seven)).is_leech
    state = leech_state(answers(*seven, W))
    assert state.is_leech
    assert (state.lapses, state.in_a_row) == (LAPSES, 1)


def test_practice_changes_nothing() -> None:
    assert leech_state(answers(W, W, P, W, P, P)) == leech_state(answers(W, W, P, W))
    assert not leech_state(answers(W, W, P, W)).is_leech


def test_cured_by_two_later_days_without_a_miss_between() -> None:
    leech = answers(*[W] * IN_A_ROW)
    once = leech_state([*leech, *answers(R, first_day=10)])
    assert once.is_leech
    assert not once.needs_help
    cured = leech_state([*leech, *answers(R, R, first_day=10)])
    assert not cured.is_leech
    assert cured.cured is not None
    assert cured.cured.id == "R011"
    assert (cured.right_since, cured.missed_since) == (2, 0)
    missed_between = leech_state([*leech, *answers(R, W, R, first_day=10)])
    assert missed_between.is_leech
    assert (missed_between.right_since, missed_between.missed_since) == (2, 1)


def test_right_twice_on_one_day_is_one_day() -> None:
    leech = answers(*[W] * IN_A_ROW)
    at = NOON + timedelta(days=10)
    twice = [review("S1", at=at), review("S2", at=at + timedelta(minutes=5))]
    assert leech_state([*leech, *twice]).is_leech
    same_day = review("S0", at=leech[-1].at + timedelta(minutes=5))
    assert leech_state([*leech, same_day, *twice]).is_leech, "its own day is no later one"


def test_once_cured_the_count_begins_anew() -> None:
    cured = answers(*[W] * IN_A_ROW, R, R)
    assert not leech_state([*cured, *answers(W, W, W, first_day=10)]).is_leech
    again = leech_state([*cured, *answers(W, W, W, W, first_day=10)])
    assert again.is_leech
    assert again.since is not None
    assert again.since.id == "R013"
    assert (again.lapses, again.missed_since) == (4, 0)


def test_another_answer_key_begins_anew() -> None:
    leech = answers(*[W] * IN_A_ROW)
    changed = leech_state([*leech, *answers(W, key="k2", first_day=10)])
    assert not changed.is_leech
    assert leech_state([*leech, *answers(W, key="", first_day=10)]).is_leech


def spelled_out(given: list[tuple[str, int]]) -> bool:
    """Whether answers (what, day) of one key make a leech, said the slow way."""
    begin = 0
    leech_day: int | None = None
    for end in range(1, len(given) + 1):
        part = given[begin:end]
        recalled = [any(said == R for said, _ in given[: begin + n]) for n in range(len(part))]
        lapses = sum(said == W and before for (said, _), before in zip(part, recalled, strict=True))
        row = "".join("w" if said == W else "r" for said, _ in part)
        if leech_day is None:
            if lapses >= LAPSES or row.endswith("w" * IN_A_ROW):
                leech_day = given[end - 1][1]
            continue
        tail = part[row.rfind("w") + 1 :]
        if len({day for _, day in tail if day > leech_day}) >= CURED_AFTER:
            begin, leech_day = end, None
    return leech_day is not None


@given(st.lists(st.tuples(st.sampled_from((R, W, W)), st.integers(0, 2)), max_size=60))
def test_means_what_it_says(given: list[tuple[str, int]]) -> None:
    day, told, reviews = 0, [], []
    for n, (said, later) in enumerate(given):
        day += later
        told.append((said, day))
        on = date(2025, 1, 1) + timedelta(days=day)
        at = NOON + timedelta(days=day, minutes=n)
        reviews.append(review(f"R{n:03}", at=at, score=float(said == R), day=on))
    assert leech_state(reviews).is_leech == spelled_out(told)
