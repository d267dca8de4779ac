from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.agents import find


def test_the_name_after_by_is_asked_for() -> None:
    candidate = only(find, "The lion was assassinated by Al-Qaeda a day before.")
    assert candidate.answer == "Al-Qaeda"
    assert candidate.prompt == (
        "According to the text, which name belongs in the gap? "
        "“The lion was assassinated by ____ a day before.”"
    )


def test_the_name_of_a_body_is_whole() -> None:
    text = (
        "It is supported by the United Nations Educational, Scientific and Cultural Organization."
    )
    name = "United Nations Educational, Scientific and Cultural Organization"
    assert answers(find, text) == [(name,)]


@pytest.mark.parametrize(
    "text",
    [
        "The work was finished by March in any case.",
        "The lion was killed by two strangers.",
        "They went by the Kabul road.",
    ],
)
def test_what_is_no_name_is_left_alone(text: str) -> None:
    assert answers(find, text) == []
