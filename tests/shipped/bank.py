"""The first bank as learners get it, and the tables of what they may type."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tui.banks.bank import Bank
from tui.banks.check import check_file
from tui.kinds.question import Question

ROOT = Path(__file__).parents[2]
BANK = ROOT / "question_banks" / "nrf-afghanistan.yaml"


@cache
def bank() -> Bank:
    """The bank, read as the app reads it."""
    found = check_file(BANK, date(2026, 1, 1)).bank
    assert found is not None
    return found


@cache
def questions() -> dict[str, Question]:
    """The sound questions of the bank by their ids."""
    return {question.id: question for question in bank().questions}


def ids_of(*kinds: str) -> set[str]:
    """The ids of all questions of these kinds."""
    return {question.id for question in bank().questions if question.kind in kinds}


@cache
def table(name: str) -> Any:
    """The table in the file `name`, every value of it as text."""
    text = Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)
