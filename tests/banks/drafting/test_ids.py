from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.banks.drafting.told import source
from tui.banks.drafting.choosing import candidates
from tui.banks.drafting.ids import Subjects, new_id
from tui.banks.slug import is_slug


def test_an_id_is_made_from_what_is_asked() -> None:
    assert new_id("when the roles reversed—the NRF", set()) == "when-the-roles-reversed-the-nrf"
    assert new_id("who led by the", set()) == "who-led"


def test_an_id_that_is_taken_gets_a_number() -> None:
    taken = {"who-led", "who-led-2"}
    assert new_id("who led", taken) == "who-led-3"
    assert "who-led-3" in taken


@given(st.lists(st.text(max_size=120), max_size=8))
def test_ids_are_ids_and_differ(subjects: list[str]) -> None:
    taken: set[str] = set()
    made = [new_id(subject, taken) for subject in subjects]
    assert all(map(is_slug, made))
    assert len(set(made)) == len(made)


def subjects(text: str) -> dict[str, str]:
    """By what is asked for."""
    every = candidates(source(text))
    named = Subjects(every)
    return {each.sentence.text[slice(*each.asked)]: named.of(each) for each in every}


def test_words_before_the_gap_come_first_and_none_that_is_asked_for() -> None:
    found = subjects("The old supply failed in August 2014, when a landslide hit the Kalri stream.")
    assert found["August 2014"] == "old supply failed month"
    assert found["Kalri"] == "landslide hit"


def test_two_gaps_of_a_sentence_differ() -> None:
    found = subjects("Applications are accepted from 1 May 2027 to 31 May 2027.")
    assert found == {
        "1 May 2027": "Applications accepted from date",
        "31 May 2027": "Applications accepted to date",
    }


def test_a_gap_at_the_beginning_is_named_by_what_follows() -> None:
    assert subjects("Six tanks of reinforced concrete hold the water.")["Six"] == "tanks reinforced"
