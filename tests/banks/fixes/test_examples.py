"""Each fix's docstring holds a bank before it and after it: both are tried."""

from __future__ import annotations

import importlib
import pkgutil
import re
import textwrap
from pathlib import Path

import pytest

from tests.banks.mend.sample import HASH, SOUND, mended
from tests.banks.sample import checked
from tui.banks import fixes
from tui.banks.fixes.tabs import Tabs
from tui.banks.mend.fix import Fix

MODULES = tuple(module.name for module in pkgutil.iter_modules(fixes.__path__))
HEAD, QUESTIONS = SOUND.split("questions:\n")
SECTIONS = {
    "bank": "format: 1\nbank: sample\ntitle: A sample\n",
    "sources": HEAD[HEAD.index("sources:") : HEAD.index("topics:")],
    "topics": HEAD[HEAD.index("topics:") :],
    "questions": f"questions:\n{QUESTIONS}",
}
"""What a bank has, by the first field of each part."""
NOT_COMPLAINED_OF = {"source_hash"}
"""Fixes that do more than take findings away."""


def fix_of(name: str) -> type[Fix] | type[Tabs]:
    module = importlib.import_module(f"tui.banks.fixes.{name}")
    found = [each for each in fixes.FIXES if each.__module__ == module.__name__]
    return found[0] if found else Tabs


def example(name: str, which: str) -> str:
    """A whole bank that holds the example `which` of the fix `name`."""
    documentation = importlib.import_module(f"tui.banks.fixes.{name}").__doc__ or ""
    match = re.search(rf"\n{which}:\n\n((?:    .*\n|\n)+)", documentation)
    assert match, f"{name} has no example {which}"
    written = textwrap.dedent(match[1]).strip("\n") + "\n"
    written = written.replace("{sha256}", HASH).replace("⇥", "\t")
    parts = [
        "" if re.search(rf"^{field}:", written, re.MULTILINE) else text
        for field, text in SECTIONS.items()
    ]
    place = next(at for at, part in enumerate(parts) if not part)
    parts[place] = written
    return "".join(parts)


@pytest.mark.parametrize("name", MODULES)
def test_what_was_before_becomes_what_is_after(name: str, tmp_path: Path) -> None:
    before, after = example(name, "Before"), example(name, "After")
    assert before != after
    found = mended(tmp_path, before)
    assert found.text == after
    assert len(found.done) == 1
    assert found.left == ()


@pytest.mark.parametrize("name", MODULES)
def test_the_finding_is_there_before_and_gone_after(name: str, tmp_path: Path) -> None:
    codes = fix_of(name).codes
    before = {each.code for each in checked(tmp_path, example(name, "Before")).findings}
    assert name in NOT_COMPLAINED_OF or before & set(codes)
    after = {each.code for each in checked(tmp_path, example(name, "After")).findings}
    assert not after & set(codes)


@pytest.mark.parametrize("name", MODULES)
def test_what_is_after_stays(name: str, tmp_path: Path) -> None:
    after = example(name, "After")
    found = mended(tmp_path, after)
    assert (found.text, found.done) == (after, ())


def test_every_fix_is_listed() -> None:
    listed = {fix.__module__.rpartition(".")[2] for fix in fixes.FIXES}
    assert listed | {"tabs"} == set(MODULES)
