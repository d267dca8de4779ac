from __future__ import annotations

from datetime import date, timedelta

import pytest

from tui.app.words import about_minutes, count, letter, long_date, minutes, percent, when

TODAY = date(2025, 11, 22)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "tomorrow"),
        (12, "in 12 days, 4 Dec"),
        (40, "in 40 days, 1 Jan 2026"),
    ],
)
def test_when(days: int, words: str) -> None:
    assert when(TODAY + timedelta(days), TODAY) == words


def test_count() -> None:
    assert [count(n, "answer") for n in (0, 1, 2)] == ["0 answers", "1 answer", "2 answers"]
    assert count(2, "query", "queries") == "2 queries"


def test_percent() -> None:
    assert percent(0.412) == "41 %"
    assert percent(None) == "–"


def test_minutes() -> None:
    assert [minutes(s) for s in (0, 5, 89, 91)] == [0, 1, 1, 2]
    assert about_minutes(0) == "about 1 minute"


def test_long_date() -> None:
    assert long_date(TODAY) == "Sat 22 Nov 2025"


def test_letters_go_on_with_digits() -> None:
    assert (letter(0), letter(25), letter(26), letter(40)) == ("a", "z", "1", " ")
