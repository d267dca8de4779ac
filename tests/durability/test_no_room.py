"""No room on the disk in mid-session: told, nothing shown as recorded is lost, and it goes on."""

from __future__ import annotations

import resource

import pytest

from tests.app.driving import answer, at_question, folded, settle, shown, told, write
from tests.terminal import CSSPREP, ENTER, Terminal
from tests.test_kill_and_resume import answers
from tui.progress import log
from tui.progress.errors import ProgressError
from tui.study.desk import Desk
from tui.study.folder import StudyFolder
from tui.study.opening import open_session
from tui.study.states import Asked, Shown

WORDS = "There is no room left"


def fill_up(desk: Desk) -> None:
    """Lets SQLite find no room for one more page, as on a full disk."""
    (pages,) = desk.progress.row("PRAGMA page_count") or (0,)
    desk.progress.row(f"PRAGMA max_page_count = {pages}")
    assert desk.progress.row("PRAGMA freelist_count") == (0,)


def make_room(desk: Desk) -> None:
    desk.progress.row("PRAGMA max_page_count = 1000000")


LONG = "x" * 20_000
"""An answer that no page has room for."""


def test_the_session_stands_as_it_did(desk: Desk) -> None:
    session = open_session(desk, 600)
    asked, row = session.state, session._row
    fill_up(desk)
    for _ in range(3):
        with pytest.raises(ProgressError, match=f"{WORDS}.*not recorded"):
            session.answer((LONG,), 5)
    assert (session.state, session._row) == (asked, row)
    assert list(log.entries(desk.progress)) == []
    make_room(desk)
    assert isinstance(session.answer((LONG,), 5), Shown)
    assert session.seconds == 5
    assert len(list(log.entries(desk.progress))) == 1
    # Missed once: it comes once more, however often writing it had failed.
    assert isinstance(asked, Asked)
    assert session._row.queue.count(asked.ref) == 2
    session.undo()
    assert session.seconds == 0


async def test_the_answer_waits_in_its_input(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await settle(pilot)
        fill_up(desk)
        await write(pilot, LONG)
        await pilot.press("enter")
        await pilot.pause()
        assert WORDS in folded(pilot)
        assert "Your answer stands where you gave it: Enter tries again." in folded(pilot)
        await pilot.press("enter")
        assert answer(pilot) == (LONG,)
        make_room(desk)
        await pilot.press("enter")
        await pilot.pause()
        assert shown(pilot).review.answer == (LONG,)
    assert len(list(log.entries(desk.progress))) == 1


async def test_a_draft_that_can_not_be_kept_is_told_once_and_takes_no_key(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await settle(pilot)
        fill_up(desk)
        for _ in range(2):
            await write(pilot, LONG)
            await pilot.pause(0.4)
        assert told(pilot).count(WORDS) == 1
        assert answer(pilot) == (LONG * 2,)


def test_the_real_app_goes_on_once_its_files_may_grow(folder: StudyFolder) -> None:
    with Terminal([CSSPREP, "study"], folder.root) as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
        terminal.type("a", ENTER)
        terminal.wait_for("The World Bank brokered it.")
        terminal.type(ENTER)
        terminal.wait_for("Near which lake does the Indus rise?")
        pid = terminal.process.pid
        assert pid is not None
        log_file = folder.progress.with_name("progress.db-wal")
        full = (log_file.stat().st_size, resource.RLIM_INFINITY)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, full)
        terminal.process.send("mansarovar")
        terminal.wait_for("mansarovar")
        terminal.type(ENTER)
        terminal.wait_for("Enter tries again.")
        terminal.type(ENTER)
        assert answers(folder) == ["indus/broker"]
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        terminal.settle()
        terminal.type(ENTER)
        terminal.wait_for("✓ Right")
        terminal.kill()
    assert answers(folder) == ["indus/broker", "indus/source-lake"]
