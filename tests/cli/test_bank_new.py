from __future__ import annotations

import hashlib
from pathlib import Path

import pexpect
import pytest

from tests.cli.run import cssprep
from tests.terminal import CSSPREP

ARTICLE = """\
Rise of the front
The National Resistance Front (NRF) struck Herat in September 2025. It killed over 600 fighters.
"""
TOLD = ("--author", "A. B.", "--url", "", "--redistribute", "no")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    return path


def test_an_empty_folder_becomes_a_study_folder(tmp_path: Path, article: Path) -> None:
    done = cssprep("bank", "new", "x", "--from", "a.txt", "--folder", ".", *TOLD, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-3:] == [
        "  cssprep bank draft question_banks/x.yaml",
        "  cssprep bank preview question_banks/x.yaml",
        "  cssprep bank check question_banks/x.yaml",
    ]
    banks = tmp_path / "question_banks"
    assert (banks / "sources" / "x.txt").read_bytes() == article.read_bytes()
    assert (banks / ".schema.json").is_file()
    bank = (banks / "x.yaml").read_text()
    assert bank.startswith("# yaml-language-server: $schema=.schema.json\n")
    assert hashlib.sha256(ARTICLE.encode()).hexdigest() in bank
    assert "title: Rise of the front\n" in bank
    assert "redistribute: false\n" in bank
    checked = cssprep("bank", "check", cwd=tmp_path)
    assert "The bank has no questions." in checked.stdout
    assert checked.stdout.count(": error ") == 1
    assert "warning" not in checked.stdout


def test_a_second_time_nothing_is_overwritten(tmp_path: Path, article: Path) -> None:
    command = ("bank", "new", "x", "--from", str(article), "--folder", str(tmp_path), *TOLD)
    assert cssprep(*command).returncode == 0
    bank = tmp_path / "question_banks" / "x.yaml"
    bank.write_text("mine")
    again = cssprep(*command)
    assert again.returncode == 2
    assert "is there already" in again.stderr
    assert bank.read_text() == "mine"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("My Bank",), "Did you mean my-bank?"),
        (("x", "--topic", "A b=C"), '--topic a-b="C"'),
        (("x", "--topic", "a"), "ID=TITLE"),
        (("x", "--topic", "a=b", "--topic", "a=c"), "given twice"),
        (("x", "--as-of", "May"), "2025-11"),
        (("x", "--url", "somewhere"), "begins with https://"),
    ],
)
def test_what_can_not_be_is_said(
    tmp_path: Path, article: Path, given: tuple[str, ...], told: str
) -> None:
    folder = ("--folder", str(tmp_path))
    done = cssprep("bank", "new", "--from", str(article), *folder, *TOLD, *given)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (tmp_path / "question_banks").exists()


def test_without_a_terminal_missing_attribution_names_the_options(
    tmp_path: Path, article: Path
) -> None:
    folder = ("--folder", str(tmp_path))
    done = cssprep("bank", "new", "x", "--from", str(article), *folder, "--author", "B")
    assert done.returncode == 2
    assert "Add --url, --redistribute" in done.stderr
    assert not (tmp_path / "question_banks").exists()


def test_without_a_study_folder_it_says_how_to_begin_one(tmp_path: Path, article: Path) -> None:
    done = cssprep("bank", "new", "x", "--from", str(article), *TOLD, cwd=tmp_path)
    assert done.returncode == 2
    assert "--folder ." in done.stderr


def test_at_a_terminal_it_asks(tmp_path: Path, article: Path) -> None:
    command = ["bank", "new", "x", "--from", str(article), "--folder", str(tmp_path)]
    child = pexpect.spawn(CSSPREP, command, encoding="utf-8", timeout=20, dimensions=(24, 200))
    for asked, answer in (
        (r"Title \[Rise of the front\]: ", ""),
        (r"Author \[Enter: none\]: ", "A. B."),
        (r"URL \[Enter: none\]: ", "somewhere"),
        (r"https://.*URL \[Enter: none\]: ", ""),
        (r"\(yes, no\) \[no\]: ", "maybe"),
        (r"Type yes or no.*\(yes, no\) \[no\]: ", "yes"),
    ):
        child.expect(asked)
        child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    bank = (tmp_path / "question_banks" / "x.yaml").read_text()
    assert "title: Rise of the front\n" in bank
    assert "author: A. B.\n" in bank
    assert "url:" not in bank.partition("topics:")[0]
    assert "redistribute: true\n" in bank


def test_an_end_of_input_makes_nothing(tmp_path: Path, article: Path) -> None:
    command = ["bank", "new", "x", "--from", str(article), "--folder", str(tmp_path)]
    child = pexpect.spawn(CSSPREP, command, encoding="utf-8", timeout=20, dimensions=(24, 200))
    child.expect("Title")
    child.sendeof()
    child.expect("Nothing was made")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 2
    assert not (tmp_path / "question_banks").exists()


def test_the_help_says_how_another_folder_is_named() -> None:
    for command in ("new", "draft"):
        assert "--folder PATH" in cssprep("bank", command, "--help").stdout
