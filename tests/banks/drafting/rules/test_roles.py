from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.roles import find


def test_a_role_behind_the_name() -> None:
    text = "Many live there, said Salman Shah, the director general of the authority."
    candidate = only(find, text)
    assert candidate.prompt == "Whom does the text call “the director general of the authority”?"
    assert candidate.answer == "Salman Shah"


def test_a_role_before_the_name() -> None:
    candidate = only(find, "After that, his son, Ahmed Massoud, is leading the front.")
    assert candidate.answer == "Ahmed Massoud"
    assert "his son, ____, is leading" in candidate.prompt


def test_a_title() -> None:
    assert answers(find, "Later Foreign Minister Ishaq Dar went to Kabul.") == [("Ishaq Dar",)]


@pytest.mark.parametrize(
    "text",
    ["In Kabul, the leader of the front spoke.", "He heads a group of the north.", "His son left."],
)
def test_a_role_without_a_name_is_left_alone(text: str) -> None:
    assert answers(find, text) == []
