from __future__ import annotations

import pytest

from tests.kinds.made import truefalse
from tui.kinds.verdict import Outcome

FALSE = truefalse(False, mistakes={"true": "The article says the contrary."})


def test_grading() -> None:
    assert truefalse(True).grade(("true",)).score == 1
    assert FALSE.grade(("false",)).score == 1
    assert FALSE.grade(("False ",)).score == 1
    wrong = FALSE.grade(("true",))
    assert (wrong.score, wrong.outcome, wrong.reason) == (
        0,
        Outcome.WRONG,
        "The article says the contrary.",
    )
    assert truefalse(True).grade(("false",)).reason == ""


def test_nothing_chosen() -> None:
    verdict = FALSE.grade(())
    assert (verdict.outcome, verdict.parts[0].outcome) == (Outcome.WRONG, Outcome.MISSING)


def test_true_always_comes_first() -> None:
    assert {FALSE.options(turn) for turn in range(9)} == {("true", "false")}


def test_plain_mode() -> None:
    for typed in ("t", "T", "true", " True "):
        assert FALSE.from_plain((typed,), 0) == ("true",)
    for typed in ("f", "FALSE"):
        assert FALSE.from_plain((typed,), 0) == ("false",)
    for typed in ("", "yes", "tf", "1"):
        with pytest.raises(ValueError, match=r"^Type t for true or f for false\.$"):
            FALSE.from_plain((typed,), 0)
    assert FALSE.plain_lines(0) == ("Type t for true or f for false.",)


def test_key() -> None:
    assert (FALSE.key(), FALSE.right_answer()) == (("false",), "False")
    assert (truefalse(True).key(), truefalse(True).right_answer()) == (("true",), "True")


def test_problems() -> None:
    assert list(FALSE.problems()) == []
    assert list(truefalse(True).problems()) == []
    found = truefalse(True, mistakes={"true": "No.", "False": "No.", "false": ""})
    assert [(p.path, p.code) for p in found.problems()] == [
        (("mistakes", "false"), "mistake-without-reason"),
        (("mistakes", "true"), "answer-among-mistakes"),
        (("mistakes", "False"), "unknown-option"),
    ]
