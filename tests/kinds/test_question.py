from __future__ import annotations

import pytest

from tests.kinds.made import choice, listing, match, short
from tui.kinds.question import key_hash, shuffled


def test_quotes_are_one_or_several() -> None:
    assert short("A", quote="one").quotes == ("one",)
    assert short("A", quote=("one", "two")).quotes == ("one", "two")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Qaeda", "al  qaeda."),
        ("The Durand Line", "the Durand line"),
        ("“Lion of Panjshir”", "Lion of Panjshir"),
    ],
)
def test_the_hash_of_a_key_is_blind_to_case_white_space_and_punctuation(
    one: str, other: str
) -> None:
    assert key_hash(short(one)) == key_hash(short(other))


def test_the_hash_of_a_key_sees_punctuation_that_makes_another_number() -> None:
    keys = ("35", "3.5", "-35", "3/5", "35 %", "35+", "3,5", "< 35")
    assert len({key_hash(short(key)) for key in keys}) == len(keys)


def test_the_hash_of_a_key_is_of_the_answer_alone() -> None:
    question = short("Al-Qaeda")
    reworded = short("Al-Qaeda", "ISKP", prompt="Who?", accept=("Qaeda",), note="More.")
    assert key_hash(question) == key_hash(reworded)
    assert key_hash(question) != key_hash(short("ISKP"))
    assert key_hash(question) != key_hash(choice("Al-Qaeda"))
    assert len(key_hash(question)) == 12


def test_the_hash_of_a_key_stays_the_same_from_version_to_version() -> None:
    assert key_hash(short("Ahmad Massoud")) == "b59b9c0cfa46"


def test_the_order_in_which_a_key_is_written_does_not_matter_where_it_is_none() -> None:
    assert key_hash(listing("ALM", "AFF")) == key_hash(listing("AFF", "ALM"))
    assert key_hash(match({"a": "1", "b": "2"})) == key_hash(match({"b": "2", "a": "1"}))
    assert key_hash(match({"a": "1", "b": "2"})) != key_hash(match({"a": "2", "b": "1"}))


def test_shuffling_depends_on_seed_and_turn_alone() -> None:
    texts = tuple("abcdefgh")
    assert shuffled(texts, "q", 3) == shuffled(texts[::-1], "q", 3)
    orders = {shuffled(texts, seed, turn) for seed in ("q", "r") for turn in range(20)}
    assert len(orders) == 40
    assert all(sorted(order) == list(texts) for order in orders)


def test_a_mistake_without_a_reason_is_a_problem_of_any_kind() -> None:
    (problem,) = choice("Al-Qaeda", mistakes={"ISKP": " "}).problems()
    assert (problem.path, problem.code) == (("mistakes", "ISKP"), "mistake-without-reason")
    assert "ISKP" in problem.message
    assert problem.help
