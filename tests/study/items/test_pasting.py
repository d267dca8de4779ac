from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests.banks.sample import TODAY
from tests.study.items.given import given, question, sample
from tui.banks.bank import Bank
from tui.banks.check import check_file
from tui.study.items.analysis import analysed
from tui.study.items.learners import Given, Learner
from tui.study.items.pasting import LONGEST, MOST, SO, WHY, scalar, yaml_lines


def pasted(bank: Bank, answers: Sequence[Given]) -> list[str]:
    """The candidates if each of `answers` is given by two learners."""
    people = [Learner((each,)) for each in answers for _ in range(2)]
    return list(yaml_lines(analysed(bank, people), "sample.yaml"))


def parsed(lines: list[str]) -> dict[str, dict[str, Any]]:
    """The fields of each question in `lines`, read as any YAML reader does."""
    return {each.pop("id"): each for each in yaml.safe_load("\n".join(lines))}


def taken_over(bank: Bank, lines: list[str]) -> list[str]:
    """The codes of what is wrong with the bank once the fields of `lines` are in their places."""
    whole = yaml.load(Path(bank.path).read_text(encoding="utf-8"), yaml.BaseLoader)
    fields = yaml.load("\n".join(lines), yaml.BaseLoader)
    changed = {each["id"]: each for each in fields}
    whole["questions"] = [each | changed.get(each["id"], {}) for each in whole["questions"]]
    text = yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)
    Path(bank.path).write_text(text, encoding="utf-8")
    found = check_file(Path(bank.path), TODAY).findings
    return [each.code for each in found if each.severity.value == "error"]


def test_a_wrong_answer_is_a_mistake_whose_reason_is_left_to_write(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    lines = pasted(bank, [given(question(bank, "leader"), "Amrullah Saleh")])
    assert parsed(lines) == {
        "leader": {
            "mistakes": {
                "Ahmad Shah Massoud": "That is his father: killed in 2001.",
                "Amrullah Saleh": WHY,
            }
        }
    }
    note = "      # 2 answers by 2 learners, 0 counted as right by the learner"
    assert lines[lines.index(note) + 1] == f'      Amrullah Saleh: "{WHY}"'
    assert lines[0] == "  # sample.yaml, line 9: Who leads the front?"
    assert taken_over(bank, lines) == []


def test_what_most_claim_is_another_wording(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    claimed = given(question(bank, "leader"), "the young lion", claimed=True)
    lines = pasted(bank, [claimed])
    assert parsed(lines) == {"leader": {"accept": ["the lion's son", "the young lion"]}}
    assert taken_over(bank, lines) == []
    after = check_file(Path(bank.path), TODAY).bank
    assert after is not None
    assert question(after, "leader").grade(("the young lion",)).score == 1


def test_a_blank_takes_another_wording(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    asked = question(bank, "where")
    lines = pasted(bank, [given(asked, "glen", "northeast", "Kabul", claimed=True)])
    text = "It is a {{valley|vale|glen}} to the {{northeast}} of {{Kabul}}."
    assert parsed(lines) == {"where": {"text": text}}
    assert taken_over(bank, lines) == []


def test_an_item_of_a_list_takes_another_wording(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    asked = question(bank, "names")
    lines = pasted(bank, [given(asked, "the five lions", "Kabul", claimed=True)])
    items = [
        {"answer": "Panjshir", "accept": ["Panj", "the five lions"]},
        {"answer": "Kabul", "keywords": [["kabul"]]},
    ]
    assert parsed(lines) == {"names": {"items": items}}
    assert taken_over(bank, lines) == []


@pytest.mark.parametrize("name", ["began", "since"])
@pytest.mark.parametrize("claimed", [True, False])
def test_numbers_and_dates(tmp_path: Path, name: str, claimed: bool) -> None:
    bank = sample(tmp_path)
    lines = pasted(bank, [given(question(bank, name), "1991", claimed=claimed)])
    fields = {"disputed": {"1991": SO}} if claimed else {"mistakes": {"1991": WHY}}
    assert yaml.load("\n".join(lines), yaml.BaseLoader) == [{"id": name} | fields]
    assert taken_over(bank, lines) == []


def test_what_would_break_the_question_is_told_and_left_out(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    lines = pasted(bank, [given(question(bank, "began"), "long ago")])
    assert yaml.safe_load("\n".join(lines)) is None
    assert lines[1].startswith("  # left out: “long ago”: 2 answers by 2 learners, ")
    assert max(map(len, lines)) <= 80


def test_hostile_answers(tmp_path: Path) -> None:
    """What a learner types is data: it neither ends a comment nor reaches the terminal."""
    bank = sample(tmp_path)
    asked = question(bank, "leader")
    said = [
        '"quoted": {yes} #no',
        "- dash: [x]",
        "two\nlines: here",
        "x" * (LONGEST + 1),
        "red \x1b[31m text",
        "null",
        "!tag &anchor *alias",
        "half \ud800 pair",
    ]
    lines = pasted(bank, [given(asked, text) for text in said])
    text = "\n".join(lines)
    assert "\x1b" not in text
    assert "\ud800" not in text
    fields = yaml.load(text, yaml.BaseLoader)[0]["mistakes"]
    assert {'"quoted": {yes} #no', "- dash: [x]", "null", "!tag &anchor *alias"} <= set(fields)
    assert taken_over(bank, lines) == []


def test_only_the_most_usual_are_printed(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    asked = question(bank, "leader")
    names = [f"{letter * 5} number{letter}" for letter in "bcdfghjklmnpqrstvwxz"]
    lines = pasted(bank, [given(asked, name) for name in names])
    assert len(parsed(lines)["leader"]["mistakes"]) == 1 + MOST
    assert f"left out: {len(names) - MOST} that were given less often" in "\n".join(lines)


def test_nothing_recurs(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    people = [Learner((given(question(bank, "leader"), "Amrullah Saleh"),))]
    assert list(yaml_lines(analysed(bank, people), "x")) == []
    assert list(yaml_lines(replace(analysed(bank, people), items=()), "x")) == []


TEXTS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30)


@for_all(TEXTS, TEXTS)
def test_a_scalar_reads_as_it_was(key: str, value: str) -> None:
    line = f"{scalar(key)}: {scalar(value)}"
    assert yaml.load(line, yaml.BaseLoader) == {key: value}
    assert yaml.load(f"[{scalar(key)}, {scalar(value)}]", yaml.BaseLoader) == [key, value]
