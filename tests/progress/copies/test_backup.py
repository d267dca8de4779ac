from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.progress.entries import review
from tests.progress.files import as_learner, contents, fill, open_at
from tui.progress import log
from tui.progress.copies.backup import back_up, is_sound
from tui.progress.errors import ProgressError


def test_a_copy_holds_what_is_committed_even_while_the_file_is_in_use(path: Path) -> None:
    copy = path.with_name("copy.db")
    with open_at(path) as db:
        fill(db, [review("R1")])
        with db.transaction():
            log.append(db, review("R2"))
            back_up(path, copy)
    assert set(contents(path.parent)) == {"progress.db", "copy.db"}
    # One file in itself: it can be read where nothing may be written beside it.
    assert copy.read_bytes()[18:20] == b"\x01\x01"
    with open_at(copy) as db:
        assert [entry.id for entry in log.entries(db)] == ["R1"]


def test_a_newer_copy_takes_the_place_of_an_older_one(path: Path) -> None:
    copy = path.with_name("copy.db")
    open_at(path).close()
    copy.write_bytes(b"older")
    back_up(path, copy)
    assert is_sound(copy)


def test_what_a_killed_backup_has_left_is_no_hindrance(path: Path) -> None:
    open_at(path).close()
    left = path.with_name("copy.db.0123abcd.partial")
    left.write_bytes(b"half of it")
    os.utime(left, (0, 0))
    back_up(path, path.with_name("copy.db"))
    assert set(contents(path.parent)) == {"progress.db", "copy.db"}


def test_a_damaged_file_does_not_replace_a_sound_copy(path: Path) -> None:
    copy = path.with_name("copy.db")
    with open_at(path) as db:
        fill(db, [review(f"R{n}") for n in range(300)])
    back_up(path, copy)
    sound = copy.read_bytes()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + b"\xff" * (len(content) - len(content) // 2))
    assert not is_sound(path)
    with pytest.raises(ProgressError, match="damaged"):
        back_up(path, copy)
    assert copy.read_bytes() == sound
    assert set(contents(path.parent)) == {"progress.db", "copy.db"}


def test_what_is_no_database_is_not_sound(path: Path) -> None:
    path.write_bytes(b"no database " * 1000)
    assert not is_sound(path)


def test_what_can_t_be_written_is_the_copy_and_not_the_file(path: Path) -> None:
    open_at(path).close()
    folder = path.parent / "closed"
    folder.mkdir()
    for each in [path.parent, *path.parent.parents]:
        if each == Path("/tmp"):
            break
        each.chmod(0o777)
    path.chmod(0o666)
    folder.chmod(0o555)

    def told() -> str:
        try:
            back_up(path, folder / "copy.db")
        except ProgressError as error:
            return str(error)
        return "nothing"

    said = as_learner(told)
    assert said.startswith(f"The backup {folder / 'copy.db'} can't be written")
    assert f"let yourself write to {folder}" in said
