from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.banks.sample import BANK, write
from tests.cli.run import cssprep
from tests.cli.test_import_hygiene import imported
from tui.study.folder import StudyFolder

LAKES = ("Saiful", "Muluk", "Manchar", "Keenjhar", "Satpara", "Rama", "Attabad", "Borith")


def biased() -> str:
    """The sample bank with eight choices more, the answer always the longest option."""
    questions = "".join(
        f"  - id: lake-{number}\n    kind: choice\n    topic: nrf\n"
        f"    prompt: Which lake has the number {number}?\n"
        f"    answer: {lake} beyond the valley\n"
        f"    mistakes:\n      Indus: A river.\n      Ravi: A river.\n      Swat: A river.\n"
        "    quote: Panjshir is a valley\n"
        for number, lake in enumerate(LAKES)
    )
    return BANK + questions


@pytest.fixture
def study(tmp_path: Path) -> Path:
    write(tmp_path / "study" / "question_banks")
    return tmp_path / "study"


def test_a_table_of_strategies(study: Path) -> None:
    done = cssprep("bank", "guess", folder=study)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "sample"
    assert " ".join(lines[1].split()) == "strategy asked hits chance p Holm p verdict"
    (first,) = [line for line in lines if line.startswith("  first option ")]
    assert first.split()[:3] == ["first", "option", "1"]
    assert first.endswith("no better")
    (true,) = [line for line in lines if line.startswith("  always true ")]
    assert true.endswith("not tried")
    assert max(map(len, lines)) <= 80


def test_a_bank_that_guessing_passes_fails(study: Path) -> None:
    write(study / "question_banks", biased())
    done = cssprep("bank", "guess", "sample", folder=study)
    assert done.returncode == 1
    (row,) = [line for line in done.stdout.splitlines() if line.startswith("  longest option")]
    assert row.endswith("beats chance")
    assert "Right by “longest option”: valley, lake-0," in done.stdout


def test_bank_check_warns_and_names_the_questions(study: Path) -> None:
    write(study / "question_banks", biased())
    done = cssprep("bank", "check", "--format", "json", folder=study)
    assert done.returncode == 1
    rows = [row for row in json.loads(done.stdout) if row["code"] == "guessable"]
    assert (rows[0]["line"], rows[0]["column"], rows[0]["severity"]) == (2, 7, "warning")
    longest = next(row for row in rows if "longest option" in row["message"])
    assert all(f"lake-{number}" in longest["help"] for number in range(8))


def test_as_json(study: Path) -> None:
    write(study / "question_banks", biased())
    done = cssprep("bank", "guess", "--json", folder=study)
    assert done.returncode == 1
    (bank,) = json.loads(done.stdout)
    assert bank["bank"] == "sample"
    rows = {row["strategy"]: row for row in bank["strategies"]}
    longest = rows["longest option"]
    assert (longest["questions"], longest["hits"], longest["chance"]) == (9, 9, 2.5)
    assert longest["p"] == pytest.approx(0.5 * 0.25**8)
    assert longest["beats_chance"]
    assert longest["hit"][0] == "valley"


def test_a_bank_may_be_named_by_path(study: Path, tmp_path: Path) -> None:
    path = study / "question_banks" / "sample.yaml"
    for given in (path, study, study / "question_banks"):
        assert cssprep("bank", "guess", str(given), folder=tmp_path).returncode == 0


@pytest.mark.parametrize("given", ["smaple", "lost/bank.yaml"])
def test_a_bank_that_is_not_there_is_one_sentence(study: Path, given: str) -> None:
    done = cssprep("bank", "guess", given, folder=study)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "There is no" in done.stderr


def test_a_file_that_cannot_be_read_is_one_sentence(study: Path) -> None:
    path = write(study / "question_banks", "a: [", "broken.yaml")
    done = cssprep("bank", "guess", str(path), folder=study)
    assert (done.returncode, done.stdout) == (2, "")
    assert "broken.yaml holds no bank. See cssprep bank check." in done.stderr


def test_it_never_imports_textual(folder: StudyFolder) -> None:
    assert "textual" not in imported("main(['bank', 'guess'])", folder)
