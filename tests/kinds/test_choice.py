from __future__ import annotations

import pytest

from tests.kinds.made import choice
from tui.kinds.verdict import Outcome, Part

KILLERS = choice(
    "Al-Qaeda",
    mistakes={"The Afghan Taliban": "They fought him.", "ISKP": "It dates from 2015."},
)


def test_right() -> None:
    verdict = KILLERS.grade(("Al-Qaeda",))
    assert (verdict.score, verdict.outcome) == (1, Outcome.RIGHT)
    assert verdict.parts == (Part("Al-Qaeda", "Al-Qaeda", Outcome.RIGHT),)


def test_a_wrong_option_is_told_why() -> None:
    verdict = KILLERS.grade(("ISKP",))
    assert (verdict.score, verdict.outcome, verdict.reason) == (
        0,
        Outcome.WRONG,
        "It dates from 2015.",
    )
    assert verdict.parts == (Part("Al-Qaeda", "ISKP", Outcome.WRONG, "It dates from 2015."),)


def test_an_option_reworded_in_its_punctuation_since_is_still_found() -> None:
    assert KILLERS.grade(("al qaeda",)).score == 1
    assert KILLERS.grade(("the Afghan Taliban.",)).reason == "They fought him."
    # A choice is not typed: spelling variants and slips are no matter of its options.
    assert KILLERS.grade(("al-Qaida",)).score == 0


def test_nothing_chosen() -> None:
    for answer in ((), ("",)):
        verdict = KILLERS.grade(answer)
        assert verdict.outcome is Outcome.WRONG
        assert verdict.parts[0].outcome is Outcome.MISSING


def test_options_are_shuffled_by_turn() -> None:
    assert len({KILLERS.options(turn) for turn in range(30)}) == 6
    assert KILLERS.options(4) == KILLERS.options(4)


def test_plain_mode() -> None:
    options = KILLERS.options(2)
    lines = KILLERS.plain_lines(2)
    assert lines == (*(f"{m}) {o}" for m, o in zip("abc", options, strict=True)), lines[-1])
    assert lines[-1] == "Type a letter, a to c."
    for typed in ("b", "B", " b. ", "2", options[1], options[1].upper()):
        assert KILLERS.from_plain((typed,), 2) == (options[1],)
    for typed in ("", "d", "4", "ab", "a b", "0", "nobody"):
        with pytest.raises(ValueError, match=r"^Type one letter from a to c\.$"):
            KILLERS.from_plain((typed,), 2)


def test_an_option_that_is_a_figure_is_named_by_its_text_first() -> None:
    question = choice("2", mistakes={"1": "No.", "3": "No."})
    assert question.from_plain(("2",), 0) == ("2",)


def test_key_and_claims() -> None:
    assert KILLERS.key() == ("Al-Qaeda",)
    assert KILLERS.right_answer() == "Al-Qaeda"
    assert KILLERS.claims(("ISKP",)) == ()


def test_problems() -> None:
    assert list(KILLERS.problems()) == []
    (alone,) = choice("Al-Qaeda").problems()
    assert (alone.path, alone.code) == (("answer",), "no-mistakes")
    found = choice("Al-Qaeda", mistakes={"al qaeda": "No.", "ISKP": "No.", "I.S.K.P": "No."})
    assert [(p.path, p.code) for p in found.problems()] == [
        (("mistakes", "I.S.K.P"), "duplicate-option"),
        (("mistakes", "al qaeda"), "answer-among-mistakes"),
    ]
