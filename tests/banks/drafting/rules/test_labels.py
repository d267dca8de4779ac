from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.labels import find


def test_a_label_asks_for_its_value() -> None:
    candidate = only(find, "Key facts\n- Venue: Alhamra Arts Centre, Lahore\n")
    assert candidate.prompt == "What does the text give for “Venue” under “Key facts”?"
    assert candidate.answer == "Alhamra Arts Centre, Lahore"


def test_a_date_is_asked_as_one() -> None:
    candidate = only(find, "Key facts\n- Last day: 20 December 2025\n")
    assert (candidate.kind, candidate.answer) == ("date", "2025-12-20")


@pytest.mark.parametrize(
    "text",
    [
        "Key facts\n- Website: https://example.org/a\n",
        "He said this of the front: it is growing.",
        "Key facts\n- A long label that is really a sentence by itself: yes\n",
    ],
)
def test_other_colons_are_left_alone(text: str) -> None:
    assert answers(find, text) == []
