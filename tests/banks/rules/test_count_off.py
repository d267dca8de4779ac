"""Numbers in prompts are held against what is asked for; other numbers are let alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.rules.test_content import Fields, codes, found

THREE: Fields = {
    "kind": "list",
    "items": [{"answer": "Valley"}, {"answer": "River"}, {"answer": "Province"}],
    "quote": "Panjshir is a valley",
}
RUBRIC: Fields = {
    "kind": "outline",
    "prompt": "Evaluate the NRF.",
    "rubric": [{"point": "Its leader", "marks": 4}, {"point": "Its valley", "marks": 6}],
    "quote": "is leading the NRF",
}


@pytest.mark.parametrize(
    "prompt",
    [
        "Which four things is Panjshir?",
        "Name the 2 things that Panjshir is.",
        "What are the five main uses of it?",
        "List two of the uses of Panjshir.",
        "Who are the four people in it?",
    ],
)
def test_another_number_is_told(prompt: str, tmp_path: Path) -> None:
    assert codes(tmp_path, THREE | {"prompt": prompt}) == ["count-off"]


@pytest.mark.parametrize(
    "prompt",
    [
        "Which three things is Panjshir?",
        "Which two things and which one is Panjshir, of 3?",
        "What are the uses of the four peoples?",
        "Which two-nation theories are there?",
        "Which two rulers’ plans failed?",
        "Which two years' plans failed?",
        "What 5 years later was it?",
        "Name the 1990 things of Panjshir.",
        "Which things is Panjshir, with 5 people in it?",
    ],
)
def test_what_is_no_such_number_is_let_alone(prompt: str, tmp_path: Path) -> None:
    assert codes(tmp_path, THREE | {"prompt": prompt}) == []


def test_the_two_numbers_are_told(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, THREE | {"prompt": "Which Four things is Panjshir?"})
    assert finding.message == "The prompt asks for four, and there are 3."


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"prompt": "Evaluate the NRF. (20 marks)"}, True),
        ({"prompt": "Evaluate the NRF. (20)"}, True),
        ({"prompt": "Evaluate the NRF. (10 marks)"}, False),
        ({"marks": 20}, True),
        ({"marks": 10}, False),
        ({"prompt": "Evaluate the NRF (1990) and its valley."}, False),
    ],
)
def test_marks_are_added_up(fields: Fields, told: bool, tmp_path: Path) -> None:
    assert ("count-off" in codes(tmp_path, RUBRIC | fields)) is told
