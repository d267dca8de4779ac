from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.banks.sample import TODAY
from tests.study.bringing.made import INNER, add, bank_named, files, lay_out, study_folder
from tui.study.bringing.errors import BringingError
from tui.study.bringing.own_banks import has_own_banks, with_own_banks
from tui.study.bringing.removing import bank_to_remove
from tui.study.folder import StudyFolder


@pytest.fixture
def study(tmp_path: Path) -> StudyFolder:
    """A study folder without banks of its own; the shipped ones lie elsewhere."""
    folder = study_folder(tmp_path)
    folder.banks.rmdir()
    shipped = lay_out(tmp_path / "package", {**INNER, "README.md": b"x", "sources/x.txt": b"x"})
    return replace(folder, banks=shipped)


def test_the_shipped_banks_are_copied(study: StudyFolder) -> None:
    own = with_own_banks(study, study.root / ".own", TODAY)
    assert own.banks == study.root / "question_banks"
    assert files(own.banks) == INNER
    assert has_own_banks(own)
    assert with_own_banks(own, study.root / ".own", TODAY) is own
    assert not list(study.root.glob(".*"))


def test_a_folder_that_can_not_be_made(study: StudyFolder, tmp_path: Path) -> None:
    (study.root / "question_banks").write_bytes(b"a file")
    origin = lay_out(tmp_path / "from", {**INNER, "bank.yaml": bank_named("b")})
    with pytest.raises(BringingError, match="can't be written to"):
        add(study, origin)
    assert files(study.root) == {"question_banks": b"a file"}


def test_adding_a_bank_hides_none(study: StudyFolder, tmp_path: Path) -> None:
    origin = lay_out(tmp_path / "from", INNER)
    (origin / "bank.yaml").rename(origin / "b.yaml")
    (origin / "b.yaml").write_bytes(bank_named("b"))
    outcome = add(study, origin)
    assert outcome.placed is not None
    assert outcome.placed.made_own
    assert sorted(files(study.root / "question_banks")) == [
        "b.yaml",
        "bank.yaml",
        "sources/article.txt",
    ]


def test_what_is_refused_makes_no_folder(study: StudyFolder, tmp_path: Path) -> None:
    assert add(study, lay_out(tmp_path / "from", {"b.yaml": b"questions: ["})).refusal
    assert files(study.root) == {}
    add(study, lay_out(tmp_path / "same", INNER))
    assert files(study.root) == {}


def test_a_shipped_bank_stays(study: StudyFolder) -> None:
    with pytest.raises(BringingError, match="comes with cssprep and can't be removed"):
        bank_to_remove(study, "sample", TODAY)
