from __future__ import annotations

import pytest

from tests.kinds.made import match
from tui.kinds.verdict import Outcome, Part

NAMES = match(
    {"AFF": "Freedom Front", "ALM": "Liberation Movement", "NRF": "Resistance Front"},
    mistakes={"Northern Alliance": "It fought the Taliban up to 2001."},
)
CAMPS = match({"Backup": "For", "TTP revenge": "Against", "Rogue state": "Against"})


def test_sides() -> None:
    assert NAMES.lefts == ("AFF", "ALM", "NRF")
    assert sorted(NAMES.rights(0)) == sorted((*NAMES.pairs.values(), "Northern Alliance"))
    assert sorted(CAMPS.rights(0)) == ["Against", "For"]
    assert NAMES.options(3) == NAMES.rights(3)
    assert len({NAMES.rights(turn) for turn in range(30)}) > 10


def test_score_and_parts() -> None:
    verdict = NAMES.grade(("AFF", "Freedom Front", "NRF", "Liberation Movement", "ALM", ""))
    assert verdict.score == pytest.approx(1 / 3)
    assert verdict.outcome is Outcome.PARTLY
    assert verdict.parts == (
        Part("Freedom Front", "Freedom Front", Outcome.RIGHT),
        Part("Liberation Movement", "", Outcome.MISSING),
        Part("Resistance Front", "Liberation Movement", Outcome.WRONG, "It belongs to ALM."),
    )


def test_a_right_side_may_be_shared() -> None:
    answer = ("Backup", "For", "TTP revenge", "Against", "Rogue state", "Against")
    assert CAMPS.grade(answer).outcome is Outcome.RIGHT
    assert CAMPS.grade(("Backup", "Against")).parts[0].reason == ""


def test_a_side_that_belongs_to_none_is_told_why() -> None:
    verdict = NAMES.grade(("NRF", "Northern Alliance"))
    assert verdict.parts[2].reason == "It fought the Taliban up to 2001."
    assert verdict.reason == "It fought the Taliban up to 2001."
    assert verdict.outcome is Outcome.WRONG


def test_nothing_given_and_half_a_pair() -> None:
    for answer in ((), ("AFF",), ("nobody", "Freedom Front"), ("AFF", "nothing known")):
        assert NAMES.grade(answer).score == 0
    assert {part.outcome for part in NAMES.grade(()).parts} == {Outcome.MISSING}


def test_plain_mode() -> None:
    rights = NAMES.rights(0)
    wanted = ("AFF", rights[1], "ALM", rights[0])
    for typed in ("1b 2a", "2a 1b", "1-b, 2-a", "1=B;2=A", "b1 a2", "1. b 2. a"):
        assert NAMES.from_plain((typed,), 0) == wanted
    for typed in ("", "1", "b", "1b 1a", "4a", "1e", "1b x", "one b"):
        with pytest.raises(ValueError, match=r"^Type a number and a letter .*: 1 to 3, a to d\.$"):
            NAMES.from_plain((typed,), 0)
    assert NAMES.plain_lines(0)[:4] == ("1) AFF", "2) ALM", "3) NRF", f"a) {rights[0]}")


def test_key_and_right_answer() -> None:
    assert CAMPS.right_answer() == "Backup: For; TTP revenge: Against; Rogue state: Against"
    assert len(CAMPS.key()) == 3
    assert CAMPS.claims(("Backup", "Against")) == ()


def test_problems() -> None:
    assert list(NAMES.problems()) == []
    assert list(CAMPS.problems()) == []
    question = match(
        {"AFF": "Front", "A.F.F.": "front", "NRF": "Other"},
        mistakes={"other": "No.", "Union": "No.", "union": "No."},
    )
    assert [(p.path, p.code) for p in question.problems()] == [
        (("pairs", "A.F.F."), "duplicate-left"),
        (("mistakes", "union"), "duplicate-option"),
        (("pairs", "A.F.F."), "duplicate-option"),
        (("mistakes", "other"), "answer-among-mistakes"),
    ]
