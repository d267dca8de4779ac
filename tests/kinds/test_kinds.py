"""The folder of kinds and the list of their names say the same."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import pytest

import tui.kinds
from tui.kinds import KIND_NAMES, kind_named
from tui.kinds.question import Question


def test_the_names_are_those_of_the_kind_modules() -> None:
    modules = [module.name for module in pkgutil.iter_modules(tui.kinds.__path__)]
    with_kind = {name for name in modules if hasattr(import_module(f"tui.kinds.{name}"), "KIND")}
    assert with_kind == set(KIND_NAMES)
    assert len(KIND_NAMES) == 11


@pytest.mark.parametrize("name", KIND_NAMES)
def test_a_kind_is_found_by_its_name(name: str) -> None:
    kind = kind_named(name)
    assert issubclass(kind, Question)
    assert kind.__dataclass_fields__["kind"].default == name


def test_an_unknown_kind_is_an_error() -> None:
    for name in ("essay", "question", ""):
        with pytest.raises(KeyError):
            kind_named(name)
