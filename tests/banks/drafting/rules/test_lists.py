from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.lists import find


def test_points_under_a_heading() -> None:
    candidate = only(
        find, "Its objectives\n- To coordinate the groups.\n- To find allies. Quickly.\n"
    )
    assert candidate.prompt == "Which two points does the text list under “Its objectives”?"
    assert candidate.answers() == ("To coordinate the groups", "To find allies")
    assert candidate.quotes == candidate.answers()


def test_numbered_points_after_a_colon() -> None:
    candidate = only(find, "Applicants must:\n\n1. hold a degree\n2. be under 35\n")
    assert candidate.prompt == "Which two points does the text list after “Applicants must”?"


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
