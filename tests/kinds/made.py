"""Questions for the tests of the kinds, made with as little as a test needs to say."""

from __future__ import annotations

from typing import Any

from tui.kinds.choice import Choice
from tui.kinds.cloze import Cloze
from tui.kinds.date import Date
from tui.kinds.list import Item, ListQuestion
from tui.kinds.match import Match
from tui.kinds.multiple import Multiple
from tui.kinds.number import Number
from tui.kinds.order import Order
from tui.kinds.outline import Outline, Point
from tui.kinds.short import Short
from tui.kinds.truefalse import TrueFalse

COMMON: dict[str, Any] = {"id": "q", "topic": "t", "quote": "q"}


def with_prompt(more: dict[str, Any]) -> dict[str, Any]:
    return {**COMMON, "prompt": "What does the article say?", **more}


def choice(answer: str, **more: Any) -> Choice:
    return Choice(answer=answer, **with_prompt(more))


def multiple(*answers: str, **more: Any) -> Multiple:
    return Multiple(answers=answers, **with_prompt(more))


def truefalse(answer: bool, **more: Any) -> TrueFalse:
    return TrueFalse(answer=answer, **with_prompt(more))


def short(answer: str, *wrong: str, **more: Any) -> Short:
    """`wrong` are mistakes whose reason does not matter to the test."""
    mistakes = {text: f"Why {text} is wrong." for text in wrong} | more.pop("mistakes", {})
    return Short(answer=answer, mistakes=mistakes, **with_prompt(more))


def cloze(text: str, **more: Any) -> Cloze:
    return Cloze(text=text, **with_prompt(more))


def listing(*items: Item | str, **more: Any) -> ListQuestion:
    made = tuple(item if isinstance(item, Item) else Item(answer=item) for item in items)
    return ListQuestion(items=made, **with_prompt(more))


def order(*items: str, **more: Any) -> Order:
    return Order(items=items, **with_prompt(more))


def match(pairs: dict[str, str], **more: Any) -> Match:
    return Match(pairs=pairs, **with_prompt(more))


def number(answer: str, **more: Any) -> Number:
    return Number(answer=answer, **with_prompt(more))


def date(answer: str, **more: Any) -> Date:
    return Date(answer=answer, **with_prompt(more))


def outline(*points: Point, **more: Any) -> Outline:
    return Outline(rubric=points, **with_prompt(more))
