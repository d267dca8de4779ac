from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.characters import FORBIDDEN, name, one_line, visible


@pytest.mark.parametrize(
    "text", ["Zoë’s “naïve” plan – 50 %", "علم کا شہر", "क्षि", "می‌خواهم", "a\tb\nc"]
)
def test_writing_of_any_script_is_allowed(text: str) -> None:
    assert visible(text) == text


@given(st.characters())
def test_no_control_character_is_let_through(character: str) -> None:
    if unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\n\r":
        assert FORBIDDEN.search(character)


def test_characters_have_names() -> None:
    assert name("\x1b") == "U+001B ESCAPE"
    assert name("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert name("\x01") == "U+0001"


def test_a_long_text_is_cut_for_messages() -> None:
    assert one_line("one\n two") == "one two"
    assert one_line("x" * 100, 10) == "x" * 9 + "…"
