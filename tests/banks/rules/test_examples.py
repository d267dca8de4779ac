"""Each rule's docstring holds a bank that breaks it and one that keeps it: both are tried."""

from __future__ import annotations

import inspect
import re
import textwrap
from pathlib import Path

import pytest
import yaml

from tests.banks.sample import checked
from tui.banks.finding import Finding
from tui.banks.rule import Rule
from tui.banks.rules import RULES

QUESTION = {"kind": "date", "topic": "nrf", "quote": "is leading the NRF"}
ASKED = (
    {"prompt": "When did the NRF begin?", "answer": "1990"},
    {"prompt": "Since when has the son led it?", "answer": "2019"},
    {"prompt": "When was the lion killed?", "answer": "2001"},
)
"""What the questions of an example ask, where it does not say so, in turn."""
BOOK = """\
Panjshir is a valley. The river in it has the name of the valley, and flows to the south-west, where
it meets the Ghorband and goes on to the Kabul River. Those who live there grow wheat, mulberries
and walnuts on narrow terraces, and dig for emeralds in the mountains above them. A road leads along
the river up to the Anjuman Pass, which is closed by snow from the late autumn to the spring.
"""
TAKEN = {"other": "other.yaml"}


def examples(rule: type[Rule]) -> tuple[str, str]:
    """The failing and the passing example of `rule`, as written."""
    documentation = inspect.getdoc(inspect.getmodule(rule)) or ""
    match = re.search(r"\nFails[^:]*:\n(.*?)\nPasses[^:]*:\n(.*)", documentation, re.DOTALL)
    assert match, f"{rule.__module__} has no examples"
    return textwrap.dedent(match[1]), textwrap.dedent(match[2])


def completed(example: str) -> str:
    """`example` with what a whole bank needs besides."""
    given = yaml.load(example, Loader=yaml.BaseLoader)
    bank = {
        "format": "1",
        "bank": "sample",
        "title": "A sample",
        "sources": {"article": {"title": "An article", "file": "sources/article.txt"}},
        **given,
    }
    questions = [
        {"id": f"question-{number}", **QUESTION, **ASKED[number % 3], **question}
        for number, question in enumerate(bank.get("questions", [{}]))
    ]
    used = {str(question["topic"]): {"title": "A topic"} for question in questions}
    return yaml.safe_dump({"topics": used, **bank, "questions": questions}, sort_keys=False)


def findings(example: str, folder: Path) -> list[Finding]:
    (folder / "sources").mkdir()
    (folder / "sources" / "book.txt").write_text(BOOK)
    return list(checked(folder, completed(example), TAKEN).findings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_failing_example_fails(rule: type[Rule], tmp_path: Path) -> None:
    found = findings(examples(rule)[0], tmp_path)
    assert [(each.code, each.severity) for each in found] == [(rule.code, rule.severity)]
    assert found[0].message.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_passing_example_passes(rule: type[Rule], tmp_path: Path) -> None:
    assert findings(examples(rule)[1], tmp_path) == []


def test_every_rule_is_listed_under_a_code_of_its_own() -> None:
    modules = {path.stem for path in Path(inspect.getfile(RULES[0])).parent.glob("*.py")}
    assert {rule.__module__.rpartition(".")[2] for rule in RULES} == modules - {"__init__"}
    assert [rule.code.replace("-", "_") for rule in RULES] == sorted(modules - {"__init__"})
