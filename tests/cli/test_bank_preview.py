from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.app.preview.bank import BANK, FAULTY, write
from tests.cli.run import cssprep
from tests.cli.test_import_hygiene import imported
from tests.terminal import CSSPREP, CTRL_Q, ENTER, Terminal
from tui.study.folder import StudyFolder


def preview(folder: StudyFolder, *arguments: str) -> Terminal:
    return Terminal([CSSPREP, "bank", "preview", *arguments], folder.root)


@pytest.fixture
def bank(folder: StudyFolder) -> Path:
    """A bank in a folder of its own, beside the study folder."""
    write(folder.root.parent / "course")
    return folder.root.parent / "course" / "river.yaml"


def test_a_save_is_shown_and_nothing_is_recorded(folder: StudyFolder, bank: Path) -> None:
    with preview(folder, str(bank)) as terminal:
        terminal.wait_for("Who brokered the treaty?")
        text = BANK.replace("Near which lake", "Near what lake")
        write(bank.parent, text)
        terminal.wait_for("Near what lake does the Indus rise?")
        terminal.type("x", ENTER)
        terminal.wait_for("Right answer Lake Mansarovar")
        # Written in place, as some editors do.
        bank.write_text(text.replace("rivers to India.", "rivers to its friend."))
        terminal.wait_for("The treaty gave the eastern rivers to its friend.")
        write(bank.parent, FAULTY.replace("Near which", "Near what"))
        terminal.wait_for("There is no kind of question “shrot”.")
        terminal.type(CTRL_Q)
        assert terminal.ended() == 0
    assert not folder.progress.exists()


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [
        (["river.yaml:21"], "Near which lake"),
        (["river.yaml", "--line", "30"], "The treaty gave"),
        (["river.yaml", "--question", "lake"], "Near which lake"),
        (["river.yaml:2"], "Who brokered"),
    ],
)
def test_where_to_begin(folder: StudyFolder, bank: Path, arguments: list[str], seen: str) -> None:
    file, *rest = arguments
    with preview(folder, str(bank.parent / file), *rest) as terminal:
        terminal.wait_for(seen)


def test_a_bank_of_the_study_folder_by_its_id_or_because_it_is_alone(folder: StudyFolder) -> None:
    with preview(folder, "indus") as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
    with preview(folder) as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")


def test_a_running_preview_goes_where_the_cursor_is(folder: StudyFolder, bank: Path) -> None:
    with preview(folder, str(bank)) as terminal:
        terminal.wait_for("Who brokered the treaty?")
        # The preview begins to listen after its first paint.
        end = time.monotonic() + 10
        while done := cssprep("bank", "preview", "river.yaml", "--goto", "24", cwd=bank.parent):
            if "Near which lake" in " ".join(terminal.settle(0.2).split()):
                break
            assert time.monotonic() < end
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        terminal.type(CTRL_Q)
        assert terminal.ended() == 0
    done = cssprep("bank", "preview", str(bank), "--goto", "24")
    assert done.returncode == 1
    assert done.stderr == f"No preview of {bank} is running.\n"


def test_what_can_not_be_previewed_is_told(folder: StudyFolder, bank: Path) -> None:
    write(folder.banks)
    for arguments, said in (
        ([str(bank)], "cssprep: A preview needs a terminal: "),
        (["no.yaml"], "cssprep: There is no file or folder no.yaml."),
        ([], "cssprep: One bank at a time can be previewed. Name one of these: indus.yaml, river"),
        ([str(bank), "--line", "0"], "'0' is no line: give a whole number from 1"),
    ):
        done = cssprep("bank", "preview", *arguments, folder=folder.root)
        assert done.returncode == 2
        assert said in done.stderr
    with preview(folder, str(bank), "--question", "none") as terminal:
        terminal.wait_for("river.yaml has no question with the id none.")
        assert terminal.ended() == 2


def test_editors_do_not_wait_for_textual(folder: StudyFolder, bank: Path) -> None:
    code = f"main(['bank', 'preview', {str(bank)!r}, '--goto', '3'])"
    assert imported(code, folder) == set()
