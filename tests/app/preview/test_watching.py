from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

from tui.app.preview.watching import Watching

Seen = Queue[frozenset[Path]]


@contextmanager
def watched(*files: Path) -> Iterator[Seen]:
    """What is told of changes of `files`, while they are watched."""
    seen: Seen = Queue()
    watching = Watching(lambda: files, seen.put)
    thread = threading.Thread(target=watching.run)
    thread.start()
    try:
        yield seen
    finally:
        watching.stop()
        thread.join(10)
        assert not thread.is_alive()


def nothing(seen: Seen) -> bool:
    try:
        seen.get(timeout=0.7)
    except Empty:
        return True
    return False


def test_a_file_that_is_written_renamed_over_deleted_and_made(tmp_path: Path) -> None:
    file = tmp_path / "bank.yaml"
    file.write_text("one")
    with watched(file) as seen:
        file.write_text("two, in place")
        assert seen.get(timeout=10) == {file}
        beside = tmp_path / "bank.yaml~"
        beside.write_text("three, renamed")
        beside.replace(file)
        assert seen.get(timeout=10) == {file}
        file.unlink()
        assert seen.get(timeout=10) == {file}
        file.write_text("four, made anew")
        assert seen.get(timeout=10) == {file}


def test_other_files_of_the_folder_are_nobody_s_business(tmp_path: Path) -> None:
    file = tmp_path / "bank.yaml"
    file.write_text("one")
    with watched(file) as seen:
        (tmp_path / "other.yaml").write_text("x")
        (tmp_path / "folder").mkdir()
        assert nothing(seen)


def test_the_file_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "here").mkdir()
    target, link = tmp_path / "there" / "bank.yaml", tmp_path / "here" / "link.yaml"
    target.write_text("one")
    link.symlink_to(target)
    with watched(link) as seen:
        target.write_text("two, written through")
        assert seen.get(timeout=10) == {link}


def test_a_folder_that_is_put_in_another_s_place(tmp_path: Path) -> None:
    folder, file = tmp_path / "course", tmp_path / "course" / "bank.yaml"
    folder.mkdir()
    file.write_text("one")
    with watched(file) as seen:
        folder.rename(tmp_path / "old")
        assert seen.get(timeout=10) == {file}
        folder.mkdir()
        file.write_text("two, in a new folder")
        assert seen.get(timeout=10) == {file}
        file.write_text("three, in the new folder")
        assert seen.get(timeout=10) == {file}


def test_a_change_that_only_its_time_tells_of(tmp_path: Path) -> None:
    file = tmp_path / "bank.yaml"
    file.write_text("one")
    with watched(file) as seen:
        os.utime(file, (1, 1))
        assert seen.get(timeout=10) == {file}
