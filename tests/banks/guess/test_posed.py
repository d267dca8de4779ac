from __future__ import annotations

from tests.banks.guess.made import choice, short, statement
from tui.banks.guess.posed import posed
from tui.kinds.multiple import Multiple
from tui.kinds.question import Question, shuffled


def rights(question: Question) -> set[str]:
    found = posed(question)
    assert found is not None
    return {found.options[place] for place in found.right}


def test_a_choice_is_put_as_it_is_shown_first() -> None:
    question = choice(1, "a", "b", "c")
    found = posed(question)
    assert found is not None
    assert found.options == question.options(0)
    assert found.odds == (1, 3)
    assert rights(question) == {"a"}


def test_a_short_question_with_two_mistakes_is_put_as_a_choice() -> None:
    found = posed(short(1, "a", "b", "c"))
    assert found is not None
    assert found.options == shuffled(("a", "b", "c"), "short-1", 0)
    assert rights(short(1, "a", "b", "c")) == {"a"}
    assert posed(short(1, "a", "b")) is None


def test_a_multiple_choice_has_several_right_options() -> None:
    question = Multiple(
        id="m", topic="t", prompt="Which?", quote="q", answers=("a", "b"), mistakes={"c": "No."}
    )
    assert rights(question) == {"a", "b"}
    found = posed(question)
    assert found is not None
    assert found.odds == (2, 3)


def test_a_statement_is_true_or_false() -> None:
    found = posed(statement(1, "It is so.", False))
    assert found is not None
    assert (found.statement, found.odds, found.options) == (True, (1, 2), ("true", "false"))
    assert rights(statement(1, "It is so.", False)) == {"false"}
