"""Numbers and dates are found in running text, however they are written."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tui.kinds.figures import dates_in, figures_shown, is_written, numbers_in
from tui.kinds.written_dates import iso_day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Rs 450 a day", 450),
        ("$1.9bn", 1_900_000_000),
        ("about 1.9 billion rupees", Fraction("1.9")),
        ("more than 1,900,000 men", 1_900_000),
        ("12 lakh of them", 1_200_000),
        ("twenty-one of thirty", 30),
        ("six hundred and five", 605),
        ("the third time", 3),
        ("between 100 and 150", 150),
        ("in 1990–95", 1990),
        ("two or three", 2),
        ("a dozen F16s", 16),
    ],
)
def test_a_number_is_found(text: str, number: Fraction) -> None:
    assert number in numbers_in(text)


@pytest.mark.parametrize(
    ("text", "number"), [("Rs 450", 540), ("1,450 men", 450), ("none of it", 1), ("", 0)]
)
def test_a_number_that_is_not_there_is_not_found(text: str, number: int) -> None:
    assert number not in numbers_in(text)


@pytest.mark.parametrize(
    ("key", "text", "has"),
    [
        ("2028-12", "by December 2027", False),
        ("2027-12", "by December 2027", True),
        ("1929-09-19", "on 9 September 1929, he left", False),
        ("1929-09-09", "on the ninth of September, 1929", True),
        ("1929-09-09", "September 9th, 1929", True),
        ("1929-03-21", "the twenty-first of March", True),
        ("2027-05-09", "before 9 May", True),
        ("2027-05", "he may go in 2027", False),
        ("2001-09-11", "since 9/11", True),
        ("2001-09-10", "since 9/11", False),
        ("2025-02-01", "on 1/2/2025", True),
        ("1995", "from 1990–95", True),
        ("1997", "in '97", True),
        ("2026", "on 3 June 2026", True),
        ("2026", "on 3 June", False),
        ("1929", "1,929 men", False),
    ],
)
def test_a_date_is_found_by_its_parts(key: str, text: str, has: bool) -> None:
    day = iso_day(key)
    assert day is not None
    assert dates_in(text).have(day) is has


def test_a_year_may_be_known_from_elsewhere() -> None:
    day = iso_day("2020-03")
    assert day is not None
    parts = dates_in("In March, five years after 2015")
    assert not parts.have(day)
    assert parts.have(day, frozenset({2020}))


def test_figures_are_shown_as_they_are_written() -> None:
    text = "Rs 450 and 1.9\n billion on 9 September 1929; 45 % in May, as in 2027."
    assert figures_shown(text, dates=False)[:3] == ("450", "1.9 billion", "9")
    assert figures_shown(text, dates=True) == ("9 September 1929", "May", "2027")


@pytest.mark.parametrize(
    ("figure", "quote", "written"),
    [
        ("450", "a household pays Rs 450 a month", True),
        ("450", "Rs 450.", True),
        ("450", "450, not 451", True),
        ("450", "Rs 1,450 a month", False),
        ("450", "Rs 450.5", False),
        ("450", "Rs 450,000", False),
        ("45", "Rs 450, then 45 more", True),
        ("5", "1.5 or 15 or 51 or 5th or K5", False),
        ("5", "", False),
        ("-5", "it fell to -5 degrees", True),
    ],
)
def test_a_figureis_written_where_it_is_no_part_of_another(
    figure: str, quote: str, written: bool
) -> None:
    assert is_written(figure, quote) is written
