from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tui.clock import today
from tui.memory import Grade
from tui.study.confusable import Pair, confusable_pairs, near_each_other
from tui.study.desk import Desk

TOPICS = ("one: {title: The first}", "two: {title: The second}")


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    father = question("father", "one", answer="Ahmad Shah Massoud", mistakes="{Al-Qaeda: No.}")
    son = question(
        "son", "one", answer="Ahmad Massoud", mistakes="{the Ahmed Shah Masood: His father.}"
    )
    elsewhere = question("elsewhere", "two", answer="Ahmad Shah Massoud")
    founded = question("founded", "one", "date", answer="1919-08-19")
    signed = question("signed", "one", "date", answer="1960-09-19")
    free = question("free", "one", "truefalse", answer="true")
    bound = question("bound", "one", "truefalse", answer="false")
    write_bank(
        tmp_path / "question_banks",
        "a",
        TOPICS,
        (father, son, elsewhere, founded, signed, free, bound),
    )
    with desk_at(tmp_path, clock) as opened:
        yield opened


def test_a_mistake_that_is_the_answer_of_another_of_the_topic(desk: Desk) -> None:
    assert confusable_pairs(desk, desk.index.refs()) == [Pair("a/father", "a/son", 0.5)]
    assert confusable_pairs(desk, ["a/son", "a/elsewhere"]) == []


def test_wrong_answers_of_the_log_weigh_more(desk: Desk) -> None:
    log, day = Log(desk), today(desk.clock)
    log.answer("a/founded", day - timedelta(days=3), Grade.AGAIN, "19 September 1960")
    log.answer("a/signed", day - timedelta(days=2), Grade.AGAIN, "19.8.1919")
    log.answer("a/father", day - timedelta(days=1), Grade.GOOD, "Ahmad Massoud")
    log.answer("a/free", day - timedelta(days=1), Grade.AGAIN, "false")
    assert confusable_pairs(desk, desk.index.refs()) == [
        Pair("a/founded", "a/signed", 2.0),
        Pair("a/father", "a/son", 0.5),
    ]


letters = st.lists(st.sampled_from("abcdefghijklmnop"), min_size=3, unique=True)


@given(letters, st.data())
def test_pairs_stand_two_or_three_places_apart(order: list[str], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(order))
    count = data.draw(st.integers(0, (len(order) - 1) // 2))
    pairs = [
        Pair(min(mixed[2 * n : 2 * n + 2]), max(mixed[2 * n : 2 * n + 2]), float(count - n))
        for n in range(count)
    ]
    found = near_each_other(order, pairs)
    assert sorted(found) == sorted(order)
    for pair in pairs:
        assert abs(found.index(pair.first) - found.index(pair.second)) in {2, 3}


@given(letters, st.lists(st.tuples(st.sampled_from("abcdxyz"), st.sampled_from("efghabc"))))
def test_nothing_is_lost_whatever_is_mixed_up(
    order: list[str], both: list[tuple[str, str]]
) -> None:
    pairs = [Pair(min(pair), max(pair), 1.0) for pair in both if pair[0] != pair[1]]
    assert sorted(near_each_other(order, pairs)) == sorted(order)


def test_the_rest_of_the_order_stays() -> None:
    pairs = [Pair("b", "f", 2.0), Pair("b", "c", 1.0)]
    assert near_each_other("abcdefg", pairs) == ["a", "b", "c", "f", "d", "e", "g"]
    assert near_each_other("abc", [Pair("b", "c", 1.0)]) == ["b", "a", "c"]
    assert near_each_other("ab", [Pair("a", "b", 1.0)]) == ["a", "b"]
