from __future__ import annotations

import pytest

from tests.kinds.made import cloze
from tui.kinds.cloze import Cloze
from tui.kinds.verdict import Outcome, Variant

LED = cloze(
    "In the 1990s the {{NRF}} was led by {{Ahmad Shah Massoud|the Lion of Panjshir}}.",
    mistakes={"Ahmad Massoud": "That is the son."},
    disputed={"Northern Alliance": "So it was; the article says NRF."},
)


def test_blanks_and_segments() -> None:
    assert LED.blanks == (("NRF",), ("Ahmad Shah Massoud", "the Lion of Panjshir"))
    assert LED.segments() == (
        "In the 1990s the ",
        ("NRF",),
        " was led by ",
        ("Ahmad Shah Massoud", "the Lion of Panjshir"),
        ".",
    )
    assert cloze("{{a}}{{ b | c }}").segments() == ("", ("a",), "", ("b", "c"), "")
    assert cloze("no blank").segments() == ("no blank",)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        (("NRF", "Ahmed Shah Masood"), 1),
        (("National Resistance Front", "lion of panjsher"), 1),
        (("NRF", ""), 0.5),
        (("NRF",), 0.5),
        (("", "Ahmad Shah Massoud"), 0.5),
        (("NRF", "Ahmad Massoud"), 0.5),
        (("Ahmad Shah Massoud", "NRF"), 0),
        (("NRF", "Ahmad Shah Massoud", "more"), 1),
        ((), 0),
    ],
)
def test_the_score_is_the_share_of_blanks(answer: tuple[str, ...], score: float) -> None:
    verdict = LED.grade(answer)
    assert verdict.score == score
    expected = Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG
    assert verdict.outcome is expected


def test_each_blank_is_told() -> None:
    verdict = LED.grade(("Northern Alliance", "Ahmed Masood"))
    assert [(p.outcome, p.reason) for p in verdict.parts] == [
        (Outcome.DISPUTED, "So it was; the article says NRF."),
        (Outcome.WRONG, "That is the son."),
    ]
    swapped = LED.grade(("Ahmad Shah Massoud", "NRF"))
    assert {p.reason for p in swapped.parts} == {"That belongs elsewhere in this question."}


def test_a_single_blank_can_be_near_or_disputed_as_a_whole() -> None:
    one = cloze("It happened in {{Panjshir}}.", disputed={"Takhar": "So it did."})
    assert one.grade(("Pamjsir",)).outcome is Outcome.NEAR
    assert one.grade(("Takhar",)).outcome is Outcome.DISPUTED
    assert one.grade(("",)).outcome is Outcome.WRONG


def test_two_blanks_may_want_the_same() -> None:
    question = cloze("{{Iran}} and {{Iran}}")
    assert question.grade(("Iran", "Iran")).score == 1


def test_the_text_around_a_blank_can_not_be_echoed() -> None:
    question = cloze("The International Crisis Group ({{ICG}}) reports.")
    assert question.grade(("International Crisis Group",)).score == 0
    assert question.grade(("ICG",)).score == 1


def test_learned_and_claims() -> None:
    assert LED.claims(("the Front", "the father")) == (
        Variant("NRF", "the Front"),
        Variant("Ahmad Shah Massoud", "the father"),
    )
    assert LED.claims(("NRF", "Ahmad Massoud")) == ()
    assert LED.claims(("Northern Alliance", "")) == ()
    own = (Variant("NRF", "the Front"),)
    assert LED.grade(("the Front", ""), own).score == 0.5


def test_key_and_right_answer() -> None:
    assert LED.key() == ("NRF", "Ahmad Shah Massoud")
    assert LED.right_answer() == "NRF; Ahmad Shah Massoud"


def test_plain_mode() -> None:
    assert LED.plain_answers == 2
    assert LED.plain_lines(0)[0] == "In the 1990s the [1] ____ was led by [2] ____."
    assert LED.from_plain((" NRF ",), 0) == ("NRF", "")
    assert LED.from_plain(("a", "b", "c"), 0) == ("a", "b")


def codes(question: Cloze) -> list[str]:
    assert all(p.path == ("text",) for p in question.problems())
    return [p.code for p in question.problems()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing is left out.", ["blank-without-marker"]),
        ("The {{}} was led.", ["empty-blank"]),
        ("The {{ | }} was led.", ["empty-blank"]),
        ("The {{NRF was led.", ["unbalanced-braces"]),
        ("The NRF}} was led.", ["unbalanced-braces"]),
        ("The {{NRF}} was led by {{him.", ["unbalanced-braces"]),
        ("The {{{NRF}}} was led.", ["unbalanced-braces"]),
        ("The {NRF} was led by {{him}}.", []),
    ],
)
def test_problems_of_the_text(text: str, expected: list[str]) -> None:
    assert codes(cloze(text)) == expected
    assert 0 <= cloze(text).grade(("a", "b")).score <= 1
    assert cloze(text).segments()


def test_problems_of_mistakes() -> None:
    assert list(LED.problems()) == []
    question = cloze("{{NRF|the Front}} in {{2021}}", mistakes={"nrf": "No.", "the Front": "No."})
    assert [(p.path, p.code) for p in question.problems()] == [
        (("mistakes", "nrf"), "answer-among-mistakes"),
        (("text",), "accept-among-mistakes"),
    ]
