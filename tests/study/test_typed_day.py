from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.study.errors import StudyError
from tui.study.typed_day import typed_day


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-10",
        "10 feb 2027",
        "10 Feb 2027",
        " 10  February 2027 ",
        "10/2/2027",
        "Feb 10, 2027",
    ],
)
def test_days_as_people_write_them(text: str) -> None:
    assert typed_day(text) == date(2027, 2, 10)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_iso_day(day: date) -> None:
    assert typed_day(day.isoformat()) == day


@pytest.mark.parametrize("text", ["", "  ", "none", "None"])
def test_nothing_takes_it_back(text: str) -> None:
    assert typed_day(text) is None


@pytest.mark.parametrize(
    "text", ["soon", "2027", "feb 2027", "10 feb", "30 feb 2027", "2027-13-01", "in 80 days"]
)
def test_what_names_no_day_is_told(text: str) -> None:
    with pytest.raises(StudyError, match=text) as caught:
        typed_day(text)
    assert "10 Feb 2027" in caught.value.advice
