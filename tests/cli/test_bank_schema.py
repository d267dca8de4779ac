from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.banks.sample import write
from tests.cli.run import cssprep
from tui.banks.schema import FILE_NAME, MODELINE, schema_text


def test_it_is_printed(tmp_path: Path) -> None:
    done = cssprep("bank", "schema", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == schema_text()
    assert json.loads(done.stdout)["title"] == "question bank"


def test_it_is_written_to_a_file(tmp_path: Path) -> None:
    done = cssprep("bank", "schema", "--output", "bank.json", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout == (
        "Wrote bank.json. A bank beside it asks for it with its first line: "
        "# yaml-language-server: $schema=bank.json\n"
    )
    assert (tmp_path / "bank.json").read_text(encoding="utf-8") == schema_text()


def test_in_a_folder_of_banks_it_has_a_name_of_its_own_and_is_no_bank(tmp_path: Path) -> None:
    banks = tmp_path / "question_banks"
    write(banks)
    done = cssprep("bank", "schema", "--output", "question_banks", cwd=tmp_path)
    assert done.stdout.startswith(f"Wrote question_banks/{FILE_NAME}. ")
    assert done.stdout.endswith(f"first line: {MODELINE}\n")
    again = cssprep("bank", "schema", "--output", "question_banks", cwd=tmp_path)
    assert again.stdout.startswith(f"question_banks/{FILE_NAME} is up to date. ")
    assert cssprep("bank", "check", "question_banks", cwd=tmp_path).stdout.startswith("1 bank, 2")


def test_where_it_can_not_be_written_one_sentence_says_so(tmp_path: Path) -> None:
    done = cssprep("bank", "schema", "--output", "nowhere/bank.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "cssprep: nowhere/bank.json can't be written: no such file or directory. "
        "Check the path, and who may write there.\n"
    )
    os.mkfifo(tmp_path / "pipe")
    done = cssprep("bank", "schema", "--output", "pipe", cwd=tmp_path)
    assert done.returncode == 2
    assert "pipe is not a file." in done.stderr


def test_it_does_not_depend_on_the_encoding_of_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert cssprep("bank", "schema", cwd=tmp_path).stdout == schema_text()
