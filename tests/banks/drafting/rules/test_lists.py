from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, found, only
from tui.banks.drafting.rules.lists import find


def test_points_under_a_heading() -> None:
    candidate = only(
        find, "Its objectives\n- To coordinate the groups.\n- To find allies. Quickly.\n"
    )
    assert (
        candidate.prompt == "According to the text, which two points stand under “Its objectives”?"
    )
    assert candidate.answers() == ("To coordinate the groups", "To find allies")
    assert candidate.quotes == candidate.answers()


def test_numbered_points_after_a_colon() -> None:
    candidate = only(find, "Applicants must:\n\n1. hold a degree\n2. be under 35\n")
    assert (
        candidate.prompt == "According to the text, which two points stand after “Applicants must”?"
    )


@pytest.mark.parametrize(
    "text",
    [
        "A heading\n- One point alone.\n",
        "- No heading.\n- At all.\n",
        "Facts\n- Venue: Town Hall\n- Fee: none\n",
        "Peaks\n- K2\n  - its face\n  - its ridge\n- Broad Peak\n",
        "Many\n" + "".join(f"- point {n}\n" for n in range(7)),
    ],
)
def test_other_lists_are_left_alone(text: str) -> None:
    assert answers(find, text) == []


SECTIONS = """\
1. Who may apply

Citizens may apply.

2. Documents

Send these, in this order:
1. the form
2. a copy of the card
3. a letter

{number}. Selection

A written test counts.
"""


@pytest.mark.parametrize("number", [3, 4, 7])
def test_a_numbered_heading_after_a_list_is_no_point_of_it(number: int) -> None:
    assert answers(find, SECTIONS.format(number=number)) == [
        ("the form", "a copy of the card", "a letter")
    ]


def test_points_in_an_order_are_asked_in_it() -> None:
    candidate = only(find, SECTIONS.format(number=3))
    assert candidate.kind == "order"
    assert candidate.prompt == (
        "According to the text, in which order do these stand after “Send these, in this order”?"
    )


def test_numbers_that_begin_anew_begin_another_list() -> None:
    text = "The aims\n1. find allies\n2. win\n1. hold on\n2. stay\n"
    assert [each.answers() for each in found(find, text)] == [
        ("find allies", "win"),
        ("hold on", "stay"),
    ]


def test_points_with_lines_between_them_are_one_list() -> None:
    text = "The aims\n\n1. find allies\n\n2. win the war\n\n3. stay\n\nThe end is near.\n"
    assert answers(find, text) == [("find allies", "win the war", "stay")]
