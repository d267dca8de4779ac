"""The instructor's guide quotes the bank as it is."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from tests.shipped.bank import BANK, ROOT, questions

TEXT = (ROOT / "docs" / "writing-questions.md").read_text(encoding="utf-8")
DIAGNOSTICS = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
CODES = set(re.findall(r"^\| \[`([a-z0-9-]+)`\]", DIAGNOSTICS, re.MULTILINE))
PROSE = re.sub(r"```yaml\n.*?```", "", TEXT, flags=re.DOTALL)
NAMED = sorted(set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", PROSE)) - CODES)
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
GOOD = [
    yaml.load(block, Loader=yaml.BaseLoader)[0] for block in BLOCKS if block.startswith("- id:")
]
RAW = {
    raw["id"]: raw
    for raw in yaml.load(BANK.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["questions"]
}


def test_the_guide_names_questions() -> None:
    assert len(NAMED) >= 10
    assert len(GOOD) >= 5


@pytest.mark.parametrize("named", NAMED)
def test_a_question_that_is_named_exists(named: str) -> None:
    assert named in questions()


@pytest.mark.parametrize("quoted", GOOD, ids=lambda quoted: str(quoted["id"]))
def test_a_good_example_reads_as_in_the_bank(quoted: dict[str, Any]) -> None:
    raw = RAW[quoted["id"]]
    for name, value in quoted.items():
        if isinstance(value, dict):
            assert value.items() <= raw[name].items()
        else:
            assert value == raw[name]


def test_what_is_no_good_example_says_that_it_is_bad() -> None:
    assert all(block.startswith(("- id:", "# Bad: ")) for block in BLOCKS)


@pytest.mark.parametrize("page", ["README.md", "docs/bank-format.md"])
def test_the_guide_is_linked(page: str) -> None:
    folder = "" if page.startswith("docs/") else "docs/"
    assert f"({folder}writing-questions.md)" in (ROOT / page).read_text(encoding="utf-8")
