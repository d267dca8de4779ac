from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.names import find


def test_a_rare_name_is_left_out_of_its_sentence() -> None:
    candidate = only(find, "The front struck the Al-Farooq Corps at night.")
    assert candidate.kind == "cloze"
    assert candidate.text == "The front struck the {{Al-Farooq Corps}} at night."


def test_a_name_is_asked_for_once() -> None:
    text = "The front struck near Herat at night. They say that Herat was quiet again."
    assert answers(find, text) == [("Herat",)]


@pytest.mark.parametrize(
    "text",
    [
        "Kabul fell that day, and nobody fought.",
        "They met in January, on a Monday, again.",
        "He spoke with the President of the republic (NRF).",
        "In Kabul it rained. In Kabul it froze. All fled Kabul. They left Kabul for good.",
    ],
)
def test_beginnings_times_and_frequent_names_are_left_alone(text: str) -> None:
    assert answers(find, text) == []
