from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.driving import (
    app_at,
    asked,
    at_home,
    at_question,
    folded,
    settle,
    shown,
    told,
    write,
)
from tests.conftest import HandClock, counted_ids
from tests.progress.entries import review
from tests.progress.files import fill, open_at
from tui.app.app import CssprepApp, run_app
from tui.app.going import Failed
from tui.app.screens.trouble import TroubleScreen
from tui.fault import Fault
from tui.log import How
from tui.progress.errors import ProgressError
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.opening import open_session


async def test_a_key_can_be_given_another(desk: Desk, config: Path) -> None:
    (config / "keys.toml").write_text('[verdict]\nguessed = "x"\n[ask]\nskip = "f3"\n')
    async with at_question(desk, "eastern-to") as pilot:
        assert "F3 skip" in folded(pilot)
        await pilot.press("t", "enter")
        assert "x guessed" in folded(pilot)
        await pilot.press("g")
        assert shown(pilot).said is None
        await pilot.press("x")
        assert shown(pilot).said is How.GUESSED


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("verdict.right = r", "is no TOML"),
        ('"verdict.rigth" = "r"', 'Did you mean "verdict.right"?'),
        ('"verdict.right" = 3', 'gives no key to "verdict.right"'),
    ],
)
async def test_bad_keys_are_told_in_a_sentence(
    desk: Desk, config: Path, content: str, words: str
) -> None:
    (config / "keys.toml").write_text(content + "\n")
    async with at_home(desk, size=(200, 40)) as pilot:
        assert words in told(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert asked(pilot)


async def test_a_key_that_is_taken_is_told(desk: Desk, config: Path) -> None:
    (config / "keys.toml").write_text('"verdict.guessed" = "u"\n')
    async with at_question(desk, "eastern-to", size=(160, 40)) as pilot:
        await pilot.press("t", "enter")
        await pilot.pause()
        assert "u guessed" in folded(pilot)
        assert 'gives "u" to "verdict.guessed", where "verdict.undo" has it' in told(pilot)


async def test_a_fault_is_one_sentence_and_advice(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        pilot.app.screen.post_message(Failed(Fault("The disk is [b]full[/b].", "Free some.")))
        await pilot.pause()
        assert isinstance(pilot.app.screen, TroubleScreen)
        assert "✗ The disk is [b]full[/b]." in folded(pilot)
        assert "Free some." in folded(pilot)
        pilot.app.screen.post_message(Failed(Fault("And [b]this[/b].")))
        await pilot.pause()
        assert "And [b]this[/b]." in folded(pilot)
        await pilot.press("enter")
        assert "Today" in folded(pilot)


async def test_what_a_worker_raises_is_told(
    desk: Desk, folder: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with CssprepApp(desk, 20).run_test(notifications=True) as pilot:
        folder.progress.rename(folder.progress.with_suffix(".gone"))
        folder.progress.mkdir()
        await settle(pilot)
        assert isinstance(pilot.app.screen, TroubleScreen)
    with pytest.raises(ProgressError, match="was removed or replaced"):
        desk.close()


async def test_answers_that_only_a_kept_file_has_are_told(desk: Desk, folder: StudyFolder) -> None:
    with open_at(folder.progress.with_name("progress-kept-1.db")) as kept:
        fill(kept, [review("R1"), review("R2")])
    async with CssprepApp(desk, 20).run_test(notifications=True) as pilot:
        await settle(pilot)
        assert "progress-kept-1.db holds 2 answers that progress.db has not" in told(pilot)


async def test_an_unexpected_error_ends_with_a_sentence(desk: Desk) -> None:
    app = app_at(desk)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            app.call_next(lambda: 1 // 0)
            await pilot.pause()
    assert "an error that it did not expect (ZeroDivisionError" in app.last_words
    details = desk.folder.cache / "last-error.txt"
    assert "ZeroDivisionError" in details.read_text()


async def test_the_palette_finds_what_keys_do(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        await pilot.press("ctrl+p")
        await settle(pilot)
        await write(pilot, "skip")
        await settle(pilot)
        await pilot.pause(0.3)
        assert "Puts the question last in this session." in folded(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.pause(0.2)
        assert asked(pilot).ref != "indus/broker"


async def test_the_theme_is_kept(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        pilot.app.theme = "nord"
        await pilot.pause()
    assert CssprepApp(desk, 20).theme == "nord"


@pytest.mark.parametrize(
    ("environment", "theme"),
    [({"TERM": "linux", "COLORTERM": ""}, "ansi-dark"), ({}, "textual-dark")],
)
async def test_a_terminal_of_few_colours_gets_its_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], theme: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert CssprepApp(desk, 20).theme == theme


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light", "textual-light", "nord"])
async def test_every_theme_shows_a_session(desk: Desk, theme: str) -> None:
    app = app_at(desk, "broker")
    app.theme = theme
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "enter")
        assert "✓" in folded(pilot)


async def test_without_colour_the_screen_says_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_question(desk, "broker") as pilot:
        await pilot.press("a", "enter")
        coloured = folded(pilot)
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_question(desk) as pilot:
        assert folded(pilot) == coloured


async def test_a_session_with_nothing_to_ask_is_home(desk: Desk, folder: StudyFolder) -> None:
    for bank in folder.banks.glob("*.yaml"):
        bank.unlink()
    empty = open_desk(folder, desk.clock, counted_ids())
    app = CssprepApp(empty, 20, open_session(empty, 20))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert "There are no questions yet." in folded(pilot)


def test_what_can_not_be_opened_is_raised_before_the_screen(
    folder: StudyFolder, clock: HandClock
) -> None:
    folder.progress.write_text("this is no database, and long enough to be taken for one" * 9)
    with pytest.raises(Fault):
        run_app(folder, clock, counted_ids())
