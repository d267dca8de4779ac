"""SIGKILL at the worst moments, in a real terminal: nothing is lost, nothing is doubled."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, datetime, timedelta

import pytest

from tests.app.leeches import leech_session
from tests.conftest import HandClock, counted_ids
from tests.terminal import CSSPREP, ENTER, Terminal
from tui.study.desk import open_desk
from tui.study.folder import StudyFolder


def answers(folder: StudyFolder) -> list[str]:
    """The questions answered, in order."""
    connection = sqlite3.connect(folder.progress)
    rows = connection.execute("SELECT question FROM log WHERE event = 'answer' ORDER BY rowid")
    questions = [row[0] for row in rows]
    connection.close()
    return questions


def study(folder: StudyFolder, columns: int = 80, rows: int = 24) -> Terminal:
    return Terminal([CSSPREP, "study"], folder.root, columns, rows)


def test_killed_while_the_verdict_is_shown(folder: StudyFolder) -> None:
    with study(folder) as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
        terminal.type("a", ENTER)
        terminal.wait_for("The World Bank brokered it.")
        before = terminal.settle()
        terminal.kill()
    assert answers(folder) == ["indus/broker"]
    with study(folder) as terminal:
        terminal.wait_for("The World Bank brokered it.")
        after = terminal.settle()
        assert [line for line in after.splitlines() if "min" not in line] == [
            line for line in before.splitlines() if "min" not in line
        ]
        terminal.type(ENTER)
        terminal.wait_for("2 of ")
    assert answers(folder) == ["indus/broker"]


def test_killed_while_an_answer_is_half_typed(folder: StudyFolder) -> None:
    with study(folder) as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
        terminal.type("a", ENTER)
        terminal.wait_for("The World Bank brokered it.")
        terminal.type(ENTER)
        terminal.wait_for("Near which lake does the Indus rise?")
        terminal.type(*"mansaro")
        terminal.settle(0.8)
        terminal.kill()
    with study(folder) as terminal:
        terminal.wait_for("Near which lake does the Indus rise?")
        terminal.wait_for("mansaro")
        terminal.type(*"var", ENTER)
        terminal.wait_for("✓")
    assert answers(folder) == ["indus/broker", "indus/source-lake"]


@pytest.mark.parametrize("moment", [0.0, 0.002, 0.005, 0.01, 0.02, 0.05])
def test_killed_right_after_enter(folder: StudyFolder, moment: float) -> None:
    with study(folder) as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
        terminal.type("a")
        terminal.process.send(ENTER)
        time.sleep(moment)
        terminal.kill()
    recorded = answers(folder)
    assert recorded in ([], ["indus/broker"])
    with study(folder) as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
        if not recorded:
            terminal.type("a", ENTER)
        terminal.wait_for("The World Bank brokered it.")
    assert answers(folder) == ["indus/broker"]


def test_killed_in_each_stage_of_a_question_asked_with_help(folder: StudyFolder) -> None:
    years_ago = HandClock(datetime.now(UTC) - timedelta(days=1000))
    with open_desk(folder, years_ago, counted_ids()) as desk:
        leech_session(desk, years_ago)
    before = len(answers(folder))
    with study(folder) as terminal:
        terminal.wait_for("This one was missed four times in a row.")
        terminal.kill()
    with study(folder) as terminal:
        terminal.wait_for("This one was missed four times in a row.")
        terminal.type(ENTER)
        terminal.wait_for("For practice: this answer changes nothing.")
        terminal.type(*"Lake Man")
        terminal.settle(0.8)
        terminal.kill()
    with study(folder) as terminal:
        terminal.wait_for("For practice: this answer changes nothing.")
        terminal.wait_for("Lake Man")
        terminal.type(*"sarovar", ENTER)
        terminal.wait_for("Practice: in full later in this session")
        terminal.kill()
    assert answers(folder)[before:] == ["indus/source-lake"]
    with study(folder) as terminal:
        terminal.wait_for("Practice: in full later in this session")
        terminal.type(ENTER)
        terminal.wait_for("3 of 13")
        for place in (4, 5, 6):
            terminal.type("\r", "\r")
            terminal.wait_for("Again")
            terminal.type(ENTER)
            terminal.wait_for(f"{place} of 1")
        terminal.wait_for("Now in full: this answer counts.")
        terminal.kill()
    with study(folder) as terminal:
        terminal.wait_for("Now in full: this answer counts.")
        terminal.type(*"Lake Mansarovar", ENTER)
        terminal.wait_for("✓ Right")
        terminal.kill()
    given = answers(folder)[before:]
    assert len(given) == len(set(given)) + 1
    assert (given[0], given[-1]) == ("indus/source-lake", "indus/source-lake")
