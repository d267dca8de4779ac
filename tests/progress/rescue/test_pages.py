from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.progress.entries import logs, review
from tests.progress.files import fill, new_database, open_at
from tui.log import Entry
from tui.progress import log
from tui.progress.entries import entry_of
from tui.progress.guards.wal import USUAL_SIZE
from tui.progress.rescue.pages import Misread, Pages, page_size, record, varint
from tui.progress.rescue.salvage import salvage
from tui.progress.rescue.salvaged import entry_row
from tui.progress.rescue.shapes import log_row


def on_pages(path: Path) -> dict[str, Entry]:
    pages = Pages(path, USUAL_SIZE)
    found = {}
    for place in range(1, len(pages) + 1):
        for row in pages.rows_on(place):
            read = log_row(row)
            values = None if read is None else entry_row(read)
            if values is not None:
                found[values[1]] = entry_of(values)
    return found


@settings(max_examples=30, deadline=None)
@given(logs())
def test_the_log_is_read_from_pages_as_sqlite_reads_it(entries: list[Entry]) -> None:
    with new_database() as db:
        fill(db, entries)
        # Some of it lies in the write-ahead log alone.
        assert on_pages(db.path) == {entry.id: entry for entry in log.entries(db)}


@pytest.mark.parametrize("length", [0, 100, 4000, 4060, 4100, 9000, 70_000])
def test_long_answers_go_on_on_other_pages(path: Path, length: int) -> None:
    long = replace(review("R1"), answer=("a" * length,))
    with open_at(path) as db:
        fill(db, [long, review("R2")])
    assert on_pages(path) == {"R1": long, "R2": review("R2")}


def test_a_size_of_pages_that_cannot_be_is_the_usual_one(path: Path) -> None:
    open_at(path).close()
    assert page_size(path) == USUAL_SIZE
    content = bytearray(path.read_bytes())
    content[16:18] = b"\x12\x34"
    path.write_bytes(content)
    assert page_size(path) == USUAL_SIZE


@given(st.binary(max_size=80))
def test_bytes_that_are_no_record_are_refused_or_read_to_their_end(data: bytes) -> None:
    try:
        values = record(data)
    except (Misread, IndexError, ValueError):
        return
    assert len(values) < len(data)


def test_integers_of_variable_length() -> None:
    assert varint(b"\x81\x00", 0) == (128, 2)
    assert varint(b"\xff" * 9, 0) == (-1, 9)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3 * USUAL_SIZE))
def test_whatever_a_file_holds_salvaging_ends(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.db")
        path.write_bytes(data)
        assert salvage(path).log == {}
