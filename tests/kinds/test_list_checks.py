from __future__ import annotations

import pytest

from tests.kinds.made import listing
from tui.kinds.list import Item, ListQuestion

LINE = Item(
    answer="Recognition of the Durand Line", keywords=(("durand",), ("recogni*", "accept*"))
)
RIGHTS = Item(answer="Recognition as a supporter of human rights")


def codes(question: ListQuestion) -> list[tuple[tuple[str | int, ...], str]]:
    problems = list(question.problems())
    assert all(p.message and p.help.endswith((".", ",")) for p in problems)
    return [(p.path, p.code) for p in problems]


def test_a_good_list_has_no_problems() -> None:
    assert codes(listing(LINE, RIGHTS, mistakes={"A backup": "Another camp's."})) == []


SAME_RIGHTS = "recognition as a supporter of Human Rights!"
ITEM = ("items", 1)


def line(*keywords: str) -> Item:
    return Item(answer="Recognition of the Durand Line", keywords=(keywords,))


@pytest.mark.parametrize(
    ("question", "path", "code"),
    [
        (listing(RIGHTS, SAME_RIGHTS), (*ITEM, "answer"), "duplicate-item"),
        (
            listing("NRF", "AFF", mistakes={"AFF": "No."}),
            ("mistakes", "AFF"),
            "answer-among-mistakes",
        ),
        (
            listing("NRF", "AFF", mistakes={"TTP": ""}),
            ("mistakes", "TTP"),
            "mistake-without-reason",
        ),
        (
            listing("NRF", Item(answer="AFF", accept=("TTP",)), mistakes={"TTP": "No."}),
            (*ITEM, "accept", 0),
            "accept-among-mistakes",
        ),
        (
            listing("NRF", Item(answer="AFF", accept=("National Resistance Front",))),
            (*ITEM, "accept", 0),
            "accept-of-two-items",
        ),
        (listing(RIGHTS, line("border")), (*ITEM, "keywords"), "keywords-miss-answer"),
        (listing(RIGHTS, line("recogni*")), (*ITEM, "keywords"), "keywords-match-another-item"),
        (
            listing(RIGHTS, LINE, mistakes={"Recognition of Durand as a writer": "No."}),
            (*ITEM, "keywords"),
            "keywords-match-mistake",
        ),
        (listing(RIGHTS, line("durand", "d*")), (*ITEM, "keywords", 0, 1), "bad-keyword"),
        (listing(RIGHTS, line("durand", "d*rand")), (*ITEM, "keywords", 0, 1), "bad-keyword"),
    ],
)
def test_problems(question: ListQuestion, path: tuple[str | int, ...], code: str) -> None:
    assert codes(question) == [(path, code)]


def test_a_wording_shared_by_two_items_is_told_once() -> None:
    question = listing(Item(answer="NRF", accept=("front",)), Item(answer="AFF", accept=("Front",)))
    assert codes(question) == [(("items", 1, "accept", 0), "accept-of-two-items")]
