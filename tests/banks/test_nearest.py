from __future__ import annotations

import time

import pytest

from tests.banks.sample import SOURCE
from tui.banks.folding import FoldedText
from tui.banks.nearest import Near, WordIndex

SON = "his son, Ahmed Massoud, is leading the NRF"


@pytest.mark.parametrize(
    ("quote", "near"),
    [
        ("his son, Ahmad Massoud, is leading the NRF", Near(SON, 2, "Ahmad", "Ahmed")),
        ("his son, Massoud, is leading the NRF", Near(SON, 2, "", "Ahmed")),
        ("his son, Ahmed Massoud, is now leading the NRF", Near(SON, 2, "now", "")),
        ("his son Ahmed Massoud is leading the NRF", Near(SON, 2, "", "")),
        ("HIS son, Ahmed Massoud, is leading the NRF", Near(SON, 2, "HIS", "his")),
        ("Panjshir, a valley northeast", Near("Panjshir is a valley, northeast", 3, "", "is")),
    ],
)
def test_the_passage_that_was_meant_is_shown_with_its_line(quote: str, near: Near) -> None:
    assert WordIndex(FoldedText(SOURCE)).nearest(quote) == near


@pytest.mark.parametrize("quote", ["Nothing like this anywhere", "…", ""])
def test_where_nothing_is_alike_nothing_is_shown(quote: str) -> None:
    assert WordIndex(FoldedText(SOURCE)).nearest(quote) is None


def test_an_empty_source_is_like_nothing() -> None:
    assert WordIndex(FoldedText("")).nearest("a quote") is None


def test_it_is_quick_in_a_long_source() -> None:
    index = WordIndex(FoldedText(SOURCE * 2000))
    began = time.perf_counter()
    assert index.nearest("his son, Ahmad Massoud, is leading the NRF") is not None
    assert time.perf_counter() - began < 0.5


def test_words_that_differ_are_shown_with_the_signs_between_them() -> None:
    source = FoldedText("The trust has helped 65,000 families since it began.")
    near = WordIndex(source).nearest("The trust has helped 65000 families")
    assert near is not None
    assert (near.in_quote, near.in_source) == ("65000", "65,000")
