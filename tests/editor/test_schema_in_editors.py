"""What an editor completes, says and flags by the schema: asked of the real language server."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.banks.sample import BANK, TODAY
from tests.editor.conftest import Opened
from tests.editor.language_server import LanguageServer, Proposal
from tests.samples_of_banks import SOUND
from tui.banks.check import check_file
from tui.banks.codes import can_be_silenced, severities
from tui.banks.schema.words import KINDS, WORDS, sentence
from tui.kinds import KIND_NAMES

QUOTE = "    quote: his son, Ahmed Massoud, is leading the NRF\n"
OWN_FIELDS = {
    "choice": {"answer"},
    "multiple": {"answers"},
    "truefalse": {"answer"},
    "short": {"answer", "accept", "disputed"},
    "cloze": {"text", "disputed"},
    "list": {"items"},
    "order": {"items"},
    "match": {"pairs"},
    "number": {"answer", "unit", "tolerance", "disputed"},
    "date": {"answer", "disputed"},
    "outline": {"rubric"},
}


def at_the_end(server: LanguageServer, path: Path) -> dict[str, Proposal]:
    """What is offered where the file ends, by label."""
    lines = path.read_text(encoding="utf-8").split("\n")
    proposals = server.completions(path, len(lines), len(lines[-1]) + 1)
    return {proposal.label: proposal for proposal in proposals}


def test_it_completes_the_eleven_kinds_each_with_what_it_is(
    server: LanguageServer, opened: Opened
) -> None:
    offered = at_the_end(server, opened.write(f"{BANK}  - id: new\n    kind: "))
    assert list(offered) == list(KIND_NAMES)
    for kind, proposal in offered.items():
        assert proposal.text == kind
        assert proposal.words == sentence(KINDS[kind])


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_it_completes_the_fields_of_the_kind_and_no_others(
    server: LanguageServer, opened: Opened, kind: str
) -> None:
    offered = at_the_end(server, opened.write(f"{BANK}  - id: new\n    kind: {kind}\n    "))
    fields = {label for label in offered if "question" not in label}
    assert fields == set(WORDS["Question"]) - {"id", "kind"} | OWN_FIELDS[kind]
    assert offered["quote"].words == sentence(WORDS["Question"]["quote"])


def test_it_completes_the_fields_of_an_item(server: LanguageServer, opened: Opened) -> None:
    text = f"{BANK}  - id: new\n    kind: list\n    items:\n      - answer: One\n        "
    assert set(at_the_end(server, opened.write(text))) == {"accept", "keywords"}


def test_it_completes_the_fields_of_the_bank(server: LanguageServer, opened: Opened) -> None:
    offered = at_the_end(server, opened.write("format: 1\nbank: new\n"))
    fields = {label for label in offered if label != "question bank"}
    assert fields == set(WORDS["BankFields"]) - {"format", "bank"}


def test_it_completes_the_codes_that_can_be_silenced(
    server: LanguageServer, opened: Opened
) -> None:
    offered = at_the_end(server, opened.write(f"{BANK}silenced:\n  - why: It is so.\n    code: "))
    assert set(offered) == set(filter(can_be_silenced, severities()))


def test_it_offers_nothing_where_a_text_is_to_be_written(
    server: LanguageServer, opened: Opened
) -> None:
    offered = at_the_end(server, opened.write(f"{BANK}  - id: new\n    prompt: "))
    assert offered == {}


def test_it_offers_true_and_false(server: LanguageServer, opened: Opened) -> None:
    text = f"{BANK}  - id: new\n    kind: truefalse\n    answer: "
    assert set(at_the_end(server, opened.write(text))) == {"true", "false"}


def test_it_offers_a_new_question_of_each_kind(server: LanguageServer, opened: Opened) -> None:
    offered = at_the_end(server, opened.write(f"{BANK}  - "))
    for kind in KIND_NAMES:
        assert f"kind: {kind}\n" in offered[f"{kind} question"].text
    assert offered["list question"].text == (
        "id: $1\n  kind: list\n  topic: $2\n  prompt: $3\n"
        "  items:\n    - answer: $4\n    - answer: $5\n  quote: $6"
    )


def test_it_offers_no_new_question_in_one_that_has_a_kind(
    server: LanguageServer, opened: Opened
) -> None:
    offered = at_the_end(server, opened.write(f"{BANK}  - id: new\n    kind: date\n    "))
    assert not {f"{kind} question" for kind in KIND_NAMES if kind != "date"} & set(offered)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("prompt: Who", WORDS["Question"]["prompt"]),
        ("answer: Ahmad", WORDS["Short"]["answer"]),
        ("mistakes:", WORDS["Question"]["mistakes"]),
        ("sources:", WORDS["BankFields"]["sources"]),
        ("kind: short", KINDS["short"]),
    ],
)
def test_a_field_says_what_it_is(
    server: LanguageServer, opened: Opened, field: str, words: str
) -> None:
    path = opened.write()
    lines = path.read_text(encoding="utf-8").split("\n")
    line = next(line for line in lines if field in line)
    column = line.index(field) + 2
    assert sentence(words) in server.hover(path, lines.index(line) + 1, column)


FAULTS = {
    "misspelt field": ("    answer: Ahmad", "    anwser: Ahmad"),
    "field of another kind": ("    answer: Ahmad", "    pairs: {a: b}\n    answer: Ahmad"),
    "misspelt field of the bank": ("title: A sample", "title: A sample\nlicense: MIT"),
    "misspelt field of a source": ("{title: An article,", "{autor: me, title: An article,"),
    "unknown kind": ("kind: short", "kind: shrot"),
    "missing quote": (QUOTE, ""),
    "words for difficulty": ("kind: short", "kind: short\n    difficulty: hard"),
    "too difficult": ("kind: short", "kind: short\n    difficulty: 6"),
    "marks of nothing": ("kind: short", "kind: short\n    marks: 0"),
    "text for a list": ("kind: short", "kind: short\n    accept: x"),
    "text for a mapping": ("kind: short", "kind: short\n    mistakes: x"),
    "neither true nor false": ("kind: short", "kind: short\n    draft: perhaps"),
    "no text": ("answer: Ahmad Massoud", "answer:"),
    "list for a text": ("answer: Ahmad Massoud", "answer: [Ahmad Massoud]"),
    "no id": ("id: valley", "id: The Valley"),
    "no date": ("kind: short", "kind: short\n    as_of: soon"),
    "another format": ("format: 1", "format: 2"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_flagged_on_the_line_that_bank_check_names(
    server: LanguageServer, opened: Opened, fault: str
) -> None:
    old, new = FAULTS[fault]
    assert BANK.count(old) == 1
    path = opened.write(BANK.replace(old, new))
    (finding,) = check_file(path, TODAY).findings
    flagged = server.diagnostics(path)
    assert finding.line in {each.line for each in flagged}
    # A misspelt field is a missing one as well, which bank check leaves unsaid.
    assert all(each.line == finding.line or "Missing" in each.message for each in flagged)


def test_a_wrong_key_is_pointed_at_itself(server: LanguageServer, opened: Opened) -> None:
    path = opened.write(BANK.replace("    answer: Ahmad", "    items: [a]\n    answer: Ahmad"))
    (flagged,) = server.diagnostics(path)
    assert (flagged.line, flagged.column) == (14, 5)
    assert flagged.message == "Property items is not allowed."


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("accept: x", "Write a list: [one, two], or one entry a line, each after a hyphen."),
        ("mistakes: x", "Write one “name: value” a line, indented below the field."),
        ("note: [x]", "Write a text here; in quotes, if brackets, braces or a colon belong to it."),
        ("difficulty: hard", "Write a whole number from 1 to 5."),
        ("marks: many", "Write a number above 0."),
        ("draft: perhaps", "Write true or false."),
        ("expires: soon", "Write a year, a month or a day: 2025, 2025-11, 2025-11-30."),
    ],
)
def test_a_flag_says_what_to_write(
    server: LanguageServer, opened: Opened, line: str, message: str
) -> None:
    path = opened.write(BANK.replace("kind: short", f"kind: short\n    {line}"))
    assert [each.message for each in server.diagnostics(path)] == [message]


@pytest.mark.parametrize("name", SOUND)
def test_sound_banks_are_not_flagged(server: LanguageServer, opened: Opened, name: str) -> None:
    assert server.diagnostics(opened.write(SOUND[name])) == []


def test_the_shipped_folder_works_as_it_lies(server: LanguageServer, tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "question_banks"
    shutil.copytree(shipped, tmp_path / "banks")
    path = tmp_path / "banks" / "nrf-afghanistan.yaml"
    assert server.diagnostics(path) == []
    broken = path.with_name("broken.yaml")
    broken.write_text(path.read_text(encoding="utf-8") + "    promt: again\n", encoding="utf-8")
    lines = broken.read_text(encoding="utf-8").splitlines()
    assert [each.line for each in server.diagnostics(broken)] == [len(lines)]
