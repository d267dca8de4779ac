from __future__ import annotations

import pytest

from tests.banks.guess.made import put
from tui.banks.guess.options import OPTIONS

DAMS = ("The dam", "The dam of the river", "A wall")
PICKS = {
    "longest option": ("one", "three", "five"),
    "shortest option": ("three", "one", "seven"),
    "most specific option": ("In the spring", "On 3 May in Lahore", "In the Punjab"),
    "least specific option": ("In the Punjab in 1960", "In the spring", "In Sindh"),
    "odd one out": ("a red dam", "a fence", "a blue dam"),
    "most like the others": ("a fence", "a red dam", "a red wall"),
    "includes another option": ("A wall", "The dam of the river", "The dam"),
    "included in another option": ("A wall", "The dam", "The dam of the river"),
    "absolute words are wrong": ("It always floods", "It floods", "It never floods"),
    "all or none of these": ("The dam", "None of these", "The wall"),
    "middle number": ("3,000 dams", "20 dams", "1 dam"),
    "middle option": ("one", "two", "three"),
}


@pytest.mark.parametrize("name", PICKS)
def test_each_strategy_takes_the_option_that_it_names(name: str) -> None:
    assert OPTIONS[name](put(*PICKS[name])) == 1


def test_places() -> None:
    assert OPTIONS["first option"](put("a", "b")) == 0
    assert OPTIONS["last option"](put("a", "b", "c")) == 2
    assert OPTIONS["middle option"](put("a", "b")) is None


def test_words_of_the_prompt() -> None:
    asked = put("A wall", "The dams of Sindh", prompt="Which dam was built first?")
    assert OPTIONS["most words of the prompt"](asked) == 1


@pytest.mark.parametrize("name", [name for name in OPTIONS if "option" not in name.split()[-1:]])
def test_options_that_it_cannot_tell_apart_are_left_alone(name: str) -> None:
    assert OPTIONS[name](put("aa", "bb", "cc")) is None


def test_of_equally_good_options_the_first_shown_is_taken() -> None:
    assert OPTIONS["longest option"](put("a", "bbb", "ccc")) == 1
    assert OPTIONS["absolute words are wrong"](put("never", "one", "two")) == 1
