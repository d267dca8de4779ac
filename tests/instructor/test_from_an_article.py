"""From an article to a bank that is studied: three articles of different make, by the commands.

Each folder holds an article and the bank that was written from it with `bank new`, `bank draft` and
an editor: a news report, a biography in Markdown, a notice full of lists.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.cli.run import cssprep

HERE = Path(__file__).parent
MADE = ("biography", "notice", "report")
ATTRIBUTED = ("--author", "An author", "--url", "https://example.org", "--redistribute", "yes")


def article_of(made: str) -> Path:
    (article,) = (HERE / made).glob("article.*")
    return article


def written(made: str) -> dict[str, object]:
    """The finished bank, as plain texts."""
    bank = yaml.load((HERE / made / "bank.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(bank, dict)
    return bank


@pytest.fixture(params=MADE)
def made(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def begun(made: str, tmp_path: Path) -> Path:
    """The bank as `bank new` and `bank draft` leave it, in a study folder of its own."""
    (tmp_path / "question_banks").mkdir()
    article = str(article_of(made))
    done = cssprep("bank", "new", "mine", "--from", article, *ATTRIBUTED, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    done = cssprep("bank", "draft", "mine", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    return tmp_path / "question_banks" / "mine.yaml"


def test_what_is_drafted_is_clean_and_not_asked(begun: Path) -> None:
    folder = begun.parent.parent
    done = cssprep("bank", "check", folder=folder)
    assert done.returncode == 0, done.stdout
    (row,) = json.loads(cssprep("bank", "list", "--json", folder=folder).stdout)
    assert row["questions"] == 0
    assert row["drafts"] >= 15
    assert cssprep("study", "--plain", folder=folder).stdout == "Nothing waits today.\n"


def test_the_source_is_the_one_that_the_bank_was_written_from(made: str, begun: Path) -> None:
    (source,) = (begun.parent / "sources").iterdir()
    (finished,) = (HERE / made / "sources").iterdir()
    assert source.read_bytes() == finished.read_bytes()


def test_the_finished_bank_is_clean_and_tests_its_article(made: str, begun: Path) -> None:
    bank = written(made)
    shutil.rmtree(begun.parent)
    shutil.copytree(HERE / made, begun.parent)
    folder = begun.parent.parent
    done = cssprep("bank", "check", "--format", "concise", folder=folder)
    assert (done.returncode, done.stdout) == (0, "")
    (row,) = json.loads(cssprep("bank", "list", "--json", folder=folder).stdout)
    assert (row["id"], row["drafts"]) == (bank["bank"], 0)
    assert row["questions"] >= 20
    assert len(row["kinds"]) >= 6
    covered = cssprep("bank", "coverage", "--at-least", "90", folder=folder)
    assert covered.returncode == 0, covered.stdout
    assert cssprep("bank", "guess", folder=folder).returncode == 0


def test_its_questions_come_up_in_study(made: str, tmp_path: Path) -> None:
    bank = written(made)
    shutil.copytree(HERE / made, tmp_path / "question_banks")
    listed = bank["questions"]
    assert isinstance(listed, list)
    prompts = [" ".join(str(question["prompt"]).split()) for question in listed]
    done = cssprep("study", "--plain", "--minutes", "10", folder=tmp_path, given="?\n")
    shown = " ".join(done.stdout.split())
    assert any(prompt in shown for prompt in prompts)
