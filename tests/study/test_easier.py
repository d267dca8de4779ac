from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.study.test_session import RIGHT
from tui.kinds.choice import Choice
from tui.kinds.cloze import Cloze
from tui.kinds.date import Date
from tui.kinds.list import Item, ListQuestion
from tui.kinds.multiple import Multiple
from tui.kinds.number import Number
from tui.kinds.question import Question, key_hash
from tui.kinds.short import Short
from tui.study.desk import Desk
from tui.study.easier import easier, has_easier_form

COMMON: dict[str, Any] = {"id": "q", "topic": "t", "prompt": "Who?", "note": "N", "hint": "H"}
TWO = {"Karim": "No.", "Selim": "No."}


def short(**fields: Any) -> Short:
    return Short(**COMMON | {"answer": "Ahmad", "quote": "his son, Ahmad, leads"} | fields)


def test_two_mistakes_make_a_choice() -> None:
    question = short(mistakes=TWO)
    form = easier(question)
    assert isinstance(form, Choice)
    assert set(form.options(0)) == {"Ahmad", *TWO}
    assert form.grade(("Ahmad",)).score == 1
    assert form.grade(("Karim",)).reason == "No."
    assert (form.id, form.prompt, form.note, form.hint) == ("q", "Who?", "N", "H")
    assert key_hash(form) != key_hash(question)


def test_one_mistake_makes_the_quote_to_be_completed() -> None:
    form = easier(short(mistakes={"Karim": "No."}, accept=("Ahmed",)))
    assert isinstance(form, Cloze)
    assert form.text == "his son, {{Ahmad|Ahmed}}, leads"
    assert form.grade(("Karim",)).reason == "No."
    assert form.grade(("Ahmed",)).score == 1


def test_a_variant_that_stands_in_the_quote_is_left_blank() -> None:
    form = easier(short(answer="Ahmad Shah", accept=("the son",), quote="The\nson leads"))
    assert isinstance(form, Cloze)
    assert form.text == "{{The son|Ahmad Shah|the son}} leads"


@pytest.mark.parametrize("quote", ["his son leads", "Ahmadi leads", "{{Ahmad}} | leads"])
def test_where_the_answer_is_not_in_the_quote_it_is_asked_as_it_is(quote: str) -> None:
    question = short(quote=quote)
    assert easier(question) is question


def test_an_answer_among_its_mistakes_makes_no_choice() -> None:
    form = easier(short(mistakes={"ahmad": "No.", "Karim": "No."}, quote="x"))
    assert form == short(mistakes={"ahmad": "No.", "Karim": "No."}, quote="x")


def test_numbers_and_dates_as_the_quote_writes_them() -> None:
    number = Number(**COMMON, answer="3180", unit="km", quote="runs for 3,180 kilometres")
    form = easier(number)
    assert isinstance(form, Cloze)
    assert form.text.startswith("runs for {{3,180|")
    assert form.grade(("3180",)).score == 1
    date = Date(**COMMON, answer="1960-09-19", quote="signed on 19 September 1960")
    form = easier(date)
    assert isinstance(form, Cloze)
    assert form.text.startswith("signed on {{19 September 1960|")


def test_a_list_has_its_items_as_options_or_as_blanks() -> None:
    items = (Item(answer="Ravi"), Item(answer="Beas"))
    question = ListQuestion(**COMMON, items=items, quote="the Beas and the Ravi")
    form = easier(question)
    assert isinstance(form, Cloze)
    assert form.text == "the {{Beas}} and the {{Ravi}}"
    form = easier(replace(question, mistakes=TWO))
    assert isinstance(form, Multiple)
    assert form.grade(("Ravi", "Beas")).score == 1


def test_a_blank_with_two_mistakes_gets_options() -> None:
    question = Cloze(**COMMON, text="He is {{Ahmad}}.", mistakes=TWO, quote="x")
    form = easier(question)
    assert isinstance(form, Choice)
    assert form.prompt == "Who?\n\nHe is ____."


@pytest.mark.parametrize("name", RIGHT)
def test_every_kind_has_a_form_that_can_be_answered(desk: Desk, name: str) -> None:
    question = desk.index.question(f"indus/{name}")
    assert question is not None
    form = easier(question)
    assert has_easier_form(question) is (form is not None)
    if name == "treaty-essay":
        assert form is None
        return
    assert form is not None
    assert isinstance(form, Question)
    answer = RIGHT[name] if form is question else form.key()
    assert form.grade(answer).score == 1
    assert not form.grade(("nonsense",)).score
