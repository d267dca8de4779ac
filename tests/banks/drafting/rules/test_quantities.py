from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.quantities import find


@pytest.mark.parametrize(
    ("text", "answer", "unit"),
    [
        ("The front killed more than 600 Taliban fighters.", "600", ""),
        ("The mountain is 8,611 metres high.", "8611", "metres"),
        ("Rainfall was 31 per cent above the average.", "31", "%"),
        ("Some 40% of the girls stay at home.", "40", "%"),
        ("The flood damaged 1.6 million houses.", "1.6", "million"),
        ("The dam cost $300 million in the end.", "300", "million $"),
        ("Three members of the group were killed.", "3", ""),
    ],
)
def test_a_number_is_asked_with_its_unit(text: str, answer: str, unit: str) -> None:
    candidate = only(find, text)
    assert (candidate.kind, candidate.answer, candidate.unit) == ("number", answer, unit)


@pytest.mark.parametrize(
    "text",
    [
        "It was built in 1962 by the province.",
        "As of 2024-2025, they have grown.",
        "See chapter 12 of the report for that.",
        "The meeting began at 10:30 in Kabul.",
        "It was their number two priority of all.",
        "They offer three-tiered benefits to the country.",
        "Farmers asked for three measures: water, seed and loans.",
        "The call came on 14 August from Sukkur.",
    ],
)
def test_what_counts_nothing_is_left_alone(text: str) -> None:
    assert answers(find, text) == []
