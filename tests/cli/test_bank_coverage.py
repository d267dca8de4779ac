from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.banks.sample import BANK, write
from tests.cli.run import cssprep
from tests.cli.test_import_hygiene import imported
from tui.study.folder import StudyFolder

ENTRY = "untested:\n  - {quote: Emergence of the NRF, why: A heading.}\nquestions:\n"
LEFT_OUT = BANK.replace("questions:\n", ENTRY)
SHIPPED = Path(__file__).parent.parent.parent


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study folder with one bank that leaves out a heading."""
    write(tmp_path / "study" / "question_banks", LEFT_OUT)
    return tmp_path / "study"


def at_width(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))


def test_the_page_has_a_sign_and_the_questions_for_each_sentence(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_width(monkeypatch, 80)
    done = cssprep("bank", "coverage", folder=study)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "sample  A sample\n"
        "Source: An article\n"
        "\n"
        "1 · Emergence of the NRF\n"
        "    left out: A heading.\n"
        "2 ✗ The NRF was led by Ahmed Shah Massoud, the “Lion of Panjshir.”\n"
        "2 ✓ After his death, his son, Ahmed Massoud, is leading the NRF.\n"
        "    leader-today\n"
        "2 ✗ It began in 1990 – and goes on.\n"
        "3 ✓ Panjshir is a valley, northeast of Kabul.\n"
        "    valley\n"
        "3 ✗ Its people say: it’s ours.\n"
        "\n"
        "✓ 2 tested   ~ 0 partly tested   ✗ 3 not tested   · 1 left out on purpose\n"
        "40 % of 5 sentences tested; 28.5 % of their words stand in a quote.\n"
    )


def test_on_a_wide_terminal_the_questions_stand_beside(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_width(monkeypatch, 120)
    lines = cssprep("bank", "coverage", "sample", folder=study).stdout.splitlines()
    (line,) = [line for line in lines if "Panjshir is a valley" in line]
    assert line.endswith(" valley")


def test_what_no_quote_holds_is_told_in_words(study: Path) -> None:
    text = LEFT_OUT.replace("quote: his son, Ahmed Massoud, is leading the NRF", "quote: his death")
    write(study / "question_banks", text)
    done = cssprep("bank", "coverage", folder=study)
    assert "2 ~ After his death, his son" in done.stdout
    assert "not quoted: his son, Ahmed Massoud, is leading the NRF" in done.stdout


def test_too_little_exits_with_1(study: Path) -> None:
    done = cssprep("bank", "coverage", "sample", "--at-least", "40", folder=study)
    assert done.returncode == 0
    done = cssprep("bank", "coverage", "sample", "--at-least", "40.1", folder=study)
    assert done.returncode == 1
    assert "✗ That is less than the 40.1 % asked for.\n" in done.stdout


@pytest.mark.parametrize("share", ["101", "-1", "half", "nan"])
def test_a_share_is_from_0_to_100(study: Path, share: str) -> None:
    done = cssprep("bank", "coverage", f"--at-least={share}", folder=study)
    assert done.returncode == 2
    assert "is no share from 0 to 100" in done.stderr


def test_coverage_as_json(study: Path) -> None:
    done = cssprep("bank", "coverage", "--json", "--at-least", "100", folder=study)
    assert done.returncode == 1
    (bank,) = json.loads(done.stdout)
    assert (bank["bank"], bank["percent"]) == ("sample", 40.0)
    assert bank["counts"] == {"tested": 2, "partly-tested": 0, "left-out": 1, "not-tested": 3}
    (source,) = bank["sources"]
    assert (source["id"], len(source["sentences"])) == ("article", 6)
    assert source["sentences"][0]["why"] == "A heading."
    assert source["sentences"][2] == {
        "line": 2,
        "part": "sentence",
        "state": "tested",
        "text": "After his death, his son, Ahmed Massoud, is leading the NRF.",
        "questions": ["sample/leader-today"],
        "why": "",
        "words": 11,
        "words_quoted": 8,
        "not_quoted": [],
    }


def test_a_bank_may_be_a_path(study: Path, tmp_path: Path) -> None:
    path = study / "question_banks" / "sample.yaml"
    (tmp_path / "empty").mkdir()
    for given in (path, path.parent, study):
        done = cssprep("bank", "coverage", str(given), folder=tmp_path / "empty")
        assert (done.returncode, done.stdout.partition(" ")[0]) == (0, "sample")


def test_every_bank_of_the_folder_is_gone_through(study: Path) -> None:
    write(study / "question_banks", BANK.replace("bank: sample", "bank: other"), "other.yaml")
    done = cssprep("bank", "coverage", "--json", "--at-least", "35", folder=study)
    assert [bank["bank"] for bank in json.loads(done.stdout)] == ["other", "sample"]
    # 2 of 6 sentences of the one, 2 of 5 of the other.
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("smaple", "There is no bank “smaple”. Did you mean sample?"),
        ("geography", "There is no bank “geography”. The banks are sample."),
        ("lost.yaml", "There is no file or folder lost.yaml. Check the path."),
        ("banks/lost", "There is no file or folder banks/lost. Check the path."),
    ],
)
def test_an_unknown_bank_is_one_sentence(study: Path, given: str, sentence: str) -> None:
    done = cssprep("bank", "coverage", given, folder=study, cwd=study)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"cssprep: {sentence}\n"


def test_an_absent_source_is_one_sentence_and_the_other_banks_are_shown(study: Path) -> None:
    absent = BANK.replace("bank: sample", "bank: other")
    absent = absent.replace("article.txt}", "lost.txt, redistribute: false}")
    write(study / "question_banks", absent, "other.yaml")
    done = cssprep("bank", "coverage", folder=study)
    assert done.returncode == 2
    assert done.stdout.startswith("sample ")
    assert done.stderr == (
        "cssprep: The source “article” of other is not here (sources/lost.txt), so nobody can say "
        "what is tested of it.\n"
    )
    done = cssprep("bank", "coverage", "other", folder=study)
    assert (done.returncode, done.stdout) == (2, "")


def test_questions_with_an_error_are_told_of(study: Path) -> None:
    write(study / "question_banks", LEFT_OUT.replace("kind: choice", "kind: chioce"))
    done = cssprep("bank", "coverage", folder=study)
    assert "! The bank has 1 finding: see cssprep bank check." in done.stdout
    assert "✗ Panjshir is a valley" in done.stdout.replace("3 ", "", 1)


def test_no_markup_and_no_escape_sequence_is_acted_on(study: Path) -> None:
    text = LEFT_OUT.replace("A heading.", '"[bold]A[/] heading."')
    path = write(study / "question_banks", text)
    source = path.parent / "sources" / "article.txt"
    source.write_text(source.read_text() + "A \x1b[31mred [red]line[/red].\n")
    done = cssprep("bank", "coverage", folder=study)
    assert "left out: [bold]A[/] heading." in done.stdout
    assert "[red]line[/red]." in done.stdout
    assert "\x1b" not in done.stdout


def test_it_never_imports_textual(folder: StudyFolder) -> None:
    assert "textual" not in imported("main(['bank', 'coverage'])", folder)


def test_the_shipped_bank_tests_its_whole_source() -> None:
    bank = SHIPPED / "question_banks" / "nrf-afghanistan.yaml"
    done = cssprep("bank", "coverage", str(bank), "--at-least", "100", "--json")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)
    (source,) = found["sources"]
    left_out = [each for each in source["sentences"] if each["state"] == "left-out"]
    assert {each["why"] for each in left_out if each["part"] == "heading"} == {"A heading."}
    rest = [each["line"] for each in left_out if each["part"] != "heading"]
    # The site's boilerplate: its last four lines.
    assert rest == [30, 31, 32, 33]
    assert found["percent_of_words"] > 85
