from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.cli.test_import_hygiene import imported
from tests.terminal import CSSPREP, Terminal
from tui.banks.codes import severities
from tui.study.folder import StudyFolder

EXPIRED = """\
warning expired

A question's answer was said to hold until a day that is past.

Why: A learner would go on learning what may no longer be so, and write it in
the exam.

Fails, on 1 January 2026:

    questions:
      - expires: 2025-12

Passes, on that day:

    questions:
      - expires: 2026-01

To silence it, add this to the bank's own fields, with your reason:

    silenced:
      - code: expired
        why: …
        questions: [an-id]   # only there; leave it out for the whole bank
"""


def explained(*arguments: str) -> str:
    done = cssprep("bank", "explain", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_code_is_explained_with_examples_and_how_to_silence_it() -> None:
    assert explained("expired") == EXPIRED


def test_a_code_may_be_written_as_a_name() -> None:
    assert explained("LONG_QUOTE").startswith("warning long-quote\n")


def test_an_error_is_said_to_stay() -> None:
    text = explained("too-large")
    assert text.endswith("\n\nIt can't be silenced: it is an error.\n")
    assert "\nFails: the file has more than 16 MiB, which is some 35,000 questions.\n" in text


def test_a_code_about_the_bank_is_silenced_without_questions() -> None:
    assert explained("unused-topic").endswith("      - code: unused-topic\n        why: …\n")
    assert explained("unused-silence").endswith(
        "It can't be silenced: it goes away with the entry that it is about.\n"
    )


def test_no_page_is_wider_than_a_terminal() -> None:
    from tui.cli.bank_explain import page

    for code in severities():
        assert max(map(len, page(code).splitlines())) <= 80, code


def test_all_codes_are_listed_with_a_line_each() -> None:
    lines = explained().splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert sorted(listed) == sorted(severities())
    assert lines[0] == "Reading the file"
    assert lines[-1] == "More on one of them: cssprep bank explain CODE"


def test_the_list_is_cut_to_the_terminal(tmp_path: Path) -> None:
    with Terminal([str(CSSPREP), "bank", "explain"], tmp_path, rows=120) as terminal:
        text = terminal.wait_for("More on one of them")
    (long,) = (line for line in text.splitlines() if line.startswith("  long-quote"))
    assert long.endswith("…")
    assert 70 < len(long) <= 80


def test_a_code_as_json() -> None:
    row = json.loads(explained("expired", "--json"))
    assert (row["code"], row["severity"]) == ("expired", "warning")
    assert (row["can_be_silenced"], row["in_questions"]) == (True, True)
    assert row["fails"] == {
        "text": "questions:\n  - expires: 2025-12\n",
        "when": "on 1 January 2026",
        "in_words": False,
    }
    assert set(row) == {
        "code", "severity", "what", "details", "why",
        "fails", "passes", "can_be_silenced", "in_questions",
    }  # fmt: skip


def test_all_codes_as_json() -> None:
    rows = json.loads(explained("--json"))
    assert {row["code"]: row["severity"] for row in rows} == severities()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("long-qoute", "There is no code “long-qoute”. Did you mean long-quote?"),
        ("x", "There is no code “x”. All of them are listed by: cssprep bank explain."),
        (
            "\x1b[31m",
            "There is no code “\ufffd[31m”. All of them are listed by: cssprep bank explain.",
        ),
    ],
)
def test_a_code_that_is_none_is_one_sentence(code: str, said: str, tmp_path: Path) -> None:
    done = cssprep("bank", "explain", code, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"cssprep: {said}\n"


def test_no_study_folder_is_needed(tmp_path: Path) -> None:
    assert cssprep("bank", "explain", "tag", folder=tmp_path / "lost").returncode == 0


def test_explaining_needs_no_textual(folder: StudyFolder) -> None:
    assert "textual" not in imported("main(['bank', 'explain', 'tag'])", folder)
