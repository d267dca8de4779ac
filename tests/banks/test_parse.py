from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.banks.sample import BANK
from tests.banks.test_broken import BROKEN
from tui.banks import parse
from tui.banks.nodes import plain
from tui.banks.parse import entries
from tui.banks.report import Report
from tui.banks.unreadable import Unreadable


def read(text: str, *, skim: bool = False) -> tuple[list[tuple[str, object]], Report]:
    report = Report("test.yaml")
    report.set_text(text)
    found: list[tuple[str, object]] = []
    try:
        for key, value, _ in entries(text, report, skim=skim):
            found.append((key.text, plain(value)))
    except Unreadable:
        assert report.findings()
    return found, report


def test_questions_come_one_by_one_and_then_the_list_without_them() -> None:
    found, _ = read("questions:\n  - id: a\n  - id: b\nbank: x\n")
    assert found == [
        ("questions", {"id": "a"}),
        ("questions", {"id": "b"}),
        ("questions", []),
        ("bank", "x"),
    ]


def test_questions_that_are_no_list_come_as_they_are() -> None:
    assert read("questions: none yet\n")[0] == [("questions", "none yet")]


def test_skimming_keeps_ids_alone() -> None:
    text = "questions:\n  - {kind: x, id: a, items: [{id: no}], id: c}\n  - text\n  - [id]\n"
    found, report = read(text, skim=True)
    assert found[:3] == [("questions", {"id": "a"}), ("questions", "text"), ("questions", ["id"])]
    assert report.findings() == ()


def test_the_first_of_two_keys_is_kept() -> None:
    found, report = read("a: one\na: two\nb: {c: one, c: two}\n")
    assert found == [("a", "one"), ("b", {"c": "one"})]
    assert [finding.code for finding in report.findings()] == ["duplicate-key"] * 2


@pytest.mark.parametrize("text", ["- a\n- b\n", "just text\n", "[a, b]\n", "*a\n"])
def test_a_bank_is_a_mapping(text: str) -> None:
    found, report = read(text)
    assert found == []
    assert [finding.code for finding in report.findings()] == ["not-a-mapping"]


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t"))
)
def test_any_text_is_read_or_complained_of(text: str) -> None:
    read(text)
    read(text, skim=True)


pieces = st.sampled_from(
    [
        *"-:?,[]{}#&*!|>'\"%@`\\ \n",
        "- ",
        ": ",
        "\n  ",
        "\n    ",
        "a",
        "id: ",
        "questions:",
        "<<",
        "---\n",
    ]
)


@given(st.lists(pieces, max_size=30).map("".join))
def test_any_heap_of_yaml_signs_is_read_or_complained_of(text: str) -> None:
    assert (read(text)[1].findings() != ()) >= (read(text, skim=True)[1].findings() != ())


@pytest.mark.parametrize("name", [name for name, case in BROKEN.items() if case[2][0] == "syntax"])
def test_the_parser_in_pure_python_finds_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, place = BROKEN[name]
    monkeypatch.setattr(parse, "LOADER", yaml.SafeLoader)
    _, report = read(BANK.replace(old, new))
    assert [(f.code, f.line, f.column) for f in report.findings()] == [place]
