"""What is said of a file that has a syntax error: all that is wrong, and nothing that is not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from tests.banks.sample import BANK, TODAY, checked, places, write
from tests.banks.test_broken_files import BANKS, FAULTS
from tui.banks import parse
from tui.banks.check import check_file
from tui.banks.finding import Severity
from tui.banks.reading import BankReading
from tui.banks.recovery import MOST_PARTS, look_through
from tui.banks.report import Report

SOUND = (BANKS / "sound.yaml").read_text(encoding="utf-8")
LINES = SOUND.splitlines(keepends=True)
STARTS = [n for n, line in enumerate(LINES) if line.startswith("  - id:")]
STRETCHES = list(zip(STARTS, [*STARTS[1:], len(LINES)], strict=True))
SIGNS = (*":-#\"'[]{}&*!|>%@`?,\\\t x", "  ", ": ", "- ", "")


def looked(text: str) -> tuple[str, bool, list[tuple[str, int, int]]]:
    report = Report("x.yaml")
    report.set_text(text)
    look = look_through(text, report)
    return look.text, look.is_whole, places(report.findings())


def test_a_text_that_can_be_read_is_left_as_it_is() -> None:
    assert looked(SOUND) == (SOUND, True, [])


def test_what_can_not_be_read_is_blanked_line_for_line() -> None:
    text, is_whole, found = looked(SOUND.replace("prompt: Who keeps", "prompt: Who: keeps"))
    assert not is_whole
    assert found == [("syntax", 61, 16)]
    lines = text.splitlines(keepends=True)
    assert lines[56:68] == ["\n"] * 12
    assert lines[:56] + lines[68:] == LINES[:56] + LINES[68:]


def test_no_question_is_taken_from_what_is_left(tmp_path: Path) -> None:
    path = write(tmp_path, BANK.replace("A valley", "A: valley: x"))
    reading = BankReading(path, "sample.yaml", TODAY, {})
    assert list(reading.questions()) == []
    assert (reading.bank, reading.declared_id, reading.drafts) == (None, "", 0)


def test_a_field_of_the_bank_that_can_not_be_read_is_not_missing(tmp_path: Path) -> None:
    text = BANK.replace("topics:", "topics: [").replace("A sample", "A: sample")
    found = places(checked(tmp_path, text).findings)
    assert found == [("syntax", 3, 9), ("syntax", 6, 9)]


def test_what_else_is_wrong_is_told_even_without_the_topics(tmp_path: Path) -> None:
    text = BANK.replace("topics:", "topics: [").replace("kind: choice", "kind: chioce")
    found = places(checked(tmp_path, text).findings)
    assert found == [("syntax", 6, 9), ("unknown-kind", 16, 11)]


def test_nothing_is_said_of_the_bank_as_a_whole(tmp_path: Path) -> None:
    found = places(checked(tmp_path, BANK.replace("topic: nrf", "topic: x: nrf")).findings)
    assert found == [("syntax", 11, 13), ("syntax", 17, 13)]


@pytest.mark.parametrize("start", ["questions:\n- id: a", "questions: # mine\n      - id: a"])
def test_questions_may_stand_in_any_column(start: str) -> None:
    dash = start.split("\n")[1].partition("-")[0]
    text = (
        f"{start}\n{dash}  x: y: z\n{dash}- id: b\n{dash}- id: c\n{dash}  x: y: z\nretired: a: b\n"
    )
    column = len(dash) + 7
    _, _, found = looked(text)
    assert found == [("syntax", 3, column), ("syntax", 6, column), ("syntax", 7, 11)]


def test_a_file_in_which_everything_is_broken_is_given_up() -> None:
    text, _, found = looked(SOUND + "  - id: x\n    a: b: c\n" * (MOST_PARTS + 5) + "  - id: z\n")
    assert len(found) == MOST_PARTS
    assert text.rstrip("\n") + "\n" == SOUND


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault[0] == "syntax"])
def test_the_parser_in_pure_python_says_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = BANKS / f"{name}.yaml"
    expected = check_file(path, TODAY).findings
    monkeypatch.setattr(parse, "LOADER", yaml.SafeLoader)
    assert places(check_file(path, TODAY).findings) == places(expected)


@st.composite
def broken_in_one_question(draw: st.DrawFn) -> tuple[str, int, int]:
    """The sound bank with some signs put into one of its questions, and that question's lines."""
    first, end = draw(st.sampled_from(STRETCHES))
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 3))):
        number = draw(st.integers(first + 1, end - 1))
        line = lines[number].rstrip("\n")
        at, upto = sorted(draw(st.tuples(*[st.integers(0, len(line))] * 2)))
        upto = draw(st.sampled_from([at, upto]))
        # At the margin, or in the column of the dashes, something else would begin.
        at = max(at, 4)
        lines[number] = line[:at] + draw(st.sampled_from(SIGNS)) + line[max(at, upto) :] + "\n"
    return "".join(lines), first + 1, end


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(broken_in_one_question())
@example((SOUND.replace("prompt: Who keeps", 'prompt: "Who keeps'), 57, 68))
def test_a_broken_question_casts_no_blame_on_others(
    tmp_path: Path, broken: tuple[str, int, int]
) -> None:
    text, first, last = broken
    (tmp_path / "sources").mkdir(exist_ok=True)
    for source in (BANKS / "sources").iterdir():
        (tmp_path / "sources" / source.name).write_bytes(source.read_bytes())
    assume(not looked(text)[1])
    path = tmp_path / "bank.yaml"
    path.write_text(text, encoding="utf-8")
    findings = check_file(path, TODAY).findings
    assert any(found.severity is Severity.ERROR for found in findings)
    assert all(first <= found.line <= last for found in findings)
