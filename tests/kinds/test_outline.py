from __future__ import annotations

import pytest

from tests.kinds.made import outline
from tui.kinds.outline import Point
from tui.kinds.verdict import Outcome, Part

ESSAY = outline(
    Point(point="States the dilemma", marks=5, keywords=(("dilemma", "choice"),)),
    Point(
        point="Rejects open military assistance",
        marks=2.5,
        keywords=(("no", "not", "avoid*", "reject*"), ("military", "arms")),
    ),
    Point(point="Weighs both camps", marks=10, keywords=(("optimis*",), ("pessimis*",))),
    Point(point="Concludes", marks=2.5),
)


def test_the_score_is_the_share_of_marks() -> None:
    verdict = ESSAY.grade(("text", "States the dilemma", "Concludes"))
    assert verdict.score == pytest.approx(7.5 / 20)
    assert (verdict.outcome, verdict.reason) == (Outcome.PARTLY, "7.5 of 20 marks.")
    assert [part.outcome for part in verdict.parts] == [
        Outcome.RIGHT,
        Outcome.MISSING,
        Outcome.MISSING,
        Outcome.RIGHT,
    ]
    everything = ESSAY.grade(("text", *(point.point for point in ESSAY.rubric)))
    assert (everything.score, everything.outcome, everything.reason) == (1, Outcome.RIGHT, "")


def test_ticks_that_are_no_points_and_double_ticks_earn_nothing_more() -> None:
    verdict = ESSAY.grade(("", "Concludes", "concludes.", "Something else"))
    assert verdict.score == pytest.approx(2.5 / 20)
    for answer in ((), ("States the dilemma",), ("text", "")):
        assert (ESSAY.grade(answer).score, ESSAY.grade(answer).outcome) == (0, Outcome.WRONG)
    assert ESSAY.grade(()).parts[0] == Part("States the dilemma", "", Outcome.MISSING)


def test_points_are_suggested_by_line_and_sentence() -> None:
    text = "1. The policy dilemma\n- optimists and pessimists compared\n- no arms for the NRF"
    assert ESSAY.suggested(text) == (
        "States the dilemma",
        "Rejects open military assistance",
        "Weighs both camps",
    )
    assert ESSAY.suggested("Optimists hope. Pessimists fear.") == ()
    assert ESSAY.suggested("Give arms to the NRF, not talks") == ()
    assert ESSAY.suggested("") == ()


def test_plain_mode() -> None:
    lines = ESSAY.plain_lines(0)
    assert lines[1] == "a) States the dilemma (5)"
    assert lines[2].endswith("(2.5)")
    assert ESSAY.from_plain(("a d",), 0) == ("", "States the dilemma", "Concludes")
    assert ESSAY.from_plain(("0",), 0) == ("",)
    with pytest.raises(ValueError, match=r"^Type letters from a to d"):
        ESSAY.from_plain(("z",), 0)


def test_key_and_problems() -> None:
    assert ESSAY.key() == tuple(sorted(point.point for point in ESSAY.rubric))
    assert ESSAY.right_answer().startswith("States the dilemma; ")
    assert ESSAY.claims(("text",)) == ()
    assert list(ESSAY.problems()) == []
    question = outline(
        Point(point="One", marks=1, keywords=(("a*", "**", "good*"),)),
        Point(point="one!", marks=1),
    )
    assert [(p.path, p.code) for p in question.problems()] == [
        (("rubric", 1, "point"), "duplicate-point"),
        (("rubric", 0, "keywords", 0, 0), "bad-keyword"),
        (("rubric", 0, "keywords", 0, 1), "bad-keyword"),
    ]
