from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.series import find


def test_an_introduced_enumeration() -> None:
    text = (
        "Support would provide three-tiered benefits, including downgrading of claims, "
        "recognition of the line as a border, and a brotherly posture."
    )
    candidate = only(find, text)
    assert candidate.kind == "list"
    assert candidate.answers() == (
        "downgrading of claims",
        "recognition of the line as a border",
        "brotherly posture",
    )
    assert candidate.prompt == (
        "According to the text, which three things belong in the gap? "
        "“Support would provide three-tiered benefits, including ____.”"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They asked for three things: water, seed and loans.", ("water", "seed", "loans")),
        ("It has ties with other actors, including China, Iran, etc.", ("China", "Iran")),
        (
            "It rests on the reinforcement of border fencing, surveillance, and intelligence along "
            "the line.",
            ("border fencing", "surveillance", "intelligence"),
        ),
        (
            "The Liberation Movement (LM), ISKP, and the Freedom Front are the major ones.",
            ("Liberation Movement (LM)", "ISKP", "Freedom Front"),
        ),
    ],
)
def test_the_items_are_taken_apart(text: str, wanted: tuple[str, ...]) -> None:
    assert answers(find, text) == [wanted]


def test_an_abbreviation_in_brackets_is_accepted() -> None:
    text = "The Liberation Movement (LM), ISKP, and the Freedom Front are the major ones."
    first = only(find, text).items[0]
    assert first.accept == ("Liberation Movement", "LM")


@pytest.mark.parametrize(
    "text",
    [
        "The front fights, and the government answers.",
        "When he came, they left, and the town fell.",
        "In Kabul, the capital, and in Herat, people fled.",
        "China and Iran are near.",
        "Schools, mosques and the district hospital pay nothing.",
        "Of it the province paid 60 percent, the government 25 percent and the town the rest.",
        "It includes a, b, c, d, e, f, g and h: too many for one question.",
    ],
)
def test_what_enumerates_nothing_is_left_alone(text: str) -> None:
    assert answers(find, text) == []
