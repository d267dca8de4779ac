from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.terms import find


def test_a_by_name_asks_for_its_bearer() -> None:
    text = "It was led by Ahmed Shah Massoud, who was publicly known as the “Lion of Panjshir.”"
    candidate = only(find, text)
    assert candidate.answer == "Ahmed Shah Massoud"
    assert candidate.prompt == "According to the text, who or what is known as “Lion of Panjshir”?"


def test_what_something_is_called_is_left_out() -> None:
    candidate = only(find, "A market that falls for long is called a bear market by traders.")
    assert candidate.text == "A market that falls for long is called a {{bear market}} by traders."


def test_a_term_in_quotation_marks() -> None:
    text = "The minister spoke of a “silent diplomacy” towards the new neighbours."
    assert answers(find, text) == [("silent diplomacy",)]


@pytest.mark.parametrize(
    "text",
    [
        "He called them in the morning, before the meeting.",
        "“We have set up thirty relief camps in the whole district,” said the governor.",
    ],
)
def test_speech_and_calls_are_no_terms(text: str) -> None:
    assert answers(find, text) == []
