from __future__ import annotations

from pathlib import Path

import pytest

from tests.progress.entries import review
from tests.progress.files import fill, open_at
from tests.progress.leftover import flip
from tui.progress.rescue.filling import filled, ids_in, older_in
from tui.progress.rescue.salvage import salvage


def made(path: Path, count: int = 200) -> Path:
    with open_at(path) as db:
        fill(db, [review(f"R{n:03}") for n in range(count)])
    return path


def test_all_that_a_backup_has_is_taken_but_what_was_put_away(path: Path) -> None:
    backup = made(path.with_name("backup.db"))
    made(path, 3)
    older = older_in(backup)
    assert older is not None
    more = filled(salvage(path), older, put_away={"R100"})
    assert more.entries == 196
    assert more.salvaged.ids == ids_in(backup) - {"R100"}


def test_only_what_is_lost_is_taken(path: Path) -> None:
    backup = made(path.with_name("backup.db"))
    # One entry is no entry any more; its index names it.
    flip(path, made(path, 100).read_bytes().index(b"R050answer") + 5)
    found = salvage(path)
    assert [each.id for each in found.lost] == ["R050"]
    older = older_in(backup)
    assert older is not None
    more = filled(found, older, only_lost=True)
    assert more.entries == 1
    assert more.salvaged.lost == ()
    assert more.salvaged.ids == {f"R{n:03}" for n in range(100)}


@pytest.mark.parametrize("content", [b"", b"no database " * 400])
def test_what_is_no_database_gives_nothing(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert ids_in(path) == set()
    assert older_in(path) is None or not content
