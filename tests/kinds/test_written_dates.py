from __future__ import annotations

import pytest

from tui.kinds.written_dates import Day, as_iso, iso_day, month_named, read_dates

ELEVENTH = Day(2001, 9, 11)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021", Day(2021)),
        ("in 2021", Day(2021)),
        ("the year 2021.", Day(2021)),
        ("September 2025", Day(2025, 9)),
        ("Sep 2025", Day(2025, 9)),
        ("sept. 2025", Day(2025, 9)),
        ("September, 2025", Day(2025, 9)),
        ("2025 September", Day(2025, 9)),
        ("in the month of September 2025", Day(2025, 9)),
        ("Septmber 2025", Day(2025, 9)),
        ("Febuary 2025", Day(2025, 2)),
        ("9/2025", Day(2025, 9)),
        ("09-2025", Day(2025, 9)),
        ("2025-09", Day(2025, 9)),
        ("2025/9", Day(2025, 9)),
        ("11 Sept 2001", ELEVENTH),
        ("11th September, 2001", ELEVENTH),
        ("the 11th of September 2001", ELEVENTH),
        ("September 11, 2001", ELEVENTH),
        ("Sept 11th 2001", ELEVENTH),
        ("Tuesday, 11 September 2001", ELEVENTH),
        ("11-Sep-2001", ELEVENTH),
        ("2001-09-11", ELEVENTH),
        ("2001/9/11", ELEVENTH),
        ("11/09/2001", ELEVENTH),
        ("11.9.2001", ELEVENTH),
        ("11 9 2001", ELEVENTH),
        ("۱۱/۰۹/۲۰۰۱", ELEVENTH),
        ("9/11", ELEVENTH),
        ("nine-eleven", ELEVENTH),
        ("11 September", Day(None, 9, 11)),
        ("September", Day(None, 9)),
    ],
)
def test_dates_are_read(text: str, day: Day) -> None:
    first = read_dates(text)[0]
    assert (first.day, first.doubtful) == (day, False)


def test_a_numeric_date_has_the_day_first() -> None:
    day_first, month_first = read_dates("09/11/2001")
    assert (day_first.day, day_first.doubtful) == (Day(2001, 11, 9), False)
    assert (month_first.day, month_first.doubtful) == (ELEVENTH, True)
    (only,) = read_dates("9/13/2001")
    assert (only.day, only.doubtful) == (Day(2001, 9, 13), False)
    assert len(read_dates("9/9/2001")) == 1


@pytest.mark.parametrize(
    "text", ["early 2021", "late September 2021", "about 2021", "11/9/21", "፩ 2021"]
)
def test_what_is_passed_over_makes_a_date_doubtful(text: str) -> None:
    (first, *_) = read_dates(text)
    assert first.doubtful
    assert first.day.year == 2021


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "25",
        "2024-2025",
        "2024-25",
        "2001 or 2021",
        "not 2021",
        "before 2021",
        "after September 2021",
        "2021 BC",
        "31 February 2021",
        "29/02/2021",
        "13/2021",
        "September October 2021",
        "12 13 September 2021",
        "20211",
    ],
)
def test_what_is_no_date_or_several_is_refused(text: str) -> None:
    assert read_dates(text) == ()


def test_iso_days() -> None:
    assert iso_day("2021") == Day(2021)
    assert iso_day("2025-09") == Day(2025, 9)
    assert iso_day("2024-02-29") == Day(2024, 2, 29)
    for text in ("2023-02-29", "2025-13", "0000", "25-09", "2025-9", "September 2025", ""):
        assert iso_day(text) is None


def test_a_date_is_written_as_a_bank_writes_it() -> None:
    assert as_iso("4 May 1871") == "1871-05-04"
    assert as_iso("Sept 2025") == "2025-09"
    assert as_iso("in 2021") == "2021"
    assert as_iso("31/12/2026") == "2026-12-31"
    for text in ("soon", "2023-02-29", "14 August", "1/2/26"):
        assert as_iso(text) == ""


def test_months() -> None:
    assert [month_named(word) for word in ("may", "jun", "july", "octobre", "march")] == [
        5,
        6,
        7,
        10,
        3,
    ]
    for word in ("ju", "juni", "mar.", "moon", "ember"):
        assert month_named(word) is None


def test_agreement_of_days() -> None:
    month = Day(2001, 9)
    assert ELEVENTH.covers(month)
    assert not month.covers(ELEVENTH)
    assert month.agrees(ELEVENTH)
    assert not month.agrees(Day(2001, 10))
    assert [str(day) for day in (ELEVENTH, month, Day(2001))] == [
        "11 September 2001",
        "September 2001",
        "2001",
    ]
