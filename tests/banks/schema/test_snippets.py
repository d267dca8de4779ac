"""A snippet, filled in, is a question without a fault in its fields."""

from __future__ import annotations

import re
from itertools import count
from typing import Any

import pytest

from tests.banks.schema.core_types import untyped
from tui.banks.fields import check_question
from tui.banks.nodes import Mapping, Node, Scalar, Sequence
from tui.banks.schema import bank_schema
from tui.kinds import KIND_NAMES


def snippets() -> dict[str, dict[str, Any]]:
    question = bank_schema()["properties"]["questions"]["items"]
    return {each["label"]: each for each in question["allOf"][-1]["else"]["defaultSnippets"]}


def filled(value: Any) -> Any:
    """`value` with something typed at each stop: years, which serve for everything."""
    if isinstance(value, dict):
        return {filled(key): filled(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(each) for each in value]
    typed = re.sub(r"\$\{\d+\|(\w+),.*\|\}", r"\1", value)
    return untyped(re.sub(r"\$(\d+)", r"200\1", typed))


def tree(value: Any) -> Node:
    from tui.banks.report import TOP

    if isinstance(value, dict):
        pairs = {key: (Scalar(key, TOP, 1), tree(inner)) for key, inner in value.items()}
        return Mapping(pairs, TOP, 1)
    if isinstance(value, list):
        return Sequence(tuple(map(tree, value)), TOP, 1)
    return Scalar(value, TOP, 1)


def test_there_is_one_for_each_kind() -> None:
    assert list(snippets()) == [f"{kind} question" for kind in KIND_NAMES]


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_filled_snippet_is_a_question(kind: str) -> None:
    body = filled(snippets()[f"{kind} question"]["body"])
    question, faults = check_question(tree(body))
    assert faults == []
    assert question is not None
    assert question.kind == kind
    assert list(question.problems()) == []


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_its_stops_are_in_turn(kind: str) -> None:
    body = str(snippets()[f"{kind} question"]["body"])
    stops = [int(stop) for stop in re.findall(r"\$\{?(\d+)", body)]
    assert stops == [number for number, _ in zip(count(1), stops, strict=False)]
