from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.definitions import find


def test_what_something_is() -> None:
    candidate = only(find, "The NRF is an anti-Taliban guerrilla group that emerged in the north.")
    assert candidate.prompt == "According to the text, what is the NRF?"
    assert candidate.answer == "an anti-Taliban guerrilla group"


def test_a_number_is_not_cut() -> None:
    text = "A super flood is a discharge of more than 900,000 cusecs."
    assert answers(find, text) == [("a discharge of more than 900,000 cusecs",)]


def test_what_something_means() -> None:
    candidate = only(find, "Katcha, which means soft, is what the river bank is made of.")
    assert candidate.prompt == "According to the text, what does “Katcha” mean?"


@pytest.mark.parametrize(
    "text",
    [
        "It is a guerrilla group that emerged in the north.",
        "There is a growing concern in the whole country.",
        "This is a risk that nobody wants to take.",
        "The front is growing in the north of the country.",
    ],
)
def test_what_defines_nothing_is_left_alone(text: str) -> None:
    assert answers(find, text) == []
