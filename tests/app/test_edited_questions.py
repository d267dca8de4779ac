"""A question is edited wherever it is shown, and what was changed is taken in at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.driving import (
    answer,
    asked,
    at_home,
    at_question,
    folded,
    settle,
    shown,
    told,
    write,
)
from tests.app.editors import editor
from tui.app.screens.browse import BrowseScreen
from tui.app.screens.detail import DetailScreen
from tui.app.screens.summary import SummaryScreen
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk

PROMPT = "s/Who brokered/Which body brokered/"
BREAK = "s/^    prompt: Who brokered/    prompt: Who: brokered/"
Patch = pytest.MonkeyPatch


async def test_while_it_is_asked(desk: Desk, tmp_path: Path, monkeypatch: Patch) -> None:
    line = editor(monkeypatch, tmp_path, PROMPT)
    async with at_question(desk, "broker") as pilot:
        await pilot.press("b", "ctrl+o")
        await settle(pilot)
        assert "Which body brokered" in folded(pilot)
        assert len(answer(pilot)) == 1
        text = (desk.folder.banks / "indus.yaml").read_text().splitlines()
        assert "id: broker" in text[int(line.read_text().strip("+\n")) - 1]


async def test_a_half_typed_answer_stays(desk: Desk, tmp_path: Path, monkeypatch: Patch) -> None:
    editor(monkeypatch, tmp_path, "s/^    prompt: .*[Ll]ake.*/    prompt: Name the lake./")
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "Mansa")
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert asked(pilot).question.prompt == "Name the lake."
        assert answer(pilot) == ("Mansa",)
        await pilot.press("x")
        assert answer(pilot) == ("Mansax",)


async def test_the_answer_changes_while_one_answers(
    desk: Desk, tmp_path: Path, monkeypatch: Patch
) -> None:
    editor(monkeypatch, tmp_path, "/id: eastern-to/,/quote/s/answer: .*/answer: false/")
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "ctrl+o")
        await settle(pilot)
        assert answer(pilot) == ("true",)
        await pilot.press("enter")
        assert shown(pilot).verdict.outcome is Outcome.WRONG


async def test_the_verdict_follows_the_answer(
    desk: Desk, tmp_path: Path, monkeypatch: Patch
) -> None:
    editor(monkeypatch, tmp_path, "/id: eastern-to/,/quote/s/answer: .*/answer: false/")
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter")
        assert shown(pilot).verdict.outcome is Outcome.RIGHT
        await pilot.press("e")
        await settle(pilot)
        assert shown(pilot).verdict.outcome is Outcome.WRONG


async def test_a_question_that_is_deleted(desk: Desk, tmp_path: Path, monkeypatch: Patch) -> None:
    editor(monkeypatch, tmp_path, "/- id: broker/,/hint:/d")
    async with at_question(desk, "broker") as pilot:
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert asked(pilot).ref != "indus/broker"
        assert "That question can't be asked as it is written now." in told(pilot)


async def test_a_file_that_is_broken(desk: Desk, tmp_path: Path, monkeypatch: Patch) -> None:
    editor(monkeypatch, tmp_path, BREAK)
    async with at_question(desk, "broker") as pilot:
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert asked(pilot).question.prompt == "Who brokered the Indus Waters Treaty?"
        assert "indus.yaml, line" in told(pilot)
        assert "A colon stands inside a text." in told(pilot)
        assert "The question stays as it was last read." in told(pilot)


async def test_a_question_that_is_broken(desk: Desk, tmp_path: Path, monkeypatch: Patch) -> None:
    editor(monkeypatch, tmp_path, "s/answer: The World Bank/anser: The World Bank/")
    async with at_question(desk, "broker") as pilot:
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert asked(pilot).ref != "indus/broker"
        assert "Did you mean `answer`?" in told(pilot)


async def test_the_last_question_is_deleted(desk: Desk, tmp_path: Path, monkeypatch: Patch) -> None:
    editor(monkeypatch, tmp_path, "s/^  - id: /  - draft: true\\n    id: /")
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter", "enter", "ctrl+o")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SummaryScreen)


async def test_in_the_browser(desk: Desk, tmp_path: Path, monkeypatch: Patch) -> None:
    editor(monkeypatch, tmp_path, PROMPT)
    async with at_home(desk) as pilot:
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("ctrl+o")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(pilot.app.screen, BrowseScreen)
        assert "Which body brokered" in folded(pilot)


async def test_of_one_question_whole(desk: Desk, tmp_path: Path, monkeypatch: Patch) -> None:
    editor(monkeypatch, tmp_path, PROMPT)
    async with at_home(desk) as pilot:
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DetailScreen)
        assert "Which body brokered the Indus Waters Treaty?" in folded(pilot)


async def test_one_question_whole_that_breaks(
    desk: Desk, tmp_path: Path, monkeypatch: Patch
) -> None:
    editor(monkeypatch, tmp_path, BREAK)
    async with at_home(desk) as pilot:
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DetailScreen)
        assert "Who brokered the Indus Waters Treaty?" in folded(pilot)
        assert "A colon stands inside a text." in told(pilot)
