"""Trees made from YAML text."""

from __future__ import annotations

import yaml
from yaml.events import DocumentStartEvent

from tui.banks.building import TreeBuilder
from tui.banks.nodes import Node
from tui.banks.report import Report


def tree(yaml_text: str) -> Node:
    """The tree of `yaml_text`, which there is nothing to complain of."""
    report = Report("test.yaml")
    events = iter(yaml.parse(yaml_text, Loader=yaml.SafeLoader))
    next(event for event in events if isinstance(event, DocumentStartEvent))
    found = TreeBuilder(events, report.add).node(next(events))
    assert not report.findings()
    return found
