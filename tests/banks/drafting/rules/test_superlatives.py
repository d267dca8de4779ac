from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.superlatives import find


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The front is the largest of the groups.", "largest"),
        ("He became the most significant enemy of the Taliban.", "most significant"),
        ("It is the second-highest mountain on Earth.", "second-highest"),
    ],
)
def test_a_superlative_is_left_out(text: str, answer: str) -> None:
    candidate = only(find, text)
    assert candidate.text == text.replace(answer, f"{{{{{answer}}}}}")


@pytest.mark.parametrize(
    "text",
    ["It lies in the west of the country.", "They went into the forest.", "It is the only one."],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert answers(find, text) == []
