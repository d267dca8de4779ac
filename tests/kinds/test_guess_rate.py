from __future__ import annotations

import pytest

from tests.kinds.made import (
    choice,
    cloze,
    date,
    listing,
    match,
    multiple,
    number,
    order,
    short,
    truefalse,
)
from tui.kinds.question import Question

WRONG = {"x": "Wrong.", "y": "Wrong.", "z": "Wrong."}


@pytest.mark.parametrize(
    ("question", "chance"),
    [
        (choice("a", mistakes=WRONG), 1 / 4),
        (truefalse(True), 1 / 2),
        (multiple("a", "b", mistakes=WRONG), 1 / 31),
        (order("a", "b", "c", "d"), 1 / 24),
        (match({"a": "1", "b": "2", "c": "3"}), 1 / 6),
        (match({"a": "1", "b": "2"}, mistakes=WRONG), 1 / 20),
        # A right side that two share may be taken twice.
        (match({"a": "1", "b": "1", "c": "2"}), 1 / 8),
        (short("a"), 0),
        (number("3"), 0),
        (date("1996"), 0),
        (cloze("{{a}} and b"), 0),
        (listing("a", "b"), 0),
    ],
    ids=lambda value: value.kind if isinstance(value, Question) else "",
)
def test_the_chance_of_a_blind_guess(question: Question, chance: float) -> None:
    assert question.guess_rate == pytest.approx(chance)
