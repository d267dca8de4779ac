from __future__ import annotations

from tests.banks.drafting.told import source
from tui.banks.drafting.choosing import PER_SENTENCE, best, candidates

LONG = (
    "In August 2021 the largest group of all, led by Ahmad Massoud, struck three bases near Herat, "
    "Balkh and Kunduz, according to Salman Shah."
)


def test_a_sentence_gets_few_and_none_asks_for_the_same() -> None:
    chosen = best(candidates(source(LONG)))
    assert len(chosen) == PER_SENTENCE
    first, second = (each.asked for each in chosen)
    assert first[1] <= second[0] or second[1] <= first[0]


def test_what_a_website_says_of_itself_is_left_out() -> None:
    text = (
        "If you want jobs, news, internships and scholarships, visit the Community Forum in 2025.\n"
        "By Syed Hammad Ali, who was born in Lahore in 1999.\n"
        "Why did Kabul fall in August 2021?\n"
    )
    assert candidates(source(text)) == []


def test_a_sentence_that_leans_on_another_comes_later() -> None:
    text = "He was born in Lahore in 1926, they say.\nThe barrage of Guddu was built in 1962.\n"
    assert next(each.answer for each in best(candidates(source(text)))) == "1962"


def test_passages_that_are_left_out_on_purpose_are_not_asked_about() -> None:
    text = "The barrage of Guddu was built in 1962.\nThe barrage of Sukkur was built in 1932.\n"
    whole = source(text)
    part = type(whole)(whole.source, ((0, 39),))
    assert {each.answer for each in candidates(whole)} >= {"1962", "1932"}
    assert "1962" not in {each.answer for each in candidates(part)}


def test_what_the_title_gives_away_is_not_asked() -> None:
    text = "The barrage of Guddu was opened near Kashmor in 1962 by the Province.\n"
    whole = source(text)
    titled = type(whole)(whole.source, (), "The barrage of Guddu")
    assert "Guddu" in {each.answer for each in candidates(whole)}
    assert {each.answer for each in candidates(titled)} >= {"Kashmor", "1962"}
    assert "Guddu" not in {each.answer for each in candidates(titled)}
