from __future__ import annotations

import pytest

from tests.kinds.made import number
from tui.kinds.number import Number
from tui.kinds.question import key_hash
from tui.kinds.verdict import Outcome

KILLED = number(
    "600",
    unit="Taliban fighters",
    prompt="How many Taliban fighters has the NRF killed, according to the article?",
    mistakes={"60": "Ten times too few.", "6,000": "Ten times too many."},
    disputed={"500": "The NRF's first count was 500."},
)
SHARE = number("2.77", unit="%")


def outcome(question: Number, typed: str) -> Outcome:
    return question.grade((typed,)).outcome


@pytest.mark.parametrize(
    "typed",
    [
        "600",
        " 600 ",
        "more than 600",
        "600+",
        "over 600 fighters",
        "six hundred",
        "Six hundred Taliban",
        "about 600",
        "۶۰۰",
        "600 talibans killed",
        "the NRF has killed 600",
        "> 600",
    ],
)
def test_right(typed: str) -> None:
    verdict = KILLED.grade((typed,))
    assert (verdict.score, verdict.outcome, verdict.reason) == (1, Outcome.RIGHT, "")


@pytest.mark.parametrize(
    "typed", ["601", "6000", "60", "-600", "not 600", "600 or 700", "600-700", "many", "600 km"]
)
def test_wrong(typed: str) -> None:
    verdict = KILLED.grade((typed,))
    assert (verdict.score, verdict.outcome) == (0, Outcome.WRONG)


@pytest.mark.parametrize("typed", ["less than 600", "up to 600", "six hunderd", "600 tanks"])
def test_near(typed: str) -> None:
    verdict = KILLED.grade((typed,))
    assert (verdict.score, verdict.outcome) == (0, Outcome.NEAR)
    assert verdict.reason == "Did you mean 600 Taliban fighters?"


def test_reasons() -> None:
    assert KILLED.grade(("sixty",)).reason == "Ten times too few."
    assert KILLED.grade(("6000 fighters",)).reason == "Ten times too many."
    assert KILLED.grade(("600 km",)).reason == "The unit is Taliban fighters."
    assert KILLED.grade(("lots",)).reason == "That can't be read as one number."
    disputed = KILLED.grade(("five hundred",))
    assert (disputed.score, disputed.outcome) == (0, Outcome.DISPUTED)
    assert disputed.reason == "The NRF's first count was 500."


def test_nothing_given() -> None:
    for answer in ((), ("",), (" - ",)):
        verdict = KILLED.grade(answer)
        assert verdict.outcome is Outcome.WRONG
        assert verdict.parts[0].outcome is Outcome.MISSING


def test_units() -> None:
    for typed in ("2.77", "2.77%", "2.77 percent", "2.77 per cent", "2,77 %", "۲٫۷۷٪"):
        assert outcome(SHARE, typed) is Outcome.RIGHT
    assert outcome(SHARE, "2.77 km") is Outcome.WRONG
    assert outcome(SHARE, "277") is Outcome.WRONG
    assert outcome(number("3"), "3 members") is Outcome.RIGHT
    assert outcome(number("3"), "3 %") is Outcome.NEAR
    assert outcome(number("3180", unit="km"), "3,180 kilometres") is Outcome.RIGHT
    assert outcome(number("3180", unit="km"), "3180 miles") is Outcome.WRONG


def test_a_unit_that_is_a_scale() -> None:
    people = number("5", unit="million people")
    for typed in ("5", "5 million", "five million people", "5,000,000", "50 lakh"):
        assert outcome(people, typed) is Outcome.RIGHT
    for typed in ("5 thousand", "5 billion", "5 lakh"):
        assert outcome(people, typed) is Outcome.WRONG


def test_bounds_of_the_key() -> None:
    question = number("more than 600")
    assert outcome(question, "600") is Outcome.RIGHT
    assert outcome(question, "600+") is Outcome.RIGHT
    assert question.grade(("less than 600",)).reason == "It is more than 600."


def test_tolerance_by_amount_and_by_share() -> None:
    by_amount, by_share = number("100", tolerance="5"), number("3180", tolerance="2 %")
    assert [by_amount.grade((n,)).score for n in ("94", "95", "105", "106")] == [0, 1, 1, 0]
    assert [by_share.grade((n,)).score for n in ("3116", "3117", "3243", "3244")] == [0, 1, 1, 0]
    assert number("100", tolerance="many").grade(("101",)).score == 0


def test_the_key_is_its_value() -> None:
    assert number("1,200").key() == number("1200").key()
    assert number("2.77", unit="%").key() == number("2.77", unit="percent").key()
    hashes = {key_hash(number(n)) for n in ("35", "3.5", "-35", "-3.5", "0.35", "350")}
    assert len(hashes) == 6
    assert key_hash(number("5", unit="km")) != key_hash(number("5", unit="miles"))
    assert number("lots").key() == ("lots", "")


def test_claims_and_plain() -> None:
    assert KILLED.claims(("610",)) == ()
    assert KILLED.right_answer() == "600 Taliban fighters"
    assert KILLED.plain_lines(0) == ("Type a number, in Taliban fighters.",)
    assert number("3").plain_lines(0) == ("Type a number.",)
    assert KILLED.from_plain((" 600 ",), 0) == ("600",)
    assert KILLED.from_plain(("six hundred",), 0) == ("six hundred",)
    for typed in ("a lot", "x", "?", "600 or 700"):
        with pytest.raises(ValueError, match="not one number"):
            KILLED.from_plain((typed,), 0)


def test_problems() -> None:
    assert list(KILLED.problems()) == []

    def codes(question: Number) -> list[tuple[tuple[str | int, ...], str]]:
        return [(p.path, p.code) for p in question.problems()]

    assert codes(number("some")) == [(("answer",), "not-a-number")]
    (in_words,) = number("twenty-two").problems()
    assert (in_words.code, in_words.message) == (
        "not-a-number",
        "“twenty-two” is a number in words.",
    )
    assert in_words.help == "Write it in figures: 22. Learners may type words."
    (with_more,) = number("two and a half").problems()
    assert with_more.help == "Write it in figures. Learners may type words."
    assert codes(number("3", tolerance="a bit")) == [(("tolerance",), "tolerance-not-understood")]
    assert codes(number("3", tolerance="-1")) == [(("tolerance",), "tolerance-not-understood")]
    assert codes(number("3", tolerance="2 km")) == [(("tolerance",), "tolerance-not-understood")]
    assert codes(number("3", mistakes={"few": "No.", "3.0": "No.", "4": ""})) == [
        (("mistakes", "4"), "mistake-without-reason"),
        (("mistakes", "few"), "not-a-number"),
        (("mistakes", "3.0"), "answer-among-mistakes"),
    ]
    assert codes(number("100", tolerance="5", mistakes={"104": "No."})) == [
        (("mistakes", "104"), "answer-among-mistakes")
    ]
    assert codes(number("3", disputed={"x": "So.", "3": "So.", "4": ""})) == [
        (("disputed", "x"), "not-a-number"),
        (("disputed", "3"), "answer-among-disputed"),
        (("disputed", "4"), "disputed-without-reason"),
    ]


@pytest.mark.parametrize("answer", ["about 531", "531 men", "Rs 450", "nearly 1.9 billion"])
def test_words_beside_the_number_have_a_field_of_their_own(answer: str) -> None:
    (problem,) = number(answer).problems()
    assert problem.code == "not-a-number"
    assert answer in problem.message
    assert "unit" in problem.help


@pytest.mark.parametrize(
    "answer",
    ["531", "1.9 billion", "more than 600", "600+", "45%", "-5", "12 lakh", "$5", "at least 3"],
)
def test_scales_bounds_and_signs_are_of_the_number(answer: str) -> None:
    assert list(number(answer).problems()) == []
