from __future__ import annotations

from pathlib import Path

from tests.progress.entries import review
from tests.progress.files import fill, open_at
from tui.study.kept_answers import kept_answers, kept_in_short


def test_what_only_a_kept_file_holds_is_told(tmp_path: Path) -> None:
    path = tmp_path / "my folder" / "progress.db"
    path.parent.mkdir()
    with open_at(path) as db:
        fill(db, [review("R1")])
    assert kept_answers(path, path) == []
    kept = path.with_name("progress-kept-1.db")
    with open_at(kept) as db:
        fill(db, [review("R1"), review("R2")])
    (told,) = kept_answers(path, path)
    assert told == (
        "progress-kept-1.db holds 1 answer that progress.db has not: "
        f"`cssprep progress merge '{kept}'` brings it in. Move it elsewhere if you "
        "don't want it."
    )
    assert kept_in_short(path) == told
    path.with_name("progress-kept-2.db").write_bytes(b"no database " * 400)
    assert "not all of it can be read" in kept_answers(path, path)[1]
    assert kept_in_short(path).startswith("2 files that were saved beside progress.db")


def test_where_there_is_nothing_nothing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    with open_at(path) as db:
        fill(db, [review("R1")])
    path.with_name("progress-kept-1.db").touch()
    assert (kept_answers(path, path), kept_in_short(path)) == ([], "")
