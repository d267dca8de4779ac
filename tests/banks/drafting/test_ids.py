from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.banks.drafting.ids import new_id
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
