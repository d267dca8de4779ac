"""`cssprep study` with what a session may be about; `--plain` itself is tested in test_plain."""

from __future__ import annotations

import json

from tests.cli.run import cssprep
from tui.study.folder import StudyFolder


def first_line(stdout: str) -> str:
    """The line after the one that says what can be typed."""
    return stdout.splitlines()[1]


def test_a_weak_session(folder: StudyFolder) -> None:
    given = "nonsense\n\n:quit\n"
    first = cssprep("study", "--plain", "--weak", "--minutes", "5", folder=folder.root, given=given)
    assert (first.returncode, first.stderr) == (0, "")
    assert first_line(first.stdout).startswith("Question 1 of ")
    again = cssprep("study", "--plain", "--weak", folder=folder.root, given=":quit\n")
    assert first_line(again.stdout).startswith("Question 2 of ")
    daily = cssprep("study", "--plain", folder=folder.root, given=":quit\n")
    assert first_line(daily.stdout).startswith("Question 1 of ")


def test_weak_topic_and_filter_together(folder: StudyFolder) -> None:
    options = ("--weak", "--topic", "water.treaty", "--filter", "kind:date,truefalse")
    done = cssprep("study", "--plain", *options, folder=folder.root, given=":quit\n")
    assert first_line(done.stdout).startswith("Question 1 of 2. The treaty.")


def test_a_filter(folder: StudyFolder) -> None:
    done = cssprep("study", "--plain", "--filter", "karachi", folder=folder.root, given=":quit\n")
    assert first_line(done.stdout).startswith("Question 1 of 2. The treaty. New.")


def test_what_a_filter_can_not_find(folder: StudyFolder) -> None:
    for query, words in (
        ("zebra", "cssprep: No question matches the filter zebra."),
        ("knd:date", "cssprep: There is no filter knd: (character 1). Did you mean kind:?"),
        ("topic:fire", "cssprep: No bank has the topic fire."),
        ("id:\udcff", "cssprep: No question matches the filter id:�."),
    ):
        done = cssprep("study", "--plain", "--filter", query, folder=folder.root)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(words)
        assert "Traceback" not in done.stderr


def test_the_list_shows_what_a_filter_finds(folder: StudyFolder) -> None:
    cssprep(
        "study", "--plain", "--filter", "id:broker", folder=folder.root, given="The World Bank\n"
    )
    done = cssprep("bank", "list", "--filter", "topic:water.treaty -kind:cloze", folder=folder.root)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[-1] == "5 questions."
    assert [line.split()[0] for line in lines[:-1]] == [
        "indus/broker",
        "indus/eastern-to",
        "indus/signed-on",
        "indus/signers",
        "indus/treaty-essay",
    ]
    assert "choice" in lines[0]
    assert "100%" in lines[0]
    assert "Who brokered the Indus Waters Treaty?" in lines[0]
    assert "new" in lines[1]


def test_the_list_as_json(folder: StudyFolder) -> None:
    done = cssprep("bank", "list", "--filter", "kind:date", "--json", folder=folder.root)
    (found,) = json.loads(done.stdout)
    assert found.pop("path").endswith("question_banks/indus.yaml")
    assert found == {
        "question": "indus/signed-on",
        "bank": "indus",
        "topic": "water.treaty",
        "kind": "date",
        "prompt": "When was the Indus Waters Treaty signed?",
        "line": 61,
        "recall": None,
        "due": None,
        "reviews": 0,
        "lapses": 0,
        "flagged": False,
    }
    none = cssprep("bank", "list", "--filter", "seen:yes", "--json", folder=folder.root)
    assert (none.returncode, none.stdout) == (0, "[]\n")


def test_a_list_of_nothing_and_of_all(folder: StudyFolder) -> None:
    none = cssprep("bank", "list", "--filter", "zebra", folder=folder.root)
    assert (none.returncode, none.stdout) == (0, "No question is like that.\n")
    every = cssprep("bank", "list", "--filter", "", folder=folder.root)
    assert every.stdout.endswith("\n11 questions.\n")
    wrong = cssprep("bank", "list", "--filter", "due<soon", folder=folder.root)
    assert wrong.returncode == 2
    assert "due is compared to a number of days, not <soon (character 1)." in wrong.stderr


def test_what_was_missed(folder: StudyFolder) -> None:
    none = cssprep("study", "--plain", "--missed", folder=folder.root)
    assert none.returncode == 2
    assert "Nothing was missed in the last 3 days that was not put right since." in none.stderr
    options = ("--filter", "id:broker")
    cssprep("study", "--plain", *options, folder=folder.root, given="The Commonwealth\n")
    again = cssprep("study", "--plain", "--missed", "1", folder=folder.root, given=":quit\n")
    assert first_line(again.stdout).startswith("Question 1 of 1. The treaty. For practice.")
    counted = cssprep(
        "study", "--plain", "--missed", "--count", folder=folder.root, given=":quit\n"
    )
    assert first_line(counted.stdout).startswith("Question 1 of 1. The treaty.")
    assert "practice" not in first_line(counted.stdout).lower()


def test_options_that_do_not_go_together(folder: StudyFolder) -> None:
    for options, words in (
        (("--missed", "--weak"), "not allowed with argument"),
        (("--count",), "--count goes with --missed alone."),
        (("--missed", "0"), "'0' is no number of days"),
    ):
        done = cssprep("study", "--plain", *options, folder=folder.root)
        assert done.returncode == 2
        assert words in done.stderr
