from __future__ import annotations

from fractions import Fraction

import pytest

from tui.kinds.written_numbers import Quantity, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("600", 600),
        ("1,200", 1200),
        ("12,792", 12792),
        ("1 200", 1200),
        ("1\u00a0200", 1200),
        ("1,20,000", 120_000),
        ("1'200", 1200),
        ("1,234,567.5", Fraction("1234567.5")),
        ("1.200.000", 1_200_000),
        ("2.77", Fraction("2.77")),
        ("2,77", Fraction("2.77")),
        (".5", Fraction(1, 2)),
        ("-5", -5),
        ("−5", -5),
        ("minus 5", -5),
        ("minus five", -5),
        ("۶۰۰", 600),
        ("٦٠٠", 600),
        ("۲٫۷۷", Fraction("2.77")),
        ("½", Fraction(1, 2)),
        ("2/3", Fraction(2, 3)),
        ("six hundred", 600),
        ("Six Hundreds", 600),
        ("six hundred and one", 601),
        ("twenty-one", 21),
        ("a hundred", 100),
        ("one thousand two hundred", 1200),
        ("twelve thousand seven hundred and ninety-two", 12792),
        ("two hundred thousand", 200_000),
        ("five lakh", 500_000),
        ("5 lakhs", 500_000),
        ("1 crore 20 lakh", 12_000_000),
        ("1.5 million", 1_500_000),
        ("2 million five hundred thousand", 2_500_000),
        ("600k", 600_000),
        ("3 bn", 3_000_000_000),
        ("zero", 0),
    ],
)
def test_numbers_are_read(text: str, value: Fraction | int) -> None:
    assert read_number(text) == Quantity(Fraction(value), "", ())


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 600", "more"),
        ("over 600", "more"),
        ("at least 600", "more"),
        ("no less than 600", "more"),
        ("> 600", "more"),
        ("600+", "more"),
        ("600 or more", "more"),
        ("less than 600", "less"),
        ("fewer than six hundred", "less"),
        ("up to 600", "less"),
        ("about 600", ""),
        ("~600", ""),
        ("nearly 600", ""),
        ("exactly 600", ""),
    ],
)
def test_bounds_are_told_apart(text: str, bound: str) -> None:
    assert read_number(text) == Quantity(Fraction(600), bound, ())


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("600 fighters", ("fighter",)),
        ("2.77 %", ("percent",)),
        ("2.77 per cent", ("percent",)),
        ("$ 5", ("dollar",)),
        ("Rs. 500", ("rs",)),
        ("more than 600 of the Taliban", ("taliban",)),
        ("the NRF took 600", ("nrf", "took")),
        ("5 km2", ("km2",)),
        ("not 5", ("not",)),
    ],
)
def test_the_words_beside_a_number_are_kept(text: str, unit: tuple[str, ...]) -> None:
    found = read_number(text)
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "600 or 700",
        "600-700",
        "600 to 700",
        "3 5",
        "1,2,3",
        "1..2",
        "five six",
        "hundred thousand million",
        "two and two",
        "2/0",
        "9" * 5000,
    ],
)
def test_what_is_not_one_number_is_refused(text: str) -> None:
    assert read_number(text) is None


def test_a_slip_in_a_number_word_is_read_and_told() -> None:
    for text in ("six hunderd", "six hundrd"):
        found = read_number(text)
        assert found is not None
        assert (found.value, found.misspelt) == (Fraction(600), True)
    assert read_number("there were six") == Quantity(Fraction(6), "", ("there", "were"))
