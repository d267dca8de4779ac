from __future__ import annotations

import pytest

from tui.banks.mend.spelling import SourceLetters
from tui.banks.proof import SourceText

SOURCE = """\
After his death, his son, Ahmed Mas\u00adsoud, leads the “Lion’s” Front—since 1990 – 2001…
The Tali-
ban held Kabul. A pre-war post-war café was there. Ask any one, or anyone.
«افغان طالبان» نے کہا، ٹھیک ہے۔ A \u202emark.
"""


def spelled(quote: str) -> str | None:
    return SourceLetters(SourceText(SOURCE)).spelled(quote)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("After his death,his son", "After his death, his son"),
        ("his son , Ahmed", "his son, Ahmed"),
        ("Ahmed Massoud", "Ahmed Mas\u00adsoud"),
        ("leads\u200b the", "leads the"),
        ('the "Lion\'s" Front', "the “Lion’s” Front"),
        ("Front - since 1990", "Front—since 1990"),
        ("Front--since", "Front—since"),
        ("1990-2001...", "1990 – 2001…"),
        ("held Ka-\nbul", "held Kabul"),
        ("The Taliban held", "The Tali- ban held"),
        ("cafe\u0301 was", "café was"),
        ("“افغان طالبان”نے", "«افغان طالبان» نے"),
    ],
)
def test_white_space_and_the_shape_of_marks_are_the_sources(quote: str, expected: str) -> None:
    assert spelled(quote) == expected


@pytest.mark.parametrize(
    "quote",
    [
        "his sons",
        "his Son",
        "is son, Ahmed",
        "pre war",
        "cafe was",
        "caf",
        "the 'Lion's' Front",
        "any\u200bone",
        "A mark.",
        "",
        " – ",
    ],
)
def test_words_and_what_stands_there_in_two_ways_are_not(quote: str) -> None:
    assert spelled(quote) is None
