from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.banks.sample import BANK, checked
from tui.banks.bank import Bank
from tui.study.bringing.differences import Differences, differences


def bank(folder: Path, text: str = BANK) -> Bank:
    found = checked(folder, text).bank
    assert found is not None
    return found


def test_nothing_changes(tmp_path: Path) -> None:
    assert differences(bank(tmp_path), bank(tmp_path)) == Differences(same=2)


def test_added_and_removed(tmp_path: Path) -> None:
    whole = bank(tmp_path)
    part = replace(whole, questions=whole.questions[:1])
    assert differences(part, whole) == Differences(added=("valley",), same=1)
    assert differences(whole, part) == Differences(removed=("valley",), same=1)
    assert differences(None, whole) == Differences(added=("leader-today", "valley"))
    assert differences(whole, None) == Differences(removed=("leader-today", "valley"))


def test_another_answer_and_another_wording(tmp_path: Path) -> None:
    other = BANK.replace("Ahmad Massoud", "Ahmad Shah").replace("What is Panj", "And what is Panj")
    found = differences(bank(tmp_path), bank(tmp_path, other))
    assert found == Differences(answers=("leader-today",), reworded=("valley",))


def test_what_does_not_count_as_another_answer(tmp_path: Path) -> None:
    other = BANK.replace("Ahmad Massoud", "ahmad  massoud")
    found = differences(bank(tmp_path), bank(tmp_path, other))
    assert found == Differences(reworded=("leader-today",), same=1)


def test_a_question_that_is_renamed(tmp_path: Path) -> None:
    other = BANK.replace("- id: valley", "- id: panjshir\n    was: [older, valley]")
    found = differences(bank(tmp_path), bank(tmp_path, other))
    assert found == Differences(renamed=(("valley", "panjshir"),), same=1)
    other = other.replace("answer: A valley", "answer: A wide valley")
    found = differences(bank(tmp_path), bank(tmp_path, other))
    assert found == Differences(renamed=(("valley", "panjshir"),), answers=("panjshir",), same=1)
