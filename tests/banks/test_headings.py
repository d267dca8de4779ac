"""What is said where a line was deleted on which others depend: one thing, and the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.sample import BANK, checked, write
from tests.banks.sample import TODAY as DAY
from tests.banks.test_broken_files import BANKS
from tui.banks.headings import lost
from tui.banks.mend.mended_file import mended_file

ID = "A question seems to begin on line {}, and its line `- id: …` is missing."
HEADING = "A line `{}:` seems to be missing above line {}."
HYPHEN = "`id` begins a question: a hyphen is missing."


def said(folder: Path, text: str) -> list[tuple[int, str, str]]:
    return [(each.line, each.message, each.help) for each in checked(folder, text).findings]


@pytest.mark.parametrize(
    ("name", "line"), [("sources", 4), ("topics", 6), ("questions", 8)], ids=str
)
@pytest.mark.parametrize("text", [BANK, BANK.replace("{title: The NRF}", "\n    title: The NRF")])
def test_a_missing_heading_is_one_error(tmp_path: Path, name: str, line: int, text: str) -> None:
    line += 1 if name == "questions" and text != BANK else 0
    ((at, message, advice),) = said(tmp_path, text.replace(f"{name}:\n", "", 1))
    assert (at, message) == (line, HEADING.format(name, line))
    assert advice.startswith(f"Write `{name}:` above it")


def test_a_topic_without_questions_is_known_by_its_family(tmp_path: Path) -> None:
    text = BANK.replace("topic: nrf", "topic: nrf.leaders").replace("topics:\n", "")
    assert [each[1] for each in said(tmp_path, text.replace("  nrf: {", "  nrf.past: {"))] == [
        HEADING.format("topics", 6)
    ]


def test_a_misspelt_heading_is_no_missing_one(tmp_path: Path) -> None:
    found = said(tmp_path, BANK.replace("questions:", "qestions:"))
    assert any(advice == "Did you mean `questions`?" for _, _, advice in found)


@pytest.mark.parametrize("name", ["sound", "missing-topics", "no-questions", "list-for-a-bank"])
def test_nothing_is_missed_where_no_line_was_deleted(name: str) -> None:
    assert list(lost((BANKS / f"{name}.yaml").read_text(encoding="utf-8"))) == []


def test_a_question_without_its_id_is_one_error(tmp_path: Path) -> None:
    found = said(tmp_path, BANK.replace("  - id: valley\n", ""))
    assert found == [
        (15, ID.format(15), "Write `  - id: a-name` above it, with a name of its own.")
    ]


def test_the_topic_of_a_question_without_its_id_is_not_called_unused(tmp_path: Path) -> None:
    text = BANK.replace("  - id: valley\n", "").replace(
        "topic: nrf\n    prompt: What", "topic: land\n    prompt: What"
    )
    text = text.replace("questions:", "  land: {title: The land}\nquestions:")
    assert [each[1] for each in said(tmp_path, text)] == [ID.format(16)]


def test_the_first_question_without_its_id_is_one_error(tmp_path: Path) -> None:
    found = said(tmp_path, BANK.replace("  - id: leader-today\n", ""))
    assert found == [(9, ID.format(9), "Write `  - id: a-name` above it, with a name of its own.")]


def test_two_questions_without_ids_are_two_errors(tmp_path: Path) -> None:
    third = BANK[BANK.index("    kind: choice") :]
    found = said(tmp_path, BANK.replace("  - id: valley\n", "") + third)
    assert [each[:2] for each in found] == [(15, ID.format(15)), (22, ID.format(22))]


@pytest.mark.parametrize("name", ["valley", "leader-today"])
def test_a_missing_hyphen_is_named(tmp_path: Path, name: str) -> None:
    ((_, message, advice),) = said(tmp_path, BANK.replace(f"  - id: {name}", f"  id: {name}"))
    assert (message, advice) == (HYPHEN, f"Write `  - id: {name}`.")


def test_a_hyphen_that_became_a_space_is_named(tmp_path: Path) -> None:
    ((line, message, _),) = said(tmp_path, BANK.replace("  - id: valley", "    id: valley"))
    assert (line, message) == (15, HYPHEN)


@pytest.mark.parametrize("again", ["kind: short\n    topic: nrf", "kind: list\n    topic: nrf"])
def test_fields_that_stand_twice_are_told_and_left_alone(tmp_path: Path, again: str) -> None:
    text = BANK.replace(
        "    topic: nrf\n    prompt: Who", f"    {again}\n    topic: nrf\n    prompt: Who"
    )
    path = write(tmp_path, text)
    assert [each[0] for each in said(tmp_path, text)] == [11, 13]
    assert all("deleted" not in each.said for each in mended_file(path, DAY).done)


def test_nothing_is_deleted_from_a_question_without_its_id(tmp_path: Path) -> None:
    text = BANK.replace("  - id: valley\n", "").replace("kind: choice", "kind: short")
    mended = mended_file(write(tmp_path, text), DAY)
    assert all("deleted" not in each.said for each in mended.done)
    assert mended.after.count("kind: short") == 2
