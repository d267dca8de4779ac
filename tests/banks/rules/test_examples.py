"""Each rule's docstring holds a bank that breaks it and one that keeps it: both are tried."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from tests.banks.examples import explained, findings
from tui.banks.rule import Rule
from tui.banks.rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_failing_example_fails(rule: type[Rule], tmp_path: Path) -> None:
    found = findings(rule.code, explained(rule.code).fails, tmp_path)
    assert [(each.code, each.severity) for each in found] == [(rule.code, rule.severity)]
    assert found[0].message.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_passing_example_passes(rule: type[Rule], tmp_path: Path) -> None:
    assert findings(rule.code, explained(rule.code).passes, tmp_path) == []


def test_every_rule_is_listed_under_a_code_of_its_own() -> None:
    modules = {path.stem for path in Path(inspect.getfile(RULES[0])).parent.glob("*.py")}
    assert {rule.__module__.rpartition(".")[2] for rule in RULES} == modules - {"__init__"}
    assert [rule.code.replace("-", "_") for rule in RULES] == sorted(modules - {"__init__"})
