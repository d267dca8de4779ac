from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.study.items.given import given, question, sample
from tui.kinds.verdict import Variant
from tui.study.items.answers import answers_to
from tui.study.items.learners import Learner


def test_answers_find_their_question_by_old_names_too(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    asked = question(bank, "leader")
    now = given(asked, "Ahmad Massoud")
    before = replace(now, question="sample/boss")
    variant = Variant("Ahmad Massoud", "he")
    found = answers_to(bank, [Learner((before, now), frozenset({("sample/boss", variant)}))])
    item = next(each for each in found.items if each.ref == "sample/leader")
    assert [learner for learner, _ in item.given] == [0, 0]
    assert item.remembered == ((0, variant),)
    assert found.gone == 0


def test_answers_to_another_key_are_left_out_and_counted(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    now = given(question(bank, "leader"), "Ahmad Massoud")
    other, unknown = replace(now, key="another"), replace(now, key="")
    found = answers_to(bank, [Learner((other, now)), Learner((other, unknown))])
    assert found.items[0].changed == 2
    assert [learner for learner, _ in found.items[0].given] == [0, 1]


def test_answers_to_other_banks_and_to_questions_gone(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    now = given(question(bank, "leader"), "Ahmad Massoud")
    elsewhere = replace(now, question="another/leader")
    gone = replace(now, question="sample/dropped")
    found = answers_to(bank, [Learner((elsewhere, gone))])
    assert found.gone == 1
    assert all(not item.given for item in found.items)


def test_the_first_answer_of_each_learner(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    asked = question(bank, "leader")
    wrong, right = given(asked, "nobody"), given(asked, "Ahmad Massoud")
    found = answers_to(bank, [Learner((wrong, right)), Learner((right, wrong))])
    assert found.items[0].first == {0: wrong, 1: right}
