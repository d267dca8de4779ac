from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.progress.entries import review
from tests.progress.files import fill, killed_when_ready, open_at
from tests.progress.leftover import (
    FRAME,
    flip,
    frame,
    left_after,
    left_by_a_kill,
    log_of,
    taken_in,
)
from tests.progress.test_durability import KILLED_IN_MID_TRANSACTION
from tui.log import Entry
from tui.progress.database import Database
from tui.progress.guards.wal import HEADER, damage_in_log, promised_beside, read

ENTRIES: list[Entry] = [review(f"R{n}") for n in range(8)]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return left_by_a_kill(tmp_path_factory.mktemp("wal") / "progress.db", ENTRIES, with_index=True)


@pytest.fixture
def copied(left: Path, tmp_path: Path) -> Path:
    """A copy of it, with what was noted beside its log."""
    shutil.copytree(left.parent, tmp_path / "copy")
    return tmp_path / "copy" / left.name


def without_index(path: Path) -> Path:
    path.with_name(f"{path.name}-shm").unlink()
    return path


def test_what_a_kill_leaves_is_whole(copied: Path) -> None:
    found = read(log_of(copied).read_bytes())
    assert found.has_header
    assert all(each.is_sound for each in found.frames)
    promised = promised_beside(copied)
    assert promised is not None
    assert found.accepted == promised.frames == len(found.frames)
    assert damage_in_log(copied) == ""
    assert taken_in(without_index(copied)) == found.accepted


def test_without_a_log_nothing_is_damaged(path: Path) -> None:
    assert damage_in_log(path) == ""
    open_at(path).close()
    assert damage_in_log(path) == ""
    log_of(path).touch()
    assert damage_in_log(path) == ""
    log_of(path).write_bytes(b"\0" * 3 * FRAME)
    assert damage_in_log(path) == ""


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_log_that_is_cut_off_is_what_a_power_cut_leaves(left: Path, data: st.DataObject) -> None:
    content = log_of(left).read_bytes()
    cut = data.draw(st.integers(0, len(content) - 1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, left.name)
        shutil.copyfile(left, path)
        log_of(path).write_bytes(content[:cut])
        assert damage_in_log(path) == ""
        if cut > HEADER:
            accepted = read(content[:cut]).accepted
            assert taken_in(path) == accepted


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_bit_can_change_unseen_but_in_what_was_written_last(
    left: Path, data: st.DataObject
) -> None:
    content = bytearray(log_of(left).read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    ends = [n for n, each in enumerate(read(log_of(left).read_bytes()).frames) if each.size]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, left.name)
        shutil.copyfile(left, path)
        log_of(path).write_bytes(content)
        told = damage_in_log(path)
        if place < frame(ends[-2] + 1):
            assert told
        promised = promised_beside(left)
        assert damage_in_log(path, promised)


def test_the_index_tells_that_the_last_transaction_was_whole_once(copied: Path) -> None:
    flip(log_of(copied), -1)
    assert "damaged" in damage_in_log(copied)
    assert damage_in_log(without_index(copied)) == ""


def test_an_index_of_another_log_says_nothing(copied: Path, tmp_path: Path) -> None:
    other = left_by_a_kill(tmp_path / "progress.db", ENTRIES[:2])
    shutil.copyfile(log_of(other), log_of(copied))
    assert promised_beside(copied) is not None
    assert damage_in_log(copied) == ""
    flip(copied.with_name(f"{copied.name}-shm"), 20)
    assert promised_beside(copied) is None


def test_frames_of_an_earlier_round_behind_the_newest_are_no_damage(path: Path) -> None:
    def two_rounds(db: Database) -> None:
        fill(db, ENTRIES[:6])
        fill(db, ENTRIES[6:7])
        db.row("PRAGMA wal_checkpoint(RESTART)")
        fill(db, ENTRIES[7:])

    left = left_after(path, two_rounds, with_index=True)
    found = read(log_of(left).read_bytes())
    assert 0 < len(found.frames) < (log_of(left).stat().st_size - HEADER) // FRAME
    assert found.accepted == len(found.frames)
    assert damage_in_log(left) == ""


def test_a_kill_in_mid_transaction_leaves_no_damage(path: Path) -> None:
    killed_when_ready(KILLED_IN_MID_TRANSACTION, path)
    assert log_of(path).stat().st_size > 0
    assert damage_in_log(path) == ""


def test_a_header_that_is_gone_hides_no_frame(copied: Path) -> None:
    whole = read(log_of(copied).read_bytes())
    log_of(copied).write_bytes(b"\0" * HEADER + log_of(copied).read_bytes()[HEADER:])
    found = read(log_of(copied).read_bytes())
    assert (found.has_header, found.accepted) == (False, 0)
    # The first frame's checksum goes on from that of the header.
    assert found.frames[1:] == whole.frames[1:]
    assert "overwritten" in damage_in_log(copied)
