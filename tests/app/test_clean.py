from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.app.clean import clean, clean_line


def test_markup_stays_as_typed() -> None:
    assert clean("[bold]x[/] [@click=app.quit]y[/]") == "[bold]x[/] [@click=app.quit]y[/]"


def test_control_characters_become_visible() -> None:
    assert clean("a\x1b[2Jb\x07\x00\x7f\x9b") == "a␛[2Jb␇␀␡�"


def test_overrides_and_surrogates_are_replaced() -> None:
    assert clean("a\u202eb\u2066c\ud800") == "a�b�c�"


def test_line_feeds_stay_tabs_become_spaces() -> None:
    assert clean("a\tb\nc") == "a b\nc"


def test_a_line_is_one_line() -> None:
    assert clean_line(" a \n b\tc\x1b ") == "a b c␛"


@given(st.text())
def test_nothing_but_line_feeds_is_unprintable(text: str) -> None:
    assert all(c == "\n" or (ord(c) >= 0x20 and not 0x7F <= ord(c) < 0xA0) for c in clean(text))


@given(st.text())
def test_clean_text_is_left_alone(text: str) -> None:
    assert clean(clean(text)) == clean(text)
