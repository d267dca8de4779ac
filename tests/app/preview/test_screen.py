from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.driving import folded, told
from tests.app.driving import text as screen_text
from tests.app.driving import write as type_in
from tests.app.editors import editor
from tests.app.preview.bank import (
    BANK,
    FAULTY,
    SOURCE,
    WARNED,
    preview,
    previewing,
    save,
    screen,
    until,
    write,
)
from tui.kinds.question import Answer
from tui.kinds.verdict import Outcome
from tui.study.states import Asked, Shown

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (120, 30), (160, 45)], ids=["80x24", "120x30", "160x45"]
)
TINY = (40, 10)


def shown(pilot: Pilot[None]) -> Shown:
    state = preview(pilot).state
    assert isinstance(state, Shown), state
    return state


def asked(pilot: Pilot[None]) -> Asked:
    state = preview(pilot).state
    assert isinstance(state, Asked), state
    return state


def typed(pilot: Pilot[None]) -> Answer:
    page = screen(pilot).page
    assert page is not None
    return page.current.answer()


@SIZES
async def test_a_question_as_a_learner_sees_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with previewing(tmp_path, size=size) as pilot:
        seen = folded(pilot)
        assert "river.yaml The treaty · choice broker line 9 1 of 3" in seen
        assert "Who brokered the treaty?" in seen
        assert "The United Nations" in seen
        assert "Its president" not in seen
        assert "✓ nothing to complain of here" in seen


@SIZES
async def test_an_answer_is_tried(tmp_path: Path, size: tuple[int, int]) -> None:
    async with previewing(tmp_path, size=size) as pilot:
        options = asked(pilot).question.options(0)
        await pilot.press("abc"[options.index("The Commonwealth")], "enter")
        await pilot.pause()
        seen = folded(pilot)
        assert shown(pilot).verdict.outcome is Outcome.WRONG
        assert "Neither side asked it to." in seen
        assert "▐The World Bank brokered it.▌" in seen
        assert "Its president was Eugene Black." in seen
        await pilot.press("enter")
        assert asked(pilot).turn == 1
        assert typed(pilot) == ()


async def test_from_question_to_question(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        await pilot.press("ctrl+n")
        assert "lake" in asked(pilot).ref
        await pilot.press("n", "p")
        assert typed(pilot) == ("np",)
        await pilot.press("pagedown")
        assert asked(pilot).ref == "river/rivers"
        assert "draft rivers line 28 3 of 3" in folded(pilot)
        await pilot.press("pagedown", "pageup", "pageup", "ctrl+b")
        assert asked(pilot).ref == "river/broker"
        await pilot.press("a", "enter", "n")
        assert asked(pilot).ref == "river/lake"
        await pilot.press("enter", "p")
        assert asked(pilot).ref == "river/broker"


async def test_whole_hint_and_back(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        await pilot.press("ctrl+t")
        assert "Hint A lender." in folded(pilot)
        await pilot.press("ctrl+r")
        seen = folded(pilot)
        assert "✓ The World Bank" in seen
        assert "Hint A lender." in seen
        assert "▐The World Bank brokered it.▌" in seen
        assert "Not asked yet" not in seen
        await pilot.press("n")
        assert "✓ Lake Mansarovar" in folded(pilot)
        await pilot.press("w")
        assert "✓ Lake Mansarovar" not in folded(pilot)
        await type_in(pilot, "Mansa")
        await pilot.press("escape")
        assert typed(pilot) == ("",)


@SIZES
async def test_a_save_is_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    async with previewing(tmp_path, size=size) as pilot:
        await save(pilot, tmp_path, BANK.replace("Near which lake", "Near what lake"))
        assert asked(pilot).ref == "river/lake"
        assert "Near what lake does the Indus rise?" in folded(pilot)


async def test_a_save_of_the_question_that_is_tried_keeps_the_answer(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        await pilot.press("ctrl+n")
        await type_in(pilot, "Manas")
        await save(pilot, tmp_path, BANK.replace("Near which lake", "Near what lake"))
        assert typed(pilot) == ("Manas",)
        await pilot.press("a", "enter")
        assert shown(pilot).review.answer == ("Manasa",)
        accepted = BANK.replace("answer: Lake Mansarovar", "answer: Manasa")
        await save(pilot, tmp_path, accepted)
        assert shown(pilot).verdict.outcome is Outcome.RIGHT
        assert "✓ Right" in folded(pilot)


async def test_a_save_elsewhere_keeps_the_place(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        await pilot.press("ctrl+n")
        await type_in(pilot, "Manas")
        await save(pilot, tmp_path, BANK.replace("title: The river", "title: The\n  river"))
        assert asked(pilot).ref == "river/lake"
        assert typed(pilot) == ("Manas",)
        assert "lake line 21 2 of 3" in folded(pilot)


async def test_a_new_question_and_one_that_is_deleted(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        new = (
            "  - id: new\n    kind: number\n    topic: river.treaty\n    prompt: In which year?\n"
            "    answer: 1960\n    quote: The treaty of 1960\n"
        )
        await save(pilot, tmp_path, BANK.replace("  - id: rivers", f"{new}  - id: rivers"))
        assert "In which year?" in folded(pilot)
        assert "new line 28 3 of 4" in folded(pilot)
        await save(pilot, tmp_path, BANK)
        assert "rivers line 28 3 of 3" in folded(pilot)


@SIZES
async def test_complaints_stand_beside_the_question(tmp_path: Path, size: tuple[int, int]) -> None:
    async with previewing(tmp_path, WARNED, size=size) as pilot:
        seen = folded(pilot)
        assert "The quote is not in the source “river” word for word." in seen
        assert "17 quote: The World Bank has" in seen
        assert "error quote-not-found, line 17" in seen
        assert "1 error here, 1 warning elsewhere" in seen
        assert "Who brokered the treaty?" in seen
        lines = screen_text(pilot).splitlines()
        (line,) = [line for line in lines if "The quote is not in" in line]
        # Beside the prompt where there is room, below it where there is not.
        assert ("Who brokered" in line) == (size[0] >= 110)


async def test_the_list_of_complaints_leads_to_questions(tmp_path: Path) -> None:
    async with previewing(tmp_path, WARNED) as pilot:
        await pilot.press("ctrl+l")
        seen = folded(pilot)
        assert "2 complaints" in seen
        assert "broker The quote is not in the source" in seen
        assert "error quote-not-found, line 17" in seen
        await pilot.press("down")
        assert "warning undated, line 31" in folded(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert asked(pilot).ref == "river/rivers"
        assert "“today” has no date." in folded(pilot)
        await pilot.press("ctrl+l")
        await type_in(pilot, "quote-not")
        assert "1 complaint" in folded(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert asked(pilot).ref == "river/rivers"


async def test_a_question_is_found(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        await pilot.press("ctrl+g")
        assert "3 rivers draft The treaty gave" in folded(pilot)
        await type_in(pilot, "mansarovar")
        assert "1 question" in folded(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert asked(pilot).ref == "river/lake"
        await pilot.press("ctrl+g")
        await type_in(pilot, "zzz")
        assert "Nothing found" in folded(pilot)
        await pilot.press("enter", "escape")
        assert asked(pilot).ref == "river/lake"


@SIZES
async def test_a_faulty_question_is_shown_as_it_is_written(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with previewing(tmp_path, FAULTY, size=size) as pilot:
        await pilot.press("ctrl+n")
        seen = folded(pilot)
        assert "This question can't be asked as it is written now." in seen
        assert "There is no kind of question “shrot”." in seen
        assert "Did you mean short?" in seen
        assert "✗ 21 kind: shrot" in seen
        assert "23 prompt: Near which lake does the Indus rise?" in seen
        await pilot.press("n")
        assert asked(pilot).ref == "river/rivers"


async def test_a_fault_leaves_the_last_good_save_on_the_screen(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        await save(pilot, tmp_path, FAULTY)
        seen = folded(pilot)
        assert "There is no kind of question “shrot”." in seen
        assert "Below: as of the last good save." in seen
        assert "Near which lake does the Indus rise?" in seen
        await save(pilot, tmp_path, BANK)
        assert "last good save" not in folded(pilot)
        assert asked(pilot).ref == "river/lake"


@SIZES
async def test_a_file_that_can_not_be_read(tmp_path: Path, size: tuple[int, int]) -> None:
    async with previewing(tmp_path, size=size) as pilot:
        await save(pilot, tmp_path, BANK.replace("prompt: Near which", "prompt: Near: which"))
        seen = folded(pilot)
        assert "The file can't be read as it is now. Below: as of the last good save." in seen
        assert "A colon stands inside a text." in seen
        assert "23 prompt: Near: which" in seen
        assert "error syntax, line 23" in seen
        assert "Who brokered the treaty?" in seen
        await pilot.press("a", "enter")
        assert shown(pilot).review.answer


async def test_a_file_that_goes_and_comes_back(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        (tmp_path / "river.yaml").unlink()
        await until(pilot, lambda: preview(pilot).bank.trouble)
        assert "no such file or directory" in folded(pilot).lower()
        assert "Who brokered the treaty?" in folded(pilot)
        await save(pilot, tmp_path, BANK.replace("Near which", "Near what"))
        assert "Near what lake" in folded(pilot)


async def test_a_folder_that_is_moved_away_and_back(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    async with previewing(folder) as pilot:
        folder.rename(tmp_path / "away")
        await until(pilot, lambda: preview(pilot).bank.trouble)
        write(folder, BANK.replace("Near which", "Near what"))
        await until(pilot, lambda: not preview(pilot).bank.trouble)
        assert "Near what lake" in folded(pilot)
        shutil.rmtree(tmp_path / "away")


async def test_a_source_that_changes(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        await pilot.press("ctrl+n")
        number = preview(pilot).bank.number
        source = tmp_path / "sources" / "river.txt"
        source.write_text(SOURCE.replace("Lake Mansarovar", "a lake"))
        await until(pilot, lambda: preview(pilot).bank.number > number)
        assert asked(pilot).ref == "river/lake"
        assert "The quote is not in the source" in folded(pilot)


async def test_an_editor_calls(tmp_path: Path) -> None:
    called = tmp_path / "cache" / "line"
    called.parent.mkdir()
    async with previewing(tmp_path, called=called) as pilot:
        called.write_text("24\n")
        await until(pilot, lambda: preview(pilot).at == 1)
        assert "Near which lake" in folded(pilot)
        called.write_text("3\n")
        await pilot.pause(0.3)
        assert preview(pilot).at == 1


async def test_a_bank_without_questions(tmp_path: Path) -> None:
    start = BANK[: BANK.index("  - id: broker")]
    async with previewing(tmp_path, start) as pilot:
        assert "The bank has no question yet." in folded(pilot)
        await pilot.press("n", "p", "w", "slash", "escape")
        await save(pilot, tmp_path, BANK)
        assert "Who brokered the treaty?" in folded(pilot)
        await pilot.press("a", "enter")
        assert shown(pilot).asked.ref == "river/broker"


async def test_the_editor_is_opened_at_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = editor(monkeypatch, tmp_path, "s/Near which/Near what/")
    async with previewing(tmp_path) as pilot:
        await pilot.press("ctrl+n", "ctrl+o")
        await pilot.pause()
        assert line.read_text() == "+20\n"
        assert "Near what lake" in folded(pilot)
        await pilot.press("enter", "e")
        await pilot.pause()
        assert line.read_text() == "+20\n"
        assert shown(pilot).asked.ref == "river/lake"


async def test_the_editor_is_opened_at_a_complaint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = editor(monkeypatch, tmp_path, "s/has brokered/brokered/")
    async with previewing(tmp_path, WARNED) as pilot:
        await pilot.press("ctrl+l", "ctrl+o")
        await until(pilot, lambda: line.exists() and not preview(pilot).here)
        assert line.read_text() == "+17\n"


async def test_a_missing_editor_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with previewing(tmp_path) as pilot:
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "The editor no-such-editor was not found." in folded(pilot)
        assert told(pilot) == ""


async def test_help_shows_the_keys_of_the_preview_alone(tmp_path: Path) -> None:
    async with previewing(tmp_path, size=(120, 45)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        seen = folded(pilot)
        assert "Previewing a bank" in seen
        assert "Lists all complaints about the file" in seen
        assert "always.next" in seen
        assert "Studying" not in seen
        await pilot.press("escape")
        assert asked(pilot).ref == "river/broker"


@pytest.mark.parametrize("keys", [("ctrl+q",), ("a", "enter", "q")])
async def test_leaving(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with previewing(tmp_path) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert not pilot.app.is_running or pilot.app._exit


async def test_resizing_and_a_tiny_terminal(tmp_path: Path) -> None:
    async with previewing(tmp_path, WARNED) as pilot:
        small = screen_text(pilot)
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        assert "c lists them" not in folded(pilot)
        assert "^L lists them" in folded(pilot)
        await pilot.resize_terminal(*TINY)
        await pilot.pause()
        assert max(map(len, screen_text(pilot).splitlines())) <= TINY[0]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.pause()
        assert screen_text(pilot) == small


async def test_nothing_is_recorded(tmp_path: Path) -> None:
    banks = tmp_path / "question_banks"
    progress = tmp_path / "progress.db"
    async with previewing(banks) as pilot:
        await pilot.press("a", "enter", "enter", "ctrl+n")
    assert not progress.exists()
    progress.write_bytes(b"what a learner has")
    async with previewing(banks) as pilot:
        await pilot.press("a", "enter", "enter", "ctrl+n")
    assert progress.read_bytes() == b"what a learner has"
    left = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"progress.db", "river.yaml", "river.txt"}
