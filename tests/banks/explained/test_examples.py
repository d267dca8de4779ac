"""Each code without a rule has a file with two examples: both are tried."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

import tui.banks.explained
from tests.banks.examples import explained, findings
from tests.banks.sample import BANK, TODAY, checked, write
from tui.banks.check import check_file
from tui.banks.codes import FIELDS, KINDS, READING
from tui.banks.finding import Finding, Severity
from tui.banks.limits import MAX_BYTES

IN_WORDS = ("unreadable-file", "too-large", "not-utf-8", "invalid-value")
"""Codes whose example can't be written down in a page of text; each is built below."""
WRITTEN = [code for code in (*READING, *FIELDS, *KINDS) if code not in IN_WORDS]


def codes_and_severities(found: list[Finding]) -> list[tuple[str, Severity]]:
    return [(each.code, each.severity) for each in found]


@pytest.mark.parametrize("code", WRITTEN)
def test_the_failing_example_fails(code: str, tmp_path: Path) -> None:
    found = findings(code, explained(code).fails, tmp_path)
    assert codes_and_severities(found) == [(code, Severity.ERROR)]


@pytest.mark.parametrize("code", WRITTEN)
def test_the_passing_example_passes(code: str, tmp_path: Path) -> None:
    assert findings(code, explained(code).passes, tmp_path) == []


def a_folder(folder: Path) -> Path:
    (folder / "nrf.yaml").mkdir()
    return folder / "nrf.yaml"


def a_large_file(folder: Path) -> Path:
    path = write(folder)
    with path.open("ab") as file:
        file.write(b"#" * MAX_BYTES)
    return path


def a_windows_file(folder: Path) -> Path:
    return write(folder, BANK.replace("A sample", "A café").encode("cp1252"))


def a_page_of_figures(folder: Path) -> Path:
    return write(folder, BANK.replace("kind: short", f"kind: short\n    difficulty: {'1' * 5000}"))


def a_file(folder: Path) -> Path:
    return write(folder)


def two_files(folder: Path) -> Path:
    write(folder, BANK.replace("bank: sample", "bank: other"), "other.yaml")
    return write(folder)


def a_utf_8_file(folder: Path) -> Path:
    return write(folder, BANK.replace("A sample", "A café").encode())


def a_difficulty(folder: Path) -> Path:
    return write(folder, BANK.replace("kind: short", "kind: short\n    difficulty: 5"))


Build = Callable[[Path], Path]
BUILT: dict[str, tuple[Build, Build]] = {
    "unreadable-file": (a_folder, a_file),
    "too-large": (a_large_file, two_files),
    "not-utf-8": (a_windows_file, a_utf_8_file),
    "invalid-value": (a_page_of_figures, a_difficulty),
}
"""How to make what the examples in words describe: with the fault, and without."""


def test_what_is_described_in_words_is_built() -> None:
    described = [
        code
        for code in (*READING, *FIELDS, *KINDS)
        if explained(code).fails.in_words or explained(code).passes.in_words
    ]
    assert described == list(IN_WORDS) == list(BUILT)


@pytest.mark.parametrize("code", IN_WORDS)
def test_what_is_described_as_failing_fails(code: str, tmp_path: Path) -> None:
    found = list(check_file(BUILT[code][0](tmp_path), TODAY).findings)
    assert codes_and_severities(found) == [(code, Severity.ERROR)]


@pytest.mark.parametrize("code", IN_WORDS)
def test_what_is_described_as_passing_passes(code: str, tmp_path: Path) -> None:
    assert check_file(BUILT[code][1](tmp_path), TODAY).findings == ()


def test_the_sample_that_is_built_on_is_sound(tmp_path: Path) -> None:
    assert checked(tmp_path).findings == ()


@pytest.mark.parametrize(
    ("group", "codes"), [("reading", READING), ("fields", FIELDS), ("kinds", KINDS)]
)
def test_every_code_has_a_file_and_every_file_a_code(group: str, codes: tuple[str, ...]) -> None:
    files = Path(tui.banks.explained.__file__).parent.joinpath(group).glob("*.py")
    stems = {path.stem for path in files} - {"__init__"}
    assert stems == {code.replace("-", "_") for code in codes}


def test_an_explanation_is_no_code() -> None:
    for path in Path(tui.banks.explained.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert len(tree.body) == 1
        assert ast.get_docstring(tree)
