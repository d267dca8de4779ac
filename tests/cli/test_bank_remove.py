from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.study.bringing.made import INNER, files, lay_out
from tests.terminal import CSSPREP, ENTER, Terminal
from tui.study.folder import StudyFolder

OPEN = {"open_place": None, "open_of": None, "open_title": None}


@pytest.fixture
def study(folder: StudyFolder) -> Path:
    """A study folder with two banks: `indus`, and `sample` with two questions."""
    lay_out(folder.banks, INNER)
    return folder.root


def today(study: Path) -> dict[str, int | None]:
    found: dict[str, int | None] = json.loads(cssprep("today", "--json", folder=study).stdout)
    return found


def exported(study: Path) -> list[str]:
    """The questions that were answered, in order."""
    lines = cssprep("progress", "export", folder=study).stdout.splitlines()
    return [row["question"] for row in map(json.loads, lines) if row.get("question")]


def test_progress_outlives_the_bank(study: Path) -> None:
    """Answered, removed, not asked, brought back, and known again: by the real commands."""
    given = "Ahmad Massoud\n\na\n\n"
    answered = cssprep("study", "--plain", "--topic", "nrf", folder=study, given=given)
    assert "Who leads the NRF?" in answered.stdout
    assert sorted(exported(study)) == ["sample/leader-today", "sample/valley"]
    before = today(study)

    done = cssprep("bank", "remove", "sample", "--yes", folder=study, cwd=study)
    assert (done.returncode, done.stderr) == (0, "")
    first, last = done.stdout.splitlines()
    assert first == "Removed sample. Its progress is kept."
    bring_back = last.removeprefix("To bring it back: cssprep ").split()
    assert bring_back[:3] == ["bank", "add", bring_back[2]]
    assert bring_back[2].startswith("removed_banks/")
    assert sorted(exported(study)) == ["sample/leader-today", "sample/valley"]
    asked = cssprep("study", "--plain", folder=study, given=":skip\n" * 40)
    assert "NRF" not in asked.stdout
    assert "Indus" in asked.stdout
    assert "sample" not in cssprep("bank", "list", folder=study).stdout

    back = cssprep(*bring_back, folder=study, cwd=study)
    assert back.returncode == 0
    assert back.stdout.startswith("Added sample: A sample\n")
    # Two known, eleven new: only the session of the day is another one.
    assert {**today(study), **OPEN} == {**before, **OPEN}
    assert today(study)["new"] == 11
    assert sorted(exported(study)) == ["sample/leader-today", "sample/valley"]


def test_removed_in_the_middle_of_a_session(study: Path) -> None:
    first = cssprep("study", "--plain", "--topic", "nrf", folder=study, given="")
    assert "NRF" in first.stdout
    assert cssprep("bank", "remove", "sample", "--yes", folder=study).returncode == 0
    for arguments in (["study", "--plain"], ["study", "--plain", "--topic", "nrf"], ["today"]):
        done = cssprep(*arguments, folder=study)
        assert "Traceback" not in done.stderr
        assert "Who leads the NRF?" not in done.stdout
    assert today(study)["new"] == 11


def test_it_asks_on_a_terminal(study: Path) -> None:
    with Terminal([CSSPREP, "bank", "remove", "sample"], study) as terminal:
        terminal.wait_for("Remove sample with 2 questions? Its progress is kept. [y/N]")
        terminal.type("n", ENTER)
        assert terminal.ended() == 1
        assert "Nothing is changed." in terminal.text
    assert (study / "question_banks" / "bank.yaml").exists()
    with Terminal([CSSPREP, "bank", "remove", "sample"], study) as terminal:
        terminal.wait_for("[y/N]")
        terminal.type("y", ENTER)
        assert terminal.ended() == 0
    assert not (study / "question_banks" / "bank.yaml").exists()


def test_without_a_terminal_it_needs_to_be_told(study: Path) -> None:
    before = files(study)
    done = cssprep("bank", "remove", "sample", folder=study, given="y\n")
    assert done.returncode == 2
    assert done.stderr == (
        "cssprep: There is no terminal to ask on. "
        "To remove sample without being asked, add --yes.\n"
    )
    assert files(study) == before


def test_one_that_is_not_there(study: Path) -> None:
    done = cssprep("bank", "remove", "smaple", "--yes", folder=study)
    assert done.returncode == 2
    assert done.stderr == (
        "cssprep: There is no bank “smaple” in the study folder. Did you mean sample?\n"
    )


def test_a_shipped_bank_stays(study: Path, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    done = cssprep("bank", "remove", "nrf-afghanistan", "--yes", cwd=tmp_path / "here")
    assert done.returncode == 2
    assert "comes with cssprep and can't be removed" in done.stderr
