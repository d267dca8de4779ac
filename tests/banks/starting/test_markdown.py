from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.starting.markdown import plain_text


@pytest.mark.parametrize(
    ("markdown", "wanted"),
    [
        ("**K2** stands in the\n[Karakoram](http://a.b/c_(d)).", "K2 stands in the Karakoram."),
        ("# A *heading*?\n\nText `code` &amp; \\*star\\*.", "# A heading?\n\nText code & *star*."),
        ("- one\n- **two**: more\n", "- one\n- two: more"),
        ("3. one\n4. two\n   goes on\n", "3. one\n4. two goes on"),
        ("- one\n  - inner\n- two\n", "- one\n  - inner\n- two"),
        ("> A quotation.\n", "A quotation."),
        ("![a picture](a.png)\n\n<!-- hidden -->\n\nText.<br>More.", "Text.More."),
        ("| a | b |\n|---|---|\n| c | d |\n", "a | b\n\nc | d"),
        ("Title\n=====\n\nText.", "# Title\n\nText."),
        ("    code\n\nText.", "code\n\nText."),
        ("One.\n\n***\n\nTwo.", "One.\n\nTwo."),
        ("- one\n\n  more of one\n\nAfter.", "- one\n  more of one\n\nAfter."),
    ],
)
def test_what_a_reader_sees_is_left(markdown: str, wanted: str) -> None:
    assert plain_text(markdown).text == wanted + "\n"


def test_front_matter_says_who_wrote_it() -> None:
    plain = plain_text('---\ntitle: "A title"\nauthor: B. C.\ntags:\n  - x\n---\n\nText.\n')
    assert plain.text == "Text.\n"
    assert plain.front == {"title": "A title", "author": "B. C."}


def test_a_line_is_no_front_matter() -> None:
    assert plain_text("---\n\nText.\n").text == "Text.\n"


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    assert plain_text(text).text.endswith("\n")
