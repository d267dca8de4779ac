"""What the article gets wrong is told where a learner meets it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.shipped.bank import questions, table
from tui.kinds.outline import Outline
from tui.kinds.question import Question
from tui.kinds.verdict import Outcome

TABLE: dict[str, Any] = table("errors")
TOLD = [
    pytest.param(named, words, id=f"{error}-{named}")
    for error, row in TABLE.items()
    for named, words in row["told"].items()
]
DISPUTED = [
    pytest.param(named, text, id=f"{error}-{named}")
    for error, row in TABLE.items()
    for named, text in row.get("disputed", {}).items()
]


def told_after(question: Question) -> str:
    """All that a learner can be told once the question is answered."""
    disputed: dict[str, str] = getattr(question, "disputed", {})
    points = [each.point for each in question.rubric] if isinstance(question, Outline) else []
    return "\n".join(
        (question.note, question.explain, *question.mistakes.values(), *disputed.values(), *points)
    )


@pytest.mark.parametrize(("named", "words"), TOLD)
def test_an_error_of_the_article_is_told(named: str, words: list[str]) -> None:
    told = told_after(questions()[named])
    assert words
    for word in words:
        assert word in told


@pytest.mark.parametrize(("named", "text"), DISPUTED)
def test_what_is_so_gets_its_own_reply(named: str, text: str) -> None:
    question = questions()[named]
    verdict = question.grade((text,))
    assert verdict.outcome is Outcome.DISPUTED
    assert verdict.reason not in {*question.mistakes.values(), ""}


def test_a_disputed_answer_is_always_traced_to_an_error() -> None:
    having = {named for named, question in questions().items() if getattr(question, "disputed", {})}
    assert having == {named for row in TABLE.values() for named in row.get("disputed", {})}


def test_every_appeal_to_history_is_traced_to_an_error() -> None:
    told = {named for row in TABLE.values() for named in row["told"]}
    having = {named for named, each in questions().items() if "History is on" in told_after(each)}
    assert having <= told


def test_every_error_of_the_article_is_told_somewhere() -> None:
    assert len(TABLE) == 18
    assert all(row["told"] for row in TABLE.values())
