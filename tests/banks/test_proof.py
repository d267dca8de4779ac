from __future__ import annotations

from tests.banks.sample import SOURCE
from tui.banks.proof import Passage, passage

WRAPPED = """\
The first paragraph is
wrapped by hand, and
goes on.

The second one
is, too.
"""


def test_a_line_is_a_paragraph_where_lines_are_not_wrapped() -> None:
    assert passage(SOURCE, "Panjshir is a valley") == Passage(
        "",
        "Panjshir is a valley",
        ", northeast of Kabul. Its people say: it’s ours.",
    )


def test_the_source_is_shown_in_its_own_spelling() -> None:
    found = passage(SOURCE, 'the "Lion of  Panjshir."')
    assert found.before == "The NRF was led by Ahmed Shah Massoud, "
    assert found.quote == "the “Lion of Panjshir.”"
    assert found.after.startswith(" After his death, his son,")


def test_a_blank_line_parts_paragraphs_where_lines_are_wrapped() -> None:
    assert passage(WRAPPED, "wrapped by hand") == Passage(
        "The first paragraph is ", "wrapped by hand", ", and goes on."
    )
    assert passage(WRAPPED, "is, too.") == Passage("The second one ", "is, too.", "")


def test_a_quote_over_two_paragraphs_is_shown_in_both() -> None:
    assert passage(WRAPPED, "goes on. The second") == Passage(
        "The first paragraph is wrapped by hand, and ", "goes on. The second", " one is, too."
    )


def test_a_quote_that_is_not_there_is_shown_alone() -> None:
    assert passage(WRAPPED, "not  there") == Passage("", "not there", "")
    assert passage("", "not there") == Passage("", "not there", "")
