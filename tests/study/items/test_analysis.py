from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.study.items.given import given, question, sample
from tests.study.items.simulated import simulate
from tui.banks.bank import Bank
from tui.banks.check import check_file
from tui.clock import FixedClock, today
from tui.progress.joining.elsewhere import files_at, read_elsewhere
from tui.schedule.grades import grade_for
from tui.study.items.analysis import BankItems, analysed
from tui.study.items.learners import Learner, learners


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bank, tuple[Learner, ...]]:
    made = simulate(tmp_path_factory.mktemp("course"), seed=7, learners=60)
    files = [read_elsewhere(path, grade_for) for path in files_at([made.learners])]
    path = made.study / "question_banks" / "course.yaml"
    bank = check_file(path, today(FixedClock(files[0].entries[0].at))).bank
    assert bank is not None
    return bank, learners(files)


def test_the_order_of_learners_makes_no_difference(
    course: tuple[Bank, tuple[Learner, ...]],
) -> None:
    bank, people = course
    mixed = list(people)
    random.Random(1).shuffle(mixed)
    assert analysed(bank, mixed) == analysed(bank, people)


def test_twice_the_learners_narrow_every_interval(
    course: tuple[Bank, tuple[Learner, ...]],
) -> None:
    bank, people = course
    once, twice = analysed(bank, people), analysed(bank, people * 2)
    for one, two in zip(once.items, twice.items, strict=True):
        assert one.first is not None
        assert two.first is not None
        assert two.first.share == one.first.share
        assert two.first.high - two.first.low < one.first.high - one.first.low
        assert one.discrimination is not None
        assert two.discrimination is not None
        assert two.discrimination.value == pytest.approx(one.discrimination.value, abs=1e-9)
        before = one.discrimination.high - one.discrimination.low
        assert two.discrimination.high - two.discrimination.low < before


def test_what_is_counted(course: tuple[Bank, tuple[Learner, ...]]) -> None:
    bank, people = course
    found = analysed(bank, people)
    assert found.learners == 60
    assert found.asked == sum(len(learner.given) for learner in people)
    item = found.items[0]
    right = sum(option.taken for option in item.options if option.right)
    assert item.first is not None
    assert (item.first.right, item.first.of) == (right, item.learners)
    assert sum(option.taken for option in item.options) == item.learners
    assert sum(option.ever for option in item.options) == item.asked


def one_of(bank: Bank, *people: Learner) -> BankItems:
    return analysed(bank, people)


def test_one_learner_has_no_discrimination(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    asked = question(bank, "place")
    found = one_of(bank, Learner((given(asked, "A river"), given(asked, "A valley"))))
    item = next(each for each in found.items if each.id == "place")
    assert item.discrimination is None
    assert item.is_few
    assert item.first is not None
    assert (item.first.share, item.ever, item.asked) == (0.0, 0.5, 2)
    assert [(o.text, o.taken, o.ever) for o in item.options] == [
        ("A valley", 0, 1),
        ("A river", 1, 1),
        ("A town", 0, 0),
    ]


def test_claims_count_in_a_facility_of_their_own(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    asked = question(bank, "leader")
    found = one_of(
        bank,
        Learner((given(asked, "the young lion", claimed=True),)),
        Learner((given(asked, "nobody"),)),
    ).items[0]
    assert found.first is not None
    assert found.claimed is not None
    assert (found.first.share, found.claimed.share) == (0.0, 0.5)


def test_the_questions_by_need(tmp_path: Path) -> None:
    """Those with recurring wrong answers first; those never asked last."""
    bank = sample(tmp_path)
    hard, easy = question(bank, "place"), question(bank, "true-or-not")
    leader = question(bank, "leader")
    people = [
        Learner((given(easy, "true"), given(hard, "A town"), given(leader, "Amrullah Saleh")))
    ] * 2
    assert [item.id for item in one_of(bank, *people).by_need()][:3] == [
        "leader",
        "place",
        "true-or-not",
    ]


def test_nobody_answered_anything(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    found = one_of(bank)
    assert (found.learners, found.asked, found.changed, found.gone) == (0, 0, 0, 0)
    assert all(item.first is None and item.seconds is None for item in found.items)
