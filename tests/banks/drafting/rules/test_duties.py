from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.duties import find


def test_a_duty_is_turned_round() -> None:
    candidate = only(find, "Pakistan must continue its talks. It is Pakistan that pays.")
    assert candidate.prompt == "According to the text, Pakistan must not continue its talks."
    assert candidate.answer == "false"
    assert candidate.mistakes == {"true": "The text says: “Pakistan must continue its talks.”"}


def test_what_must_not_be_is_left_as_it_is() -> None:
    candidate = only(find, "Late applications should not be sent by post.")
    assert (
        candidate.prompt == "According to the text, late applications should not be sent by post."
    )
    assert candidate.answer == "true"


@pytest.mark.parametrize(
    "text",
    [
        "It must remain neutral in this war.",
        "If Pakistan pays, others should pay as well.",
        "Pakistan could continue its talks.",
        "Should Pakistan support the front?",
    ],
)
def test_other_sentences_are_left_alone(text: str) -> None:
    assert answers(find, text) == []
