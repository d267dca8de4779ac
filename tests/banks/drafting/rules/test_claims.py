from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.claims import find


def test_according_to_somebody() -> None:
    candidate = only(find, "According to Jan Achakzai, support would bring three benefits to all.")
    assert candidate.answer == "Jan Achakzai"
    assert candidate.prompt == (
        "According to the text, who says this? “support would bring three benefits to all”"
    )


def test_a_body_that_stated_something_is_accepted_by_its_abbreviation() -> None:
    text = (
        "The International Crisis Group (ICG) stated in its report that the front is the largest."
    )
    candidate = only(find, text)
    assert (candidate.answer, candidate.accept) == ("International Crisis Group", ("ICG",))


def test_at_the_end_of_a_sentence() -> None:
    candidate = only(find, "The river will rise again on Friday, according to Salman Shah.")
    assert candidate.answer == "Salman Shah"


@pytest.mark.parametrize(
    "text",
    [
        "He said that the river would rise again.",
        "Officials warned that the river would rise again.",
        "According to him, the river would rise again.",
        "The river rises again, and that is all.",
    ],
)
def test_nobody_in_particular_is_left_alone(text: str) -> None:
    assert answers(find, text) == []
