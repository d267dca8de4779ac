from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tui.app.lines import ends, hanging, shortened, text


def plain(lines: list[Content]) -> list[str]:
    return [line.plain for line in lines]


def test_other_lines_stand_under_the_first_ones_text() -> None:
    assert plain(hanging(text("one two three four"), 12, "a  ")) == [
        "a  one two",
        "   three",
        "   four",
    ]


def test_a_bar_goes_on() -> None:
    assert plain(hanging(text("one two three"), 9, "| ", "| ")) == ["| one two", "| three"]


def test_markup_is_text() -> None:
    assert text("[b]x[/b]\x1b", "bold").plain == "[b]x[/b]␛"


def test_shortening_keeps_words_whole() -> None:
    assert shortened(Content("Leaders of the NRF"), 18).plain == "Leaders of the NRF"
    assert shortened(Content("Leaders of the NRF"), 17).plain == "Leaders of the …"
    assert shortened(Content("Incomprehensibilities"), 8).plain == "Incompr…"


def test_the_first_left_end_that_fits() -> None:
    lefts = [Content("The topic · short answer"), Content("The topic")]
    assert ends(lefts, Content("7 of 9"), 32).plain == "The topic · short answer  7 of 9"
    assert ends(lefts, Content("7 of 9"), 30).plain == "The topic               7 of 9"
    assert ends(lefts, Content("7 of 9"), 15).plain == "The …    7 of 9"
    assert ends(lefts, Content("7 of 9"), 10).plain == "The topic"


@given(st.text("ab ", max_size=60), st.integers(1, 40))
def test_shortened_fits(words: str, width: int) -> None:
    assert shortened(Content(words), width).cell_length <= width


@given(st.text("ab []", max_size=90), st.integers(12, 60))
def test_hanging_lines_fit_and_lose_nothing(words: str, width: int) -> None:
    lines = hanging(text(words), width, "x  ")
    assert all(line.cell_length <= width for line in lines)
    assert "".join("".join(plain(lines)).split()) == "x" + "".join(words.split())
