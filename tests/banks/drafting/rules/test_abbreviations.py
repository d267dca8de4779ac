from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.abbreviations import expansion, find


def test_an_abbreviation_asks_for_what_it_stands_for() -> None:
    candidate = only(find, "The International Crisis Group (ICG) stated it in a report.")
    assert candidate.prompt == "What does “ICG” stand for in the text?"
    assert candidate.answer == "International Crisis Group"
    assert candidate.quotes == ("International Crisis Group (ICG)",)


def test_the_full_name_may_stand_in_the_brackets() -> None:
    candidate = only(find, "It was the ICG (International Crisis Group) that said so.")
    assert candidate.answer == "International Crisis Group"


def test_three_of_them_are_one_match() -> None:
    text = "The Freedom Front (FF), the New Liberation Army (NLA) and the Old Guard (OG) rebelled."
    candidate = only(find, text)
    assert candidate.kind == "match"
    pairs = {"FF": "Freedom Front", "NLA": "New Liberation Army", "OG": "Old Guard"}
    assert candidate.pairs == pairs


def test_each_is_asked_once() -> None:
    text = "The Freedom Front (FF) rebelled.\nSo the Freedom Front (FF) went on."
    assert answers(find, text) == [("Freedom Front",)]


@pytest.mark.parametrize(
    "text",
    [
        "The group (ICG) stated it in a report.",
        "He spoke in Kabul (Afghanistan) about the war.",
        "The price rose (PKR 500) in the spring.",
    ],
)
def test_brackets_without_an_expansion_are_left_alone(text: str) -> None:
    assert answers(find, text) == []


def test_little_words_have_no_letter() -> None:
    before = "it was the Organisation of the Islamic Cooperation"
    assert expansion("OIC", before) == "Organisation of the Islamic Cooperation"
