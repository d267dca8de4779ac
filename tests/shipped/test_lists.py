"""What learners may type for the list questions: honest paraphrases are right, others never."""

from __future__ import annotations

from typing import Any

import pytest

from tests.shipped.bank import ids_of, questions, table
from tui.kinds.list import ListQuestion
from tui.kinds.verdict import Outcome, Part

TABLE: dict[str, Any] = table("lists")
ROWS = [
    pytest.param(named, n, id=f"{named}-{row['answer']}")
    for named, rows in TABLE.items()
    for n, row in enumerate(rows["items"])
]
WRONG = [
    pytest.param(named, text, id=f"{named}-{text}")
    for named in TABLE
    for text in TABLE[named]["wrong"]
]


def listing(named: str) -> ListQuestion:
    question = questions()[named]
    assert isinstance(question, ListQuestion)
    return question


def found(question: ListQuestion, *lines: str) -> list[Part]:
    """The items that `lines` give."""
    parts = question.grade(lines).parts
    return [part for part in parts if part.expected and part.outcome is Outcome.RIGHT]


def others(question: ListQuestion, n: int) -> tuple[str, ...]:
    """The answers of the other items, as the key has them."""
    return tuple(item.answer for at, item in enumerate(question.items) if at != n)


def test_every_list_question_has_its_table() -> None:
    assert set(TABLE) == ids_of("list")


@pytest.mark.parametrize("named", TABLE)
def test_a_table_has_the_items_of_its_question_and_enough_for_each(named: str) -> None:
    rows = TABLE[named]["items"]
    assert [row["answer"] for row in rows] == [item.answer for item in listing(named).items]
    for row in rows:
        assert len(set(row["right"]) - {row["answer"]}) >= 10, row["answer"]
        assert len(set(row["never"])) >= 2, row["answer"]
    assert len(set(TABLE[named]["wrong"])) >= 5


@pytest.mark.parametrize(("named", "n"), ROWS)
def test_nine_paraphrases_in_ten_are_right(named: str, n: int) -> None:
    question, row = listing(named), TABLE[named]["items"][n]
    missed = [
        text
        for text in row["right"]
        if Part(row["answer"], text, Outcome.RIGHT) not in found(question, text)
        or question.grade((*others(question, n), text)).score < 1
    ]
    assert len(missed) * 10 <= len(row["right"]), missed


@pytest.mark.parametrize(("named", "n"), ROWS)
def test_a_paraphrase_is_never_right_for_another_item(named: str, n: int) -> None:
    question, row = listing(named), TABLE[named]["items"][n]
    for text in (row["answer"], *row["right"]):
        assert {part.expected for part in found(question, text)} <= {row["answer"]}, text
        for at in range(len(question.items)):
            if at != n:
                lines = tuple(item.answer for m, item in enumerate(question.items) if m != at)
                assert question.grade((*lines, text)).score < 1, (text, at)


@pytest.mark.parametrize(("named", "n"), ROWS)
def test_the_opposite_of_an_item_is_never_right(named: str, n: int) -> None:
    question = listing(named)
    for text in TABLE[named]["items"][n]["never"]:
        earns_nothing(question, text)


@pytest.mark.parametrize(("named", "text"), WRONG)
def test_a_plausible_wrong_line_is_never_right(named: str, text: str) -> None:
    earns_nothing(listing(named), text)


@pytest.mark.parametrize("named", TABLE)
def test_a_known_mistake_is_never_right(named: str) -> None:
    question = listing(named)
    for text, reason in question.mistakes.items():
        earns_nothing(question, text)
        assert reason in {part.reason for part in question.grade((text,)).parts}


def earns_nothing(question: ListQuestion, text: str) -> None:
    """Asserts that `text` is right for no item, and adds nothing to what other lines earn."""
    assert found(question, text) == []
    assert question.grade((text,)).score == 0
    for n, item in enumerate(question.items):
        lines = others(question, n)
        verdict = question.grade((*lines, text))
        assert verdict.score <= question.grade(lines).score < 1, (item.answer, text)
        assert item.answer not in {part.expected for part in found(question, *lines, text)}
