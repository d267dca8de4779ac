from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from tests.banks.sample import SOURCE, TODAY
from tests.study.bringing.made import INNER, add, bank_named, files, lay_out, study_folder
from tests.study.bringing.stopping import run_stopped
from tui.study.bringing.errors import BringingError
from tui.study.bringing.removing import bank_to_remove, remove
from tui.study.folder import StudyFolder

KEPT = f"removed_banks/{TODAY.isoformat()}-sample"


@pytest.fixture
def study(tmp_path: Path) -> StudyFolder:
    folder = study_folder(tmp_path)
    lay_out(folder.banks, INNER)
    return folder


def removed(folder: StudyFolder, wanted: str = "sample") -> tuple[str, ...]:
    """The sources that stay when a bank is removed."""
    return remove(folder, bank_to_remove(folder, wanted, TODAY), TODAY).staying


def test_a_bank_is_moved_aside_with_its_source(study: StudyFolder) -> None:
    assert removed(study) == ()
    assert files(study.root) == {f"{KEPT}/{name}": content for name, content in INNER.items()}
    assert not (study.banks / "sources").exists()


def test_it_is_brought_back(study: StudyFolder) -> None:
    removed(study)
    add(study, study.root / KEPT)
    assert files(study.banks) == INNER


def test_twice_on_a_day(study: StudyFolder) -> None:
    removed(study)
    add(study, study.root / KEPT)
    removed(study)
    assert files(study.root / f"{KEPT}-2") == INNER == files(study.root / KEPT)


def test_a_source_of_another_bank_stays(study: StudyFolder) -> None:
    lay_out(study.banks, {"other.yaml": bank_named("other", "./sources//article.txt")})
    assert removed(study) == ("sources/article.txt",)
    assert sorted(files(study.banks)) == ["other.yaml", "sources/article.txt"]
    assert files(study.root / KEPT) == INNER


def test_a_source_stays_where_another_bank_can_not_be_read(study: StudyFolder) -> None:
    lay_out(study.banks, {"other.yaml": b"questions: ["})
    assert removed(study) == ("sources/article.txt",)
    assert sorted(files(study.banks)) == ["other.yaml", "sources/article.txt"]


def test_by_its_file(study: StudyFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bank_to_remove(study, "bank.yaml", TODAY).id == "sample"
    assert bank_to_remove(study, str(study.banks / "bank.yaml"), TODAY).id == "sample"
    monkeypatch.chdir(study.root)
    assert bank_to_remove(study, "question_banks/bank.yaml", TODAY).id == "sample"


def test_one_that_can_not_be_read(study: StudyFolder) -> None:
    lay_out(study.banks, {"Wrong one.yaml": b"questions: ["})
    assert removed(study, "Wrong one.yaml") == ()
    kept = study.root / "removed_banks" / f"{TODAY.isoformat()}-wrong-one-yaml"
    assert files(kept) == {"Wrong one.yaml": b"questions: ["}
    assert files(study.banks) == INNER


def test_one_that_is_not_there(study: StudyFolder) -> None:
    for wanted, said in (("smaple", "Did you mean sample"), ("\x1b[2J", "The banks are sample")):
        with pytest.raises(BringingError, match=said) as raised:
            bank_to_remove(study, wanted, TODAY)
        assert str(raised.value).isprintable()


def test_a_source_outside_is_neither_kept_nor_deleted(study: StudyFolder, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SOURCE)
    lay_out(study.banks, {"out.yaml": bank_named("out", "../../secret.txt")})
    (study.banks / "link.txt").symlink_to(tmp_path / "secret.txt")
    lay_out(study.banks, {"link.yaml": bank_named("link", "link.txt")})
    removed(study, "out")
    assert removed(study, "link") == ("link.txt",)
    assert (tmp_path / "secret.txt").read_text() == SOURCE
    assert not list(study.root.rglob("removed_banks/**/*.txt"))


@pytest.mark.parametrize("kill", [True, False], ids=["killed", "failed"])
def test_stopped_anywhere(study: StudyFolder, tmp_path: Path, kill: bool) -> None:
    shutil.copytree(study.root, tmp_path / "pristine")
    bank = bank_to_remove(study, "sample", TODAY)
    for step in itertools.count(1):
        shutil.rmtree(study.root)
        shutil.copytree(tmp_path / "pristine", study.root)
        stopped = run_stopped(
            step, study.root.as_posix(), lambda: remove(study, bank, TODAY), kill=kill
        )
        kept = files(study.root / KEPT)
        there = files(study.banks)
        assert INNER in (there, kept)
        assert kept in ({}, INNER)
        if "bank.yaml" in there:
            assert there == INNER
            assert stopped
        if not stopped:
            break
    assert there == {}
    assert step > 8
