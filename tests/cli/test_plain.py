from __future__ import annotations

import resource
import sqlite3

import pytest

from tests.cli.run import cssprep
from tests.terminal import CSSPREP, ENTER, Terminal
from tui.cli.plain_words import part_words
from tui.kinds.verdict import Outcome, Part
from tui.study.folder import StudyFolder


def reviews(folder: StudyFolder) -> int:
    with sqlite3.connect(folder.progress) as connection:
        count: int = connection.execute(
            "SELECT count(*) FROM log WHERE event = 'answer'"
        ).fetchone()[0]
    connection.close()
    return count


def test_a_question_is_asked_and_proved(folder: StudyFolder) -> None:
    done = cssprep("study", "--plain", "--topic", "water.dams", folder=folder.root, given="c a b\n")
    assert done.returncode == 0
    assert "Question 1 of 2. The dams. New." in done.stdout
    assert "Put the dams in the order of their completion." in done.stdout
    assert "Source, “The Indus”: “Tarbela Dam was completed in 1976.”" in done.stdout
    assert "The session goes on where you left it." in done.stdout
    assert done.stderr == ""
    assert reviews(folder) == 1


def test_the_session_goes_on_at_the_verdict(folder: StudyFolder) -> None:
    cssprep("study", "--plain", folder=folder.root, given="nonsense\n:skip\nx\n")
    first = cssprep("study", "--plain", folder=folder.root, given=":help\n")
    second = cssprep("study", "--plain", folder=folder.root, given=":help\n")
    assert first.stdout == second.stdout


def test_commands(folder: StudyFolder) -> None:
    given = ":hint\n:flag\n:flag\n:undo\n:nonsense\n:quit\n"
    done = cssprep("study", "--plain", folder=folder.root, given=given)
    assert "A lender." in done.stdout
    assert "Flagged." in done.stdout
    assert "The flag is off." in done.stdout
    assert "nothing left to take back" in done.stdout
    assert "Answer, or: :skip" in done.stdout


def test_what_cannot_be_read_is_asked_again(folder: StudyFolder) -> None:
    done = cssprep("study", "--plain", folder=folder.root, given="z\na\n")
    assert done.returncode == 0
    assert reviews(folder) == 1


def test_a_list_ends_at_an_empty_line(folder: StudyFolder) -> None:
    given = ":skip\n" * 3 + "jhelum\nravi\n\n"
    done = cssprep("study", "--plain", folder=folder.root, given=given)
    assert "Which are the five great eastern tributaries" in done.stdout
    assert "Partly right." in done.stdout
    assert "Sutlej" in done.stdout


def test_i_was_right_and_undo(folder: StudyFolder) -> None:
    given = "b\n:right\n:undo\n:undo\nb\n"
    done = cssprep("study", "--plain", folder=folder.root, given=given)
    assert "Counted as right." in done.stdout
    assert done.stdout.count("Taken back.") == 2


def test_a_whole_session_and_its_summary(folder: StudyFolder) -> None:
    given = "a b c\n\n1a 2a\n\n" * 4
    done = cssprep("study", "--plain", "--topic", "water.dams", folder=folder.root, given=given)
    assert "Done: " in done.stdout
    assert "Tomorrow: " in done.stdout


def test_an_empty_line_is_an_answer_only_when_it_is_meant(folder: StudyFolder) -> None:
    done = cssprep("study", "--plain", folder=folder.root, given="\n:hint\n\nb\n\n\n")
    assert done.stdout.count("Nothing typed: Enter again to leave it empty") == 3
    assert reviews(folder) == 1
    done = cssprep("study", "--plain", folder=folder.root, given="\n\n")
    assert "Nothing typed" in done.stdout
    assert reviews(folder) == 2


def test_any_question_can_be_left_empty(folder: StudyFolder) -> None:
    cssprep("study", "--plain", folder=folder.root, given="\n\n\n" * 11)
    assert reviews(folder) >= 11


def test_what_is_no_number_and_no_date_is_asked_again(folder: StudyFolder) -> None:
    given = ":skip\n" * 4 + "what\n:skip\nwhat\n"
    done = cssprep("study", "--plain", folder=folder.root, given=given)
    assert "That is not one date. Type a day, a month and a year." in done.stdout
    assert "That is not one number." in done.stdout
    assert reviews(folder) == 0


def test_it_says_how_to_go_on_and_the_commands_once(folder: StudyFolder) -> None:
    done = cssprep("study", "--plain", folder=folder.root, given="b\n\na\n\n")
    assert done.stdout.count("Answer, or: :skip") == 1
    assert done.stdout.startswith("Answer, or: :skip")
    assert done.stdout.count("Enter goes on.") == 2


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part("Ravi", "", Outcome.MISSING), "Missing: Ravi"),
        (Part("Ravi", "ravi", Outcome.RIGHT), "Right: Ravi"),
        (Part("Ravi", "the Ravy", Outcome.RIGHT), "Right: Ravi, you wrote “the Ravy”"),
        (
            Part("23", "23 km", Outcome.NEAR, "Did you mean 23?"),
            "Nearly: “23 km”. Did you mean 23?",
        ),
        (
            Part("Ravi", "Thames", Outcome.WRONG, "It is English."),
            "Wrong: “Thames” instead of Ravi. It is English.",
        ),
        (Part("", "Thames", Outcome.WRONG, "Told."), "Wrong: “Thames”."),
        (Part("B", "", Outcome.WRONG, "You put it 3rd."), "Wrong: “B”. You put it 3rd."),
    ],
)
def test_a_part_in_words(part: Part, words: str) -> None:
    assert part_words(part, "Told.") == words


PLAINLY = [CSSPREP, "study", "--plain", "--minutes", "600"]


def test_an_answer_that_can_not_be_written_is_held(folder: StudyFolder) -> None:
    with Terminal(PLAINLY, folder.root, columns=400, rows=60) as terminal:
        terminal.wait_for("Who brokered")
        terminal.settle()
        pid = terminal.process.pid
        assert pid is not None
        log_file = folder.progress.with_name("progress.db-wal")
        full = (log_file.stat().st_size, resource.RLIM_INFINITY)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, full)
        for times, given in enumerate(("a", ":flag", "", ":skip"), 1):
            terminal.type(given, ENTER)
            while terminal.text.count("What you did last is not recorded.") < times:
                assert terminal.goes_on(), terminal.text
        assert reviews(folder) == 0
        assert "Enter tries it again." in terminal.text
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        terminal.type(ENTER)
        terminal.wait_for("The World Bank brokered it.")
        assert reviews(folder) == 1


def test_where_another_window_went_on_it_goes_there(folder: StudyFolder) -> None:
    with Terminal(PLAINLY, folder.root, columns=400, rows=60) as terminal:
        terminal.wait_for("Who brokered")
        cssprep("study", "--plain", "--minutes", "600", folder=folder.root, given="a\n")
        terminal.type("b", ENTER)
        terminal.wait_for("Here is where the session stands now.")
        terminal.wait_for("The World Bank brokered it.")
        terminal.type(ENTER)
        terminal.wait_for("Near which lake does the Indus rise?")
    assert reviews(folder) == 1


def test_a_script_ends_where_its_answers_could_go_to_another_question(folder: StudyFolder) -> None:
    first = cssprep("study", "--plain", folder=folder.root, given="")
    assert first.returncode == 0
    with sqlite3.connect(folder.progress, isolation_level=None) as held:
        held.execute("BEGIN IMMEDIATE")
        done = cssprep("study", "--plain", folder=folder.root, given="a\n:skip\n")
    held.close()
    assert done.returncode == 2
    assert "What you did last is not recorded." in done.stderr
    assert reviews(folder) == 0
