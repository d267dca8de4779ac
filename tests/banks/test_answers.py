from __future__ import annotations

from tests.banks.guess.made import choice, short, statement
from tui.banks.answers import accepted_texts, right_texts
from tui.kinds.cloze import Cloze
from tui.kinds.list import Item, ListQuestion
from tui.kinds.question import Question

LIST = ListQuestion(
    id="l",
    topic="t",
    prompt="Which?",
    quote="q",
    items=(Item(answer="a", accept=("b",)), Item(answer="c")),
)
CLOZE = Cloze(id="c", topic="t", prompt="Complete.", quote="q", text="It is {{a|b}} and {{c}}.")


def both(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return right_texts(question), accepted_texts(question)


def test_what_is_right_by_kind() -> None:
    assert both(choice(1, "a", "b")) == (("a",), ("a",))
    assert both(short(1, "a", "b")) == (("a",), ("a",))
    assert both(LIST) == (("a", "c"), ("a", "b", "c"))
    assert both(CLOZE) == (("a", "c"), ("a", "b", "c"))
    assert both(statement(1, "It is so.", True)) == ((), ())
