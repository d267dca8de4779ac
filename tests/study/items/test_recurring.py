from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.study.items.given import given, item, question, sample
from tui.kinds.verdict import Variant
from tui.study.items.recurring import Recurring, recurring


def found_in(folder: Path, name: str, *answers: tuple[str, ...]) -> list[tuple[str, str, int]]:
    """What recurs if each of `answers` is given by a learner of its own."""
    asked = question(sample(folder), name)
    told = recurring(item(asked, [(n, given(asked, *a)) for n, a in enumerate(answers)]))
    return [(each.text, each.expected, each.times) for each in told]


def test_spellings_are_folded_as_the_grader_folds_them(tmp_path: Path) -> None:
    said = [("Amrullah Saleh",), ("amrullah  saleh.",), ("Amrullah Saleh",), ("Amrulah Salih",)]
    (found,) = found_in(tmp_path, "leader", *said)
    assert found[0] == "Amrullah Saleh"
    assert found[2] >= 3


def test_what_is_right_known_or_given_up_is_no_candidate(tmp_path: Path) -> None:
    said = ["Ahmad Massoud", "Ahmed Masood", "Ahmad Shah Massoud", "the lion's son", "", "?"]
    said += ["I don't know", "idk"]
    assert found_in(tmp_path, "leader", *((text,) for text in said * 3)) == []


def test_two_learners_or_three_times(tmp_path: Path) -> None:
    asked = question(sample(tmp_path), "leader")
    wrong = given(asked, "Amrullah Saleh")
    assert recurring(item(asked, [(0, wrong)] * 2)) == ()
    assert len(recurring(item(asked, [(0, wrong)] * 3))) == 1
    assert len(recurring(item(asked, [(0, wrong), (1, wrong)]))) == 1


def test_claims_are_counted(tmp_path: Path) -> None:
    asked = question(sample(tmp_path), "leader")
    plain = given(asked, "the young lion")
    claimed = given(asked, "The Young Lion", claimed=True)
    remembered = replace(plain, graded=1.0, counted=1.0)
    answers = [(0, plain), (0, claimed), (1, claimed), (2, remembered), (3, plain), (4, plain)]
    own = (4, Variant("Ahmad Massoud", "the young lion"))
    (found,) = recurring(replace(item(asked, answers), remembered=(own,)))
    assert found == Recurring("the young lion", "Ahmad Massoud", 6, 5, 4, 4)
    assert found.mostly_claimed


def test_blanks_are_kept_apart(tmp_path: Path) -> None:
    said = [("plain", "south", "Kabul")] * 2 + [("south", "northeast", "Kabul")] * 2
    assert set(found_in(tmp_path, "where", *said)) == {
        ("plain", "valley", 2),
        ("south", "northeast", 2),
        ("south", "valley", 2),
    }


def test_lines_of_a_list(tmp_path: Path) -> None:
    said = [("Panjshir", "Herat"), ("herat", "Balkh"), ("Kabul", "Herat", "Panjshir")]
    (found,) = found_in(tmp_path, "names", *said)
    assert (found[0], found[2]) == ("Herat", 3)


@pytest.mark.parametrize("name", ["began", "since"])
def test_numbers_and_dates_by_what_they_say(tmp_path: Path, name: str) -> None:
    (found,) = found_in(tmp_path, name, ("1991",), ("in 1991",), ("1990",))
    assert (found[0], found[2]) in {("1991", 2), ("in 1991", 2)}


def test_kinds_that_are_not_typed(tmp_path: Path) -> None:
    assert found_in(tmp_path, "place", ("A river",), ("A river",)) == []
