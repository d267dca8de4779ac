"""What learners may type for short answers, numbers and dates: spellings, and near strangers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.shipped.bank import ids_of, questions, table
from tui.kinds.verdict import Outcome

TABLE: dict[str, Any] = table("typed")


def rows(name: str) -> list[Any]:
    return [
        pytest.param(named, text, id=f"{named}-{text}")
        for named in TABLE
        for text in TABLE[named].get(name, ())
    ]


def test_every_short_question_number_and_date_has_its_table() -> None:
    assert set(TABLE) == ids_of("short", "number", "date")


@pytest.mark.parametrize("named", sorted(ids_of("short")))
def test_a_table_has_enough(named: str) -> None:
    assert len(set(TABLE[named]["right"])) >= 5
    assert len(set(TABLE[named]["never"])) >= 4


@pytest.mark.parametrize(("named", "text"), rows("right"))
def test_a_spelling_of_the_key_is_right(named: str, text: str) -> None:
    verdict = questions()[named].grade((text,))
    assert (verdict.outcome, verdict.score) == (Outcome.RIGHT, 1), verdict.reason


@pytest.mark.parametrize(("named", "text"), rows("never"))
def test_what_is_taken_for_the_key_is_never_right(named: str, text: str) -> None:
    verdict = questions()[named].grade((text,))
    assert verdict.outcome in {Outcome.WRONG, Outcome.NEAR}
    assert verdict.score == 0


@pytest.mark.parametrize(("named", "text"), rows("disputed"))
def test_what_history_says_is_left_to_the_learner(named: str, text: str) -> None:
    verdict = questions()[named].grade((text,))
    assert (verdict.outcome, verdict.score) == (Outcome.DISPUTED, 0)
    assert "History is on your side" in verdict.reason
    assert "article" in verdict.reason


@pytest.mark.parametrize("named", TABLE)
def test_every_mistake_is_known_for_what_it_is(named: str) -> None:
    question = questions()[named]
    for text, reason in question.mistakes.items():
        verdict = question.grade((text,))
        assert (verdict.outcome, verdict.reason) == (Outcome.WRONG, reason), text


@pytest.mark.parametrize("named", TABLE)
def test_every_disputed_answer_gets_its_own_reply(named: str) -> None:
    question = questions()[named]
    disputed: dict[str, str] = getattr(question, "disputed", {})
    for text, reason in disputed.items():
        verdict = question.grade((text,))
        assert (verdict.outcome, verdict.reason) == (Outcome.DISPUTED, reason), text


SPELLINGS = {
    "Ahmad Shah Massoud": [
        f"{first} Shah {last}"
        for first in ("Ahmad", "Ahmed", "Ahmet")
        for last in ("Massoud", "Masood", "Masoud", "Masud", "Mas'ud")
    ],
    "Ahmad Massoud": [
        f"{first} {last}"
        for first in ("Ahmad", "Ahmed", "Ahmet")
        for last in ("Massoud", "Masood", "Masoud", "Masud", "Mas'ud")
    ],
    "Panjshir": ["Panjshir", "Panjsher", "Panjsheer"],
    "International Crisis Group": ["ICG", "International Crisis Group", "Crisis Group"],
}
"""The names of the article, by key, in every spelling that is the same."""

STRANGERS = {
    "Ahmad Shah Massoud": SPELLINGS["Ahmad Massoud"],
    "Ahmad Massoud": SPELLINGS["Ahmad Shah Massoud"],
    "Panjshir": ["Punjab", "Panjab", "the Punjab"],
    "International Crisis Group": ["ICJ", "ICC", "NRF", "AFF", "ALM", "TTP"],
}
"""What must never be taken for a key."""


@pytest.mark.parametrize("named", sorted(ids_of("short")))
def test_every_spelling_of_a_name_is_the_name_and_no_stranger_is(named: str) -> None:
    question = questions()[named]
    key = question.right_answer()
    for text in SPELLINGS.get(key, [key]):
        for written in (text, text.upper(), text.lower(), f" {text}. "):
            assert question.grade((written,)).outcome is Outcome.RIGHT, written
    for text in STRANGERS.get(key, []):
        assert question.grade((text,)).outcome is not Outcome.RIGHT, text


GROUPS = {
    "National Resistance Front (NRF)": ["NRF", "National Resistance Front"],
    "Afghanistan Freedom Front (AFF)": ["AFF", "Afghanistan Freedom Front"],
    "Afghanistan Liberation Movement (ALM)": ["ALM", "Afghanistan Liberation Movement"],
    "ISKP": ["ISKP", "IS-K", "ISIS-K", "ISIL-K", "Daesh-Khorasan"],
}


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_itself_and_no_other(group: str) -> None:
    question = questions()["major-groups"]
    for text in GROUPS[group]:
        right = [p.expected for p in question.grade((text,)).parts if p.outcome is Outcome.RIGHT]
        assert right == [group], text


OUTSIDERS = {
    "TTP": ["TTP", "Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan", "the TTP"],
    "Al-Qaeda": ["Al-Qaeda", "al-Qaida", "Al Qaeda", "al qaida"],
    "": ["Afghan Taliban", "the Taliban", "the Afghan Taliban"],
}
"""Bodies that are none of the groups, by the mistake that they are known as, if any."""


@pytest.mark.parametrize("name", OUTSIDERS)
def test_an_outsider_is_known_for_itself_alone(name: str) -> None:
    question = questions()["major-groups"]
    expected = {question.mistakes.get(name, "It is none of them.")}
    for text in OUTSIDERS[name]:
        assert {part.reason for part in question.grade((text,)).parts if part.given} == expected
