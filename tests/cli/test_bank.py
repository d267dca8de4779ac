from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.banks.sample import BANK, write
from tests.cli.run import cssprep

BROKEN = BANK.replace("topic: nrf\n    prompt: Who", "topic: nfr\n    prompt: Who")
THREE = BROKEN.replace("kind: choice", "kind: chioce").replace("id: valley", "id: Valley")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study folder with one sound bank."""
    write(tmp_path / "study" / "question_banks")
    return tmp_path / "study"


def test_a_sound_bank_is_clean(study: Path) -> None:
    done = cssprep("bank", "check", folder=study)
    assert (done.returncode, done.stdout) == (
        0,
        f"1 bank in {study}/question_banks, 2 sound questions: nothing to complain of.\n",
    )
    assert done.stderr == ""


def test_three_faults_are_told_with_their_lines(study: Path) -> None:
    write(study / "question_banks", THREE)
    done = cssprep("bank", "check", folder=study, cwd=study)
    assert done.returncode == 1
    assert "question_banks/sample.yaml:11:12: error unknown-topic" in done.stdout
    assert "   = help: Did you mean choice?" in done.stdout
    assert done.stdout.endswith(
        "\n1 bank in question_banks, 0 sound questions: 3 errors.\n"
        "cssprep bank check --fix mends 1 of these.\n"
        "More on a code: cssprep bank explain CODE.\n"
    )
    assert "\x1b" not in done.stdout


def test_warnings_fail_and_notes_do_not(study: Path) -> None:
    banks = study / "question_banks"
    write(banks, BANK.replace("    kind: short", "    expires: 2020\n    kind: short"))
    assert cssprep("bank", "check", folder=study).returncode == 1
    write(banks, BANK.replace("article.txt}", "lost.txt, redistribute: false}"))
    done = cssprep("bank", "check", folder=study)
    assert done.returncode == 0
    assert "note source-absent" in done.stdout


def test_what_is_silenced_is_counted(study: Path) -> None:
    expired = BANK.replace("    kind: short", "    expires: 2020\n    kind: short")
    entry = "silenced:\n  - {code: expired, why: It is asked as history.}\n"
    write(study / "question_banks", expired + entry)
    # Twice: the second time the outcome is one that was kept.
    for _ in range(2):
        done = cssprep("bank", "check", folder=study)
        assert (done.returncode, done.stdout) == (
            0,
            f"1 bank in {study}/question_banks, 2 sound questions: nothing to complain of, "
            "1 silenced.\n",
        )
    done = cssprep("bank", "check", "--format", "json", folder=study)
    assert (done.returncode, done.stdout) == (0, "[]\n")


def test_findings_as_json(study: Path) -> None:
    write(study / "question_banks", THREE)
    done = cssprep("bank", "check", "--format", "json", folder=study)
    assert done.returncode == 1
    rows = json.loads(done.stdout)
    assert [(row["code"], row["line"], row["column"]) for row in rows] == [
        ("unknown-topic", 11, 12),
        ("invalid-id", 15, 9),
        ("unknown-kind", 16, 11),
    ]
    assert set(rows[0]) == {"path", "line", "column", "severity", "code", "message", "help"}


@pytest.mark.parametrize(
    ("form", "start"),
    [("concise", "question_banks/sample.yaml:11:12: error unknown-topic: "),
     ("github", "::error file=question_banks/sample.yaml,line=11,col=12,endLine=11,endColumn=14,")],
)  # fmt: skip
def test_findings_in_other_formats(study: Path, form: str, start: str) -> None:
    write(study / "question_banks", BROKEN)
    done = cssprep("bank", "check", "--format", form, folder=study, cwd=study)
    assert done.stdout.startswith(start)
    assert done.stdout.count("\n") == 1


def test_paths_may_be_banks_and_folders(study: Path, tmp_path: Path) -> None:
    write(tmp_path / "others", BROKEN, "broken.yaml")
    broken = tmp_path / "others" / "broken.yaml"
    for path in (broken, tmp_path / "others"):
        done = cssprep("bank", "check", str(path), "--format", "concise", folder=study)
        assert done.returncode == 1
        assert done.stdout.startswith(f"{broken}:11:12: ")
    assert cssprep("bank", "check", str(study), folder=tmp_path).returncode == 0


def test_what_cannot_be_checked_is_one_sentence(study: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path, sentence in (
        (tmp_path / "lost.yaml", "There is no file or folder"),
        (tmp_path / "empty", "There is no bank in"),
    ):
        done = cssprep("bank", "check", str(path), folder=study)
        assert done.returncode == 2
        assert done.stdout == ""
        assert sentence in done.stderr
        assert done.stderr.count("\n") == 1


def test_an_escape_sequence_never_reaches_the_terminal(study: Path) -> None:
    text = BANK.replace("A valley", "A \x1b[31mvalley").replace("Who leads", "[bold]Who[/] leads")
    write(study / "question_banks", text)
    for form in ("full", "concise", "json", "github"):
        done = cssprep("bank", "check", "--format", form, folder=study)
        assert done.returncode == 1
        assert "forbidden-character" in done.stdout
        assert "\x1b" not in done.stdout


def test_banks_are_listed_with_their_kinds_and_topics(study: Path) -> None:
    done = cssprep("bank", "list", folder=study, cwd=study)
    assert done.returncode == 0
    assert done.stdout == (
        "sample  A sample\n"
        "  file       question_banks/sample.yaml\n"
        "  questions  2: 1 short, 1 choice\n"
        "  topics     nrf     2  The NRF\n"
    )


def test_banks_are_listed_as_json(study: Path) -> None:
    done = cssprep("bank", "list", "--json", folder=study, cwd=study)
    assert json.loads(done.stdout) == [
        {
            "id": "sample",
            "title": "A sample",
            "path": "question_banks/sample.yaml",
            "questions": 2,
            "drafts": 0,
            "kinds": {"short": 1, "choice": 1},
            "topics": [{"id": "nrf", "title": "The NRF", "questions": 2}],
        }
    ]


def test_banks_with_faults_are_named_when_listing(study: Path) -> None:
    write(study / "question_banks", BROKEN)
    write(study / "question_banks", "", "empty.yaml")
    done = cssprep("bank", "list", folder=study, cwd=study)
    assert done.returncode == 0
    assert done.stderr == (
        "question_banks/empty.yaml has 1 finding; none of it can be used: see cssprep bank check.\n"
        "question_banks/sample.yaml has 1 finding: see cssprep bank check.\n"
    )
    assert "questions  1: 1 choice" in done.stdout


def test_a_bank_whose_name_would_clear_the_screen_is_listed(study: Path) -> None:
    banks = study / "question_banks"
    (banks / "sample.yaml").rename(banks / "\x1b[2J\n.yaml")
    done = cssprep("bank", "list", folder=study, cwd=study)
    assert "  file       question_banks/\\x1b[2J\\n.yaml\n" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_a_folder_without_banks_lists_none(study: Path) -> None:
    shutil.rmtree(study / "question_banks")
    (study / "question_banks").mkdir()
    assert cssprep("bank", "list", folder=study).stdout == "No banks.\n"
    assert cssprep("bank", "list", "--json", folder=study).stdout == "[]\n"
    assert cssprep("bank", "check", folder=study).returncode == 2


def test_a_bank_is_checked_by_its_id_or_the_nearest_is_named(study: Path) -> None:
    done = cssprep("bank", "check", "sample", folder=study)
    assert (done.returncode, done.stdout) == (
        0,
        "1 bank, 2 sound questions: nothing to complain of.\n",
    )
    done = cssprep("bank", "check", "sampel", folder=study)
    assert done.returncode == 2
    assert done.stderr.endswith("bank sampel. Did you mean sample?\n")
    done = cssprep("bank", "check", str(study / "question_banks" / "smple.yaml"), folder=study)
    assert done.returncode == 2
    assert done.stderr.endswith(f"Did you mean {study}/question_banks/sample.yaml?\n")


def test_how_many_findings_can_be_mended_is_told_only_of_those(study: Path) -> None:
    write(study / "question_banks", BANK.replace("    answer: Ahmad Massoud\n", ""))
    done = cssprep("bank", "check", folder=study)
    assert "missing-field" in done.stdout
    assert "--fix" not in done.stdout
    write(study / "question_banks", BANK.replace("format: 1\n", ""))
    done = cssprep("bank", "check", folder=study)
    assert "\ncssprep bank check --fix mends 1 of these.\n" in done.stdout
