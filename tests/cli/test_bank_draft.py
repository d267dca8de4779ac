from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import cssprep

ARTICLE = """\
Rise of the front
The National Resistance Front (NRF) struck Herat in September 2025. It killed over 600 fighters.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE)
    told = ("--author", "", "--url", "", "--redistribute", "yes")
    command = ("bank", "new", "x", "--from", str(tmp_path / "a.txt"), "--folder", str(tmp_path))
    assert cssprep(*command, *told).returncode == 0
    return tmp_path


def test_drafts_are_added_and_clean(folder: Path) -> None:
    bank = folder / "question_banks" / "x.yaml"
    old = bank.read_text()
    done = cssprep("bank", "draft", "x", folder=folder)
    assert done.returncode == 0, done.stderr
    assert "drafts added to" in done.stdout
    assert "Rename ids now" in done.stdout
    head, comments = old.split("questions:\n")
    new = bank.read_text()
    assert new.startswith(f"{head}questions:\n")
    assert new.endswith(comments)
    assert new.count("draft: true\n") >= 3
    checked = cssprep("bank", "check", str(bank))
    assert checked.returncode == 0
    assert "0 sound questions" in checked.stdout


def test_a_draft_whose_flag_is_deleted_is_a_question(folder: Path) -> None:
    bank = folder / "question_banks" / "x.yaml"
    assert cssprep("bank", "draft", "x", folder=folder).returncode == 0
    bank.write_text(bank.read_text().replace("    draft: true\n", ""))
    checked = cssprep("bank", "check", str(bank))
    assert checked.returncode == 0
    assert ", 0 sound" not in checked.stdout
    asked = cssprep("study", "--plain", folder=folder, given="\n")
    assert "Herat" in asked.stdout or "NRF" in asked.stdout


def test_a_second_run_makes_none(folder: Path) -> None:
    bank = folder / "question_banks" / "x.yaml"
    assert cssprep("bank", "draft", "x", folder=folder).returncode == 0
    before = bank.read_bytes()
    again = cssprep("bank", "draft", "x", folder=folder)
    assert "Nothing to draft" in again.stdout
    assert bank.read_bytes() == before


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    bank = folder / "question_banks" / "x.yaml"
    before = bank.read_bytes()
    done = cssprep("bank", "draft", "x", "--dry-run", "--kind", "number", folder=folder)
    assert "answer: 600" in done.stdout
    assert "1 draft would be added" in done.stdout
    assert bank.read_bytes() == before


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("y",), "There is no bank “y”"),
        (("x", "--kind", "nubmer"), "Did you mean number?"),
        (("x", "--source", "artcle"), "Did you mean article?"),
        (("x", "--limit", "many"), "is no number"),
        (("x", "--topic", "y"), "The topics are x."),
    ],
)
def test_what_can_not_be_is_said(folder: Path, given: tuple[str, ...], told: str) -> None:
    done = cssprep("bank", "draft", *given, folder=folder)
    assert done.returncode == 2
    assert told in done.stderr


def test_the_mode_of_the_file_stays_and_a_link_is_followed(folder: Path) -> None:
    bank = folder / "question_banks" / "x.yaml"
    real = folder / "question_banks" / "real"
    bank.rename(real)
    real.chmod(0o640)
    bank.symlink_to(real)
    assert cssprep("bank", "draft", str(bank)).returncode == 0
    assert bank.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert "draft: true" in real.read_text()


def test_a_bank_that_can_not_be_read_is_said(folder: Path) -> None:
    bank = folder / "question_banks" / "x.yaml"
    bank.write_text("format: 1\nbank: x\nquestions: [\n")
    done = cssprep("bank", "draft", str(bank))
    assert done.returncode == 2
    assert "See cssprep bank check" in done.stderr


def test_a_bank_that_came_with_the_app_is_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    done = cssprep("bank", "draft", "nrf-afghanistan", "--again", cwd=tmp_path)
    assert done.returncode == 2
    assert "came with the app" in done.stderr
