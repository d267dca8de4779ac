from __future__ import annotations

import pytest

from tests.kinds.made import date
from tui.kinds.date import Date
from tui.kinds.question import key_hash
from tui.kinds.verdict import Outcome

YEAR = date("2021", mistakes={"2001": "Their first rule ended then.", "1996": "Their first."})
MONTH = date("2025-09", mistakes={"2025-02": "That is when Ahmad Massoud spoke."})
DAY = date(
    "2001-09-10",
    mistakes={"2001-09-11": "That is 9/11 itself."},
    disputed={"2001-09-09": "He was killed on the 9th; the article says a day before 9/11."},
)
ATTACKS = date("2001-09-11")


def outcome(question: Date, typed: str) -> Outcome:
    return question.grade((typed,)).outcome


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (YEAR, "2021"),
        (YEAR, "in 2021"),
        (YEAR, "August 2021"),
        (YEAR, "15 August 2021"),
        (YEAR, "15/08/2021"),
        (MONTH, "September 2025"),
        (MONTH, "Sept 2025"),
        (MONTH, "9/2025"),
        (MONTH, "2025-09"),
        (MONTH, "12 September 2025"),
        (DAY, "10 September 2001"),
        (DAY, "September 10, 2001"),
        (DAY, "10/9/2001"),
        (ATTACKS, "9/11"),
        (ATTACKS, "11 Sept 2001"),
        (ATTACKS, "11/09/2001"),
    ],
)
def test_right(question: Date, typed: str) -> None:
    verdict = question.grade((typed,))
    assert (verdict.score, verdict.outcome, verdict.reason) == (1, Outcome.RIGHT, "")


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (YEAR, "2012"),
        (YEAR, "1921"),
        (YEAR, "21"),
        (YEAR, "not 2021"),
        (YEAR, "2001 or 2021"),
        (MONTH, "October 2025"),
        (MONTH, "September 2024"),
        (DAY, "10 October 2001"),
        (DAY, "soon"),
        (date("2001"), "9/11"),
        (date("2001-09"), "9/11"),
    ],
)
def test_wrong(question: Date, typed: str) -> None:
    verdict = question.grade((typed,))
    assert (verdict.score, verdict.outcome) == (0, Outcome.WRONG)


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (ATTACKS, "09/11/2001"),
        (ATTACKS, "11/9/01"),
        (YEAR, "late 2021"),
        (MONTH, "early September 2025"),
    ],
)
def test_near(question: Date, typed: str) -> None:
    verdict = question.grade((typed,))
    assert (verdict.score, verdict.outcome) == (0, Outcome.NEAR)
    assert verdict.reason == f"Did you mean {question.right_answer()}?"


def test_less_than_is_wanted_is_wrong_and_says_what_is_missing() -> None:
    assert MONTH.grade(("2025",)).reason == "Right so far; the month too."
    assert MONTH.grade(("September",)).reason == "Right so far; the year too."
    assert DAY.grade(("2001",)).reason == "Right so far; the day and the month too."
    assert DAY.grade(("September 2001",)).reason == "Right so far; the day too."
    assert MONTH.grade(("2024",)).reason == ""


def test_known_answers() -> None:
    assert YEAR.grade(("October 2001",)).reason == "Their first rule ended then."
    assert MONTH.grade(("Feb 2025",)).reason == "That is when Ahmad Massoud spoke."
    assert DAY.grade(("9/11",)).reason == "That is 9/11 itself."
    disputed = DAY.grade(("9 September 2001",))
    assert (disputed.score, disputed.outcome) == (0, Outcome.DISPUTED)
    assert disputed.reason.startswith("He was killed on the 9th")


def test_a_known_answer_without_its_year_is_known() -> None:
    disputed = DAY.grade(("9 September",))
    assert (disputed.score, disputed.outcome) == (0, Outcome.DISPUTED)
    assert DAY.grade(("11 September",)).reason == "That is 9/11 itself."
    assert DAY.grade(("10 September",)).reason == "Right so far; the year too."
    assert MONTH.grade(("3 February",)).reason == "That is when Ahmad Massoud spoke."


def test_the_more_precise_of_key_and_mistake_has_a_day_that_is_both() -> None:
    question = date("2001-09", mistakes={"2001-09-11": "That is 9/11.", "2001": "Which month?"})
    assert question.grade(("11 September 2001",)).reason == "That is 9/11."
    assert question.grade(("10 September 2001",)).score == 1
    assert question.grade(("2001",)).reason == "Which month?"


def test_nothing_given() -> None:
    for answer in ((), ("",), ("?",)):
        verdict = MONTH.grade(answer)
        assert verdict.outcome is Outcome.WRONG
        assert verdict.parts[0].outcome is Outcome.MISSING


def test_key_tells_years_months_and_days_apart() -> None:
    assert len({key_hash(date(d)) for d in ("2001", "2001-09", "2001-09-11", "2001-11-09")}) == 4
    assert date("never").key() == ("never",)


def test_plain_and_claims() -> None:
    assert [q.plain_lines(0)[0] for q in (YEAR, MONTH, DAY)] == [
        "Type a year.",
        "Type a month and a year.",
        "Type a day, a month and a year.",
    ]
    assert MONTH.from_plain((" 9/2025 ",), 0) == ("9/2025",)
    for typed in ("long ago", "?", "31 February 2025"):
        with pytest.raises(ValueError, match="Type a month and a year"):
            MONTH.from_plain((typed,), 0)
    assert MONTH.claims(("2025",)) == ()


def test_problems() -> None:
    for question in (YEAR, MONTH, DAY, ATTACKS):
        assert list(question.problems()) == []

    def codes(question: Date) -> list[tuple[tuple[str | int, ...], str]]:
        return [(p.path, p.code) for p in question.problems()]

    assert codes(date("2025-13")) == [(("answer",), "not-a-date")]
    assert codes(date("2023-02-29")) == [(("answer",), "not-a-date")]
    assert codes(date("2021", mistakes={"then": "No.", "2021": "No.", "2020": ""})) == [
        (("mistakes", "2020"), "mistake-without-reason"),
        (("mistakes", "then"), "not-a-date"),
        (("mistakes", "2021"), "answer-among-mistakes"),
    ]
    assert codes(date("2021-08", disputed={"2021": "So.", "2021-13": "So.", "2020": " "})) == [
        (("disputed", "2021"), "answer-among-disputed"),
        (("disputed", "2021-13"), "not-a-date"),
        (("disputed", "2020"), "disputed-without-reason"),
    ]
