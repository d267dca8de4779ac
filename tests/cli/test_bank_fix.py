from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.banks.mend.sample import SOUND, broken
from tests.banks.sample import write
from tests.cli.run import cssprep

TWO = broken("Panjshir is a valley", "Panjshir isa valley").replace("id: valley", "id: Valley")
THREE = TWO.replace("kind: short", "kind: shorte")
DONE = """\
question_banks/sample.yaml:15: id “Valley” written valley
question_banks/sample.yaml:22: quote spelled as in the source: “Panjshir is a valley”
2 changes made.
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study folder whose bank has two faults that can be mended, and one that can't."""
    write(tmp_path / "study" / "question_banks", THREE)
    return tmp_path / "study"


def bank_of(study: Path) -> str:
    return (study / "question_banks" / "sample.yaml").read_text(encoding="utf-8")


def test_it_says_what_it_mended_and_what_remains(study: Path) -> None:
    done = cssprep("bank", "check", "--fix", folder=study, cwd=study)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{DONE}\n")
    assert "error unknown-kind" in done.stdout
    assert "invalid-id" not in done.stdout
    assert bank_of(study) == SOUND.replace("kind: short", "kind: shorte")


def test_a_second_time_there_is_nothing_to_mend(study: Path) -> None:
    write(study / "question_banks", TWO)
    cssprep("bank", "check", "--fix", folder=study)
    done = cssprep("bank", "check", "--fix", folder=study)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "Nothing to mend.")
    assert bank_of(study) == SOUND


@pytest.mark.parametrize("form", ["json", "concise", "github"])
def test_programs_read_findings_alone(form: str, study: Path) -> None:
    done = cssprep("bank", "check", "--fix", "--format", form, folder=study, cwd=study)
    assert done.stderr == DONE
    assert done.stdout == cssprep(
        "bank", "check", "--format", form, folder=study, cwd=study
    ).stdout  # fmt: skip
    if form == "json":
        assert [row["code"] for row in json.loads(done.stdout)] == ["unknown-kind"]


def test_diff_is_a_patch_and_changes_nothing(study: Path) -> None:
    done = cssprep("bank", "check", "--diff", folder=study, cwd=study)
    assert done.returncode == 1
    assert done.stdout.startswith(
        "--- question_banks/sample.yaml\n+++ question_banks/sample.yaml\n@@ "
    )
    assert bank_of(study) == THREE
    patched = subprocess.run(
        ["patch", "-p0"], input=done.stdout, cwd=study, text=True, capture_output=True, check=False
    )
    assert patched.returncode == 0, patched.stderr
    assert bank_of(study) == SOUND.replace("kind: short", "kind: shorte")
    again = cssprep("bank", "check", "--diff", folder=study, cwd=study)
    assert (again.returncode, again.stdout) == (0, "")


def test_a_bank_that_was_not_asked_for_stays(study: Path) -> None:
    write(study / "question_banks", TWO, "other.yaml")
    cssprep("bank", "check", "--fix", str(study / "question_banks" / "sample.yaml"), folder=study)
    assert (study / "question_banks" / "other.yaml").read_text() == TWO


def test_why_something_was_not_mended_is_told(study: Path) -> None:
    write(study / "question_banks", SOUND.replace("id: valley", "id: Leader Today"))
    done = cssprep("bank", "check", "--fix", folder=study, cwd=study)
    assert done.stdout.startswith(
        "question_banks/sample.yaml:15: not mended: id “Leader Today” stays: leader-today is the "
        "name of another question\n"
        "No changes made: what was not mended is the author's to decide.\n"
    )


def test_mending_and_watching_at_once_is_refused(study: Path) -> None:
    for option in ("--fix", "--diff"):
        done = cssprep("bank", "check", option, "--watch", folder=study)
        assert done.returncode == 2
        assert "not allowed with" in done.stderr


def test_a_check_loads_neither_ruamel_nor_watchfiles(study: Path) -> None:
    code = (
        "import sys\nfrom tui.cli.main import main\n"
        f"main(['bank', 'check', {str(study)!r}, *sys.argv[1:]])\n"
        "print(*(name for name in ('ruamel.yaml', 'watchfiles') if name in sys.modules))"
    )
    for options in ([], ["--fix"]):
        write(study / "question_banks", SOUND)
        done = subprocess.run(
            [sys.executable, "-c", code, *options], capture_output=True, text=True, check=True
        )
        assert done.stdout.splitlines()[-1] == ""
