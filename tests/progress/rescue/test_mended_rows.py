from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.progress.entries import NOON, logs, review
from tui.log import Entry, Review
from tui.progress.entries import COLUMNS, entry_of, row_of
from tui.progress.rescue.mended_rows import mended_entry, with_times
from tui.progress.rescue.salvage import KEYS
from tui.progress.rescue.salvaged import TableRow, entry_row

NAMES = COLUMNS.split(", ")
SAID = review("R1")
WHEN = "2025-11-20T08:00:00.000000Z"
LATER = "2025-11-21T08:00:00.000000Z"


def found(entry: Entry, **changed: str | float) -> TableRow:
    return {**dict(zip(NAMES, row_of(entry), strict=True)), **changed}


@given(logs(max_size=6))
def test_what_makes_sense_is_left_as_it_is(entries: list[Entry]) -> None:
    for entry in entries:
        row = row_of(entry)
        assert entry_row(found(entry)) == row
        mended = mended_entry(found(entry), UTC)
        assert mended is not None
        assert entry_of(mended) == entry


@pytest.mark.parametrize(
    ("changed", "as_it_was"),
    [
        ({"at": "2025-11-22T12:00:00.1234560"}, SAID),
        ({"at": "6025-11-22T12:00:00.123456Z"}, SAID),
        ({"day": "6025-11-22"}, SAID),
        ({"day": "9999-12-31"}, SAID),
        ({"day": "2025-1x-22"}, SAID),
        ({"seconds": float("inf")}, replace(SAID, seconds=0.0)),
        ({"key": "k\x11"}, replace(SAID, key="")),
        ({"answer": "[1,2]"}, replace(SAID, answer=("1", "2"))),
        ({"parts": '[["a",1,"right"]]'}, replace(SAID, parts=(("a", "1", "right"),))),
    ],
)
def test_what_the_rest_of_an_entry_tells_is_put_right(
    changed: dict[str, str | float], as_it_was: Review
) -> None:
    row = found(SAID, **changed)
    assert entry_row(row) is None or changed.keys() == {"key"}
    mended = mended_entry(row, UTC)
    assert mended is not None
    assert entry_of(mended) == as_it_was


def test_a_day_is_the_one_that_it_was_where_the_learner_lives() -> None:
    late = replace(SAID, at=NOON.replace(hour=22))
    mended = mended_entry(found(late, day="9999-12-31"), timezone(timedelta(hours=9)))
    assert mended is not None
    entry = entry_of(mended)
    assert isinstance(entry, Review)
    assert entry.day == date(2025, 11, 23)


@pytest.mark.parametrize("changed", [{"at": "x" * 27}, {"parts": "{"}, {"event": "answes"}])
def test_what_nothing_tells_is_no_entry(changed: dict[str, str]) -> None:
    assert mended_entry(found(SAID, **changed), UTC) is None


def tables(**rows: TableRow) -> dict[str, list[TableRow]]:
    return {name: [rows[name]] if name in rows else [] for name in KEYS}


@given(st.sampled_from(("xxx", "2025-13-01T00:00:00.000000Z", None, 7)))
def test_a_mark_that_lost_its_time_has_that_of_its_change(bad: str | int | None) -> None:
    flag: TableRow = {"question": "b/a", "at": bad, "note": ""}
    change: TableRow = {"what": "flag", "name": "b/a", "at": WHEN}
    made: TableRow = {"one": 1, "id": "D", "made_at": LATER}
    got = with_times(tables(flags=flag, changed=change, device=made), {}, NOON.isoformat())
    assert got["flags"] == [{**flag, "at": WHEN}]
    back = with_times(
        tables(flags={**flag, "at": WHEN}, changed={**change, "at": bad}, device=made), {}, LATER
    )
    assert back["changed"] == [change]
    assert with_times(tables(flags=flag, device=made), {}, WHEN)["flags"][0]["at"] == LATER


def test_a_device_that_lost_its_time_was_there_at_the_first_entry() -> None:
    device: TableRow = {"one": 1, "id": "D", "made_at": "xxx"}
    row = row_of(SAID)
    assert with_times(tables(device=device), {1: row}, LATER)["device"] == [
        {"one": 1, "id": "D", "made_at": row[2]}
    ]
