from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.app.banks import HOSTILE, HOSTILE_TEXT, VALLEY, VALLEY_TEXT, add_bank
from tests.app.driving import (
    LARGE,
    SMALL,
    TINY,
    asked,
    at_home,
    at_question,
    folded,
    settle,
    shown,
    text,
    told,
)
from tests.conftest import HandClock, counted_ids
from tui.app.screens.browse import BrowseScreen
from tui.app.screens.detail import DetailScreen
from tui.app.screens.home import HomeScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.screens.sources import SourcesScreen
from tui.app.screens.study import StudyScreen
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.opening import ask_about


@asynccontextmanager
async def reading(desk: Desk, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[None]]:
    """The app at the reader, its source read."""
    async with at_home(desk, size) as pilot:
        await press(pilot, "r")
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen), screen
    return screen


def at(pilot: Pilot[None]) -> str:
    """The questions about the passage at hand, by their ids."""
    return " ".join(ref.removeprefix("indus/") for ref in reader(pilot).refs)


def prose(pilot: Pilot[None]) -> str:
    """The source as it stands on the screen, without margin and map."""
    widget = reader(pilot).words
    width = pilot.app.size.width
    rows = text(pilot).splitlines()[2 : 2 + widget.size.height]
    return " ".join(" ".join(row.ljust(width)[3:-3] for row in rows).split())


def line_with(pilot: Pilot[None], words: str) -> str:
    return next(line for line in text(pilot).splitlines() if words in line)


def answer(desk: Desk, ref: str, *given: str) -> None:
    session = ask_about(desk, [ref])
    session.answer(given, 5)
    session.end()


async def test_the_source_with_what_is_tested_marked(desk: Desk, clock: HandClock) -> None:
    answer(desk, "indus/broker", "The World Bank")
    clock.pass_(days=60)
    answer(desk, "indus/eastern-to", "true")
    async with reading(desk) as pilot:
        screen = folded(pilot)
        assert "The Indus" in screen
        assert "✓1 ~1 ·9" in screen
        assert "▐·The Indus rises near Lake Mansarovar in Tibet▌ and" in prose(pilot)
        assert "▐~The World Bank brokered it.▌" in prose(pilot)
        # Another question quotes more than this one: its part alone is new.
        assert "▐·It gave the eastern rivers to India and the western" in prose(pilot)
        assert line_with(pilot, "World Bank").lstrip("▸ ").startswith("~")
        assert line_with(pilot, "Lake Mansarovar").startswith("▸·")
        assert "passage 1 of 12: 1 question" in screen
        assert "✓ firm ~ slipping · unseen" in screen


async def test_the_tally_in_words_where_there_is_room(desk: Desk) -> None:
    async with reading(desk, LARGE) as pilot:
        assert "0 of 11 firm, 0 slipping, 11 unseen" in folded(pilot)


async def test_keys_move_from_passage_to_passage(desk: Desk) -> None:
    async with reading(desk) as pilot:
        assert at(pilot) == "source-lake"
        await press(pilot, "n")
        assert at(pilot) == "length"
        await press(pilot, "tab", "n")
        assert at(pilot) == "treaty-essay signed-on"
        assert "passage 4 of 12: 2 questions" in folded(pilot)
        await press(pilot, "p")
        assert at(pilot) == "tributaries"
        await press(pilot, "shift+tab", "p", "p", "p", "p")
        assert at(pilot) == "source-lake"
        await press(pilot, *["n"] * 20)
        assert "passage 12 of 12" in folded(pilot)


async def test_from_one_that_slips_to_the_next(desk: Desk, clock: HandClock) -> None:
    answer(desk, "indus/length", "3180")
    answer(desk, "indus/broker", "The World Bank")
    clock.pass_(days=60)
    answer(desk, "indus/signers", "Ayub Khan", "Jawaharlal Nehru")
    async with reading(desk) as pilot:
        await press(pilot, "N")
        assert at(pilot) == "length"
        await press(pilot, "N")
        assert at(pilot) == "broker"
        await press(pilot, "N")
        assert at(pilot) == "broker"
        assert "Nothing slips below this passage." in told(pilot)
        await press(pilot, "P")
        assert at(pilot) == "length"


async def test_where_nothing_slips_there_is_no_key_for_it(desk: Desk) -> None:
    async with reading(desk) as pilot:
        assert "N slipping" not in folded(pilot)
        await press(pilot, "N")
        assert at(pilot) == "source-lake"
        assert told(pilot) == ""


async def test_enter_asks_and_comes_back_to_the_passage(desk: Desk) -> None:
    async with reading(desk) as pilot:
        await press(pilot, *["n"] * 6)
        assert at(pilot) == "eastern-to treaty-split"
        assert "▐·It gave" in prose(pilot)
        await press(pilot, "enter")
        assert (asked(pilot).ref, asked(pilot).of) == ("indus/eastern-to", 2)
        await press(pilot, "t", "enter", "enter")
        assert asked(pilot).ref == "indus/treaty-split"
        await press(pilot, "escape")
        assert at(pilot) == "eastern-to treaty-split"
        assert "✓1 ~0 ·10" in folded(pilot)
        assert "▐✓It gave the eastern rivers to India▌" not in prose(pilot)
        await press(pilot, "enter", "t", "enter", "enter")
        for word in ("eastern", "western", "Pakistan"):
            await press(pilot, *word, "enter")
        assert "Right" in folded(pilot)
        await press(pilot, "enter")
        assert at(pilot) == "eastern-to treaty-split"
        assert "✓2 ~0 ·9" in folded(pilot)
        assert "▐✓It gave the eastern rivers to India and" in prose(pilot)
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "2 of 11 questions seen" in folded(pilot)


async def test_d_shows_the_questions_without_asking(desk: Desk) -> None:
    async with reading(desk) as pilot:
        await press(pilot, *["n"] * 3, "d")
        assert isinstance(pilot.app.screen, DetailScreen)
        screen = folded(pilot)
        assert "1 of 2" in screen
        assert "indus/treaty-essay" in screen
        assert "r read" not in screen
        await press(pilot, "n")
        assert "2 of 2" in folded(pilot)
        assert "indus/signed-on" in folded(pilot)
        await press(pilot, "n", "p")
        assert "1 of 2" in folded(pilot)
        await press(pilot, "escape")
        assert at(pilot) == "treaty-essay signed-on"
        assert "·11" in folded(pilot)


async def test_from_a_question_to_its_source_and_back(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        await press(pilot, "b")
        await press(pilot, "enter")
        assert "Who brokered" in folded(pilot)
        await press(pilot, "r")
        assert at(pilot) == "broker"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, StudyScreen)
        await press(pilot, "escape")
        assert at(pilot) == "broker"
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DetailScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, BrowseScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_notes_stand_below_the_paragraph_when_asked_for(desk: Desk) -> None:
    async with reading(desk) as pilot:
        assert "Eugene Black" not in folded(pilot)
        await press(pilot, "o")
        assert "Pakistan.▌ Note Its president was Eugene Black." in prose(pilot)
        await press(pilot, "o")
        assert "Eugene Black" not in folded(pilot)


async def test_notes_stand_beside_the_paragraph_where_there_is_room(desk: Desk) -> None:
    async with reading(desk, LARGE) as pilot:
        assert "Its president was Eugene Black." in line_with(pilot, "The World Bank brokered it.")
        await press(pilot, "o")
        assert "Eugene Black" not in folded(pilot)


async def test_scrolling_has_ends(desk: Desk) -> None:
    async with reading(desk, (60, 12)) as pilot:
        first = text(pilot)
        await press(pilot, "up", "pageup", "home")
        assert text(pilot) == first
        await press(pilot, "down")
        assert text(pilot) != first
        await press(pilot, *["pagedown"] * 6)
        last = text(pilot)
        assert "in 1960" in last.splitlines()[-3]
        await press(pilot, "down", "end")
        assert text(pilot) == last
        await press(pilot, *["pageup"] * 6)
        assert text(pilot) == first


async def test_the_passage_at_hand_stays_on_the_screen(desk: Desk) -> None:
    async with reading(desk, TINY) as pilot:
        for _ in range(12):
            assert "▸" in text(pilot)
            await press(pilot, "n")
        for width in (30, 90, 130, 40):
            await pilot.resize_terminal(width, 10)
            await settle(pilot)
            assert "▸" in text(pilot)
        for _ in range(12):
            await press(pilot, "p")
            assert "▸" in text(pilot)


async def test_a_click_takes_a_passage_at_hand(desk: Desk) -> None:
    async with reading(desk, LARGE) as pilot:
        row = next(n for n, line in enumerate(text(pilot).splitlines()) if "Tarbela" in line)
        await pilot.click(offset=(10, row))
        await settle(pilot)
        assert "indus/dams-in-order" in reader(pilot).refs


async def test_several_sources_are_listed_first(desk: Desk, folder: StudyFolder) -> None:
    (folder.banks / "valley.yaml").write_text(VALLEY, encoding="utf-8")
    (folder.banks / "sources" / "valley.txt").write_text(VALLEY_TEXT, encoding="utf-8")
    desk.index.refresh()
    answer(desk, "valley/leader", "Ahmad Massoud")
    async with at_home(desk) as pilot:
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, SourcesScreen)
        assert "✓ firm ~ slipping · unseen" in folded(pilot)
        assert "▸ The Indus 0 % 0 % 100 %" in folded(pilot)
        assert "The valley and its people 100 % 0 % 0 %" in folded(pilot)
        await press(pilot, "down", "enter")
        assert "▐✓his son, Ahmad Massoud" in prose(pilot)
        await press(pilot, "escape")
        assert "▸ The valley and its people" in folded(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_without_its_text_the_quotes_are_shown_and_that_is_said(
    folder: StudyFolder, clock: HandClock
) -> None:
    bank = folder.banks / "indus.yaml"
    words = bank.read_text(encoding="utf-8")
    bank.write_text(words.replace("redistribute: true", "redistribute: false"), encoding="utf-8")
    (folder.banks / "sources" / "river.txt").unlink()
    with open_desk(folder, clock, counted_ids()) as desk:
        async with reading(desk, (130, 30)) as pilot:
            assert "The text is not at hand. These are the passages" in prose(pilot)
            assert "▐·The World Bank brokered it.▌" in prose(pilot)
            assert "and runs for" not in prose(pilot)


async def test_without_questions_there_is_nothing_to_read(
    folder: StudyFolder, clock: HandClock
) -> None:
    (folder.banks / "indus.yaml").unlink()
    with open_desk(folder, clock, counted_ids()) as desk:
        async with at_home(desk) as pilot:
            await press(pilot, "r")
            assert isinstance(pilot.app.screen, HomeScreen)
            assert "No question quotes a source." in told(pilot)


async def test_a_source_whose_bank_goes_while_it_is_read(desk: Desk, folder: StudyFolder) -> None:
    async with reading(desk) as pilot:
        await press(pilot, "d")
        (folder.banks / "indus.yaml").unlink()
        await press(pilot, "escape")
        assert "No question quotes “The Indus” any more." in folded(pilot)
        await press(pilot, "escape")
        assert "Enter ask" not in folded(pilot)
        await press(pilot, "enter", "n", "d", "N", "o", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_text_of_banks_is_text(folder: StudyFolder, clock: HandClock) -> None:
    add_bank(folder.banks, "hostile", HOSTILE, HOSTILE_TEXT)
    with open_desk(folder, clock, counted_ids()) as desk:
        async with reading(desk) as pilot:
            await press(pilot, "o")
            screen = folded(pilot)
            assert "[bold]A title[/]" in screen
            assert "Here ▐·[bold]x[/] is text▌, as [@click=app.quit]that[/] is" in prose(pilot)
            assert "Note [blink]Note[/]" in prose(pilot)


async def test_control_characters_of_a_source_never_reach_the_terminal(
    folder: StudyFolder, clock: HandClock
) -> None:
    source: Path = folder.banks / "sources" / "river.txt"
    words = source.read_text(encoding="utf-8")
    source.write_text(words.replace(" It gave", " \x1b]0;x\x07 It gave"), encoding="utf-8")
    with open_desk(folder, clock, counted_ids()) as desk:
        async with reading(desk) as pilot:
            assert "\x1b" not in text(pilot)
            assert "�]0;x�" in text(pilot)


async def test_from_a_verdict_to_its_source_and_back(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await press(pilot, "t", "enter", "r")
        assert at(pilot) == "eastern-to treaty-split"
        assert "Enter ask" not in folded(pilot)
        await press(pilot, "enter")
        assert at(pilot) == "eastern-to treaty-split"
        await press(pilot, "escape")
        assert shown(pilot).asked.ref == "indus/eastern-to"
        await press(pilot, "enter")
        assert asked(pilot).ref != "indus/eastern-to"


async def test_a_source_is_not_opened_above_itself(desk: Desk) -> None:
    async with reading(desk) as pilot:
        await press(pilot, *["n"] * 6, "enter", "t", "enter", "r")
        assert shown(pilot).asked.ref == "indus/eastern-to"


async def test_a_text_that_changes_meanwhile_is_read_anew(desk: Desk, folder: StudyFolder) -> None:
    source = folder.banks / "sources" / "river.txt"
    async with reading(desk) as pilot:
        await press(pilot, *["n"] * 5, "d")
        words = source.read_text(encoding="utf-8")
        source.write_text(f"A heading that is new\n{words}", encoding="utf-8")
        await press(pilot, "escape")
        assert at(pilot) == "broker"
        assert "A heading that is new" in prose(pilot)
        assert "▐·The World Bank brokered it.▌" in prose(pilot)
