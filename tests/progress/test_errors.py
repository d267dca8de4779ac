from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.progress.files import open_at
from tui.progress.copies.backup import complaints
from tui.progress.copies.raw_copy import unreadable
from tui.progress.errors import (
    NOT_RECORDED,
    DamagedError,
    NoRoomError,
    explaining,
    not_recorded,
)


def test_a_letter_of_the_schema_that_is_no_text_is_told_in_words(path: Path) -> None:
    """SQLite's own message may hold it, and Python can't read that."""
    open_at(path).close()
    content = bytearray(path.read_bytes())
    content[content.index(b"memories_by_due_daymemories")] |= 0x80
    path.write_bytes(content)
    assert complaints(path, 1) == ["a name in it is no text"]
    with pytest.raises(DamagedError, match="is damaged"):
        open_at(path)


def test_text_that_is_no_utf_8_is_damage(path: Path) -> None:
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(DamagedError, match="damaged"),
        explaining(path),
    ):
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()
    with pytest.raises(DamagedError), explaining(path):
        b"\xff".decode()


def test_no_room_for_a_copy_is_not_told_as_a_file_that_can_t_be_read(path: Path) -> None:
    for code in (errno.ENOSPC, errno.EDQUOT):
        fault = unreadable(path, OSError(code, "full"))
        assert isinstance(fault, NoRoomError)
        assert "no room left" in fault.message
    assert "can't be read" in unreadable(path, OSError(errno.EACCES, "denied")).message


def test_what_is_not_recorded_is_said_last_and_the_sort_of_error_stays() -> None:
    with pytest.raises(NoRoomError) as told, not_recorded():
        raise NoRoomError("Full.", "Make room.")
    assert told.value.advice == f"Make room. {NOT_RECORDED}"
