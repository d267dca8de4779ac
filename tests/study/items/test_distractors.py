from __future__ import annotations

from pathlib import Path

import pytest

from tests.study.items.given import given, question, sample
from tui.study.items.distractors import options, taken
from tui.study.items.rest import ends


@pytest.mark.parametrize(
    ("name", "answer", "expected"),
    [
        ("place", ("A river",), {"A river"}),
        ("place", ("a  River ",), {"A river"}),
        ("place", ("A mountain, once an option",), set()),
        ("place", (), set()),
        ("both", ("Panjshir", "Herat"), {"Panjshir", "Herat"}),
        ("true-or-not", ("false",), {"false"}),
        ("leader", ("Ahmad Shah Masood",), {"Ahmad Shah Massoud"}),
        ("leader", ("somebody else",), set()),
        ("leader", ("Ahmad Massoud",), set()),
        ("names", ("Kabul", "Herat"), set()),
    ],
)
def test_what_an_answer_takes(
    tmp_path: Path, name: str, answer: tuple[str, ...], expected: set[str]
) -> None:
    assert taken(question(sample(tmp_path), name), answer) == expected


def test_mistakes_with_one_reason_are_told_apart(tmp_path: Path) -> None:
    text = (
        "  - id: leader\n    kind: short\n    topic: nrf\n    prompt: Who leads the front?\n"
        "    answer: Ahmad Massoud\n    mistakes:\n      Hamid Karzai: He was president.\n"
        "      Ashraf Ghani: He was president.\n    quote: his son, Ahmed Massoud\n"
    )
    asked = question(sample(tmp_path, text), "leader")
    assert taken(asked, ("Ashraf Ghani",)) == {"Ashraf Ghani"}
    assert taken(asked, ("Hamid Karzai",)) == {"Hamid Karzai"}


def test_shares_by_hand(tmp_path: Path) -> None:
    asked = question(sample(tmp_path), "place")
    said = ["A river", "A river", "A town", *["A valley"] * 9]
    first = {n: given(asked, text) for n, text in enumerate(said)}
    again = (*first.values(), given(asked, "A town"))
    rest = {n: float(n) for n in first}
    valley, river, town = options(asked, first, again, rest, ends(rest))
    assert (valley.right, river.right) == (True, False)
    assert (valley.taken, river.taken, town.taken, river.of) == (9, 2, 1, 12)
    assert (town.ever, river.ever) == (2, 2)
    assert (valley.strong, valley.weak) == (1.0, 0.5)
    assert (river.strong, river.weak) == (0.0, 2 / 6)
    assert valley.draws is not None
    assert river.draws is not None
    assert valley.draws.value > 0 > river.draws.value
    # Among the ten who did not take the river one has it wrong, the weakest.
    assert river.without is not None
    assert river.without.of == 10
    assert river.without.value > 0


def test_kinds_without_options_have_none(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    asked = question(bank, "names")
    assert options(asked, {}, (), {}, None) == ()


def test_a_question_nobody_answered(tmp_path: Path) -> None:
    asked = question(sample(tmp_path), "place")
    found = options(asked, {}, (), {}, None)
    assert [(o.text, o.taken, o.share, o.strong) for o in found] == [
        ("A valley", 0, 0.0, None),
        ("A river", 0, 0.0, None),
        ("A town", 0, 0.0, None),
    ]
