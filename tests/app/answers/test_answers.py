from __future__ import annotations

import pkgutil

import pytest

import tui.app.answers
from tui.app.answers import input_for
from tui.app.answers.answer_input import AnswerInput
from tui.kinds import KIND_NAMES


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_kind_has_its_input(kind: str) -> None:
    found = input_for(kind)
    assert issubclass(found, AnswerInput)
    assert found.WORDS


def test_every_input_has_its_kind() -> None:
    modules = [module.name for module in pkgutil.iter_modules(tui.app.answers.__path__)]
    inputs = []
    for name in modules:
        try:
            input_for(name)
        except AttributeError:
            continue
        inputs.append(name)
    assert sorted(inputs) == sorted(KIND_NAMES)
