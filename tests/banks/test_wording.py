from __future__ import annotations

import pytest

from tui.banks.wording import (
    ask_nearly_the_same,
    longest,
    names,
    stands_in,
    telling,
    without_article,
    words,
)


def test_words_are_blind_to_case_plurals_and_spelling() -> None:
    assert words("The Organisations' CENTRES") == words("the organization's centers")


def test_only_words_that_tell_something_count() -> None:
    assert telling("According to the article, who led the resistance?") == {"led", "resistance"}


def test_an_article_in_front_is_left_out() -> None:
    assert without_article("The Durand Line") == ("durand", "line")
    assert without_article("A") == ("a",)


def test_words_stand_one_after_the_other() -> None:
    text = words("Ahmad Shah Massoud led it")
    assert stands_in(words("Shah Massoud"), text)
    assert not stands_in(words("Ahmad Massoud"), text)
    assert not stands_in((), text)


def test_names_have_a_capital_within_a_sentence() -> None:
    assert names("Who led Kabul? Nobody in “Herat”.") == {"kabul", "herat"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Who leads the front?", "Who led the front?", False),
        ("Who leads the front?", "Who is it that leads the front?", True),
        ("When did phase 3 of the war end?", "When did phase 4 of the war end?", False),
        ("Where is the old fort of Herat?", "Where is the old fort of Kabul?", False),
    ],
)
def test_prompts_that_are_nearly_the_same(one: str, other: str, same: bool) -> None:
    assert ask_nearly_the_same(one, other) is same
    assert ask_nearly_the_same(other, one) is same
    assert ask_nearly_the_same(one, one)


def test_the_longest_words_come_in_a_fixed_order() -> None:
    assert longest(frozenset({"dam", "river", "delta", "sea"}), 3) == ["delta", "river", "dam"]
