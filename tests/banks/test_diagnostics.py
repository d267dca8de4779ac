"""The page about codes is what the generator makes, and names every code that there is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import tui.banks
import tui.kinds
from tests.banks.examples import BOOK, explained
from tests.banks.sample import SOURCE
from tui.banks.codes import FIELDS, KINDS, READING, severities
from tui.banks.rules import RULES

DOCS = Path(__file__).parent.parent.parent / "docs"
TEXT = (DOCS / "diagnostics.md").read_text(encoding="utf-8")
TELLING = ("add", "_complain", "FieldComplaint")
"""What is called with a code by what reads a bank."""


def codes_of_kinds() -> set[str]:
    """The codes of the problems that kinds find: texts with hyphens where `Problem` is known."""
    found: set[str] = set()
    for path in Path(tui.kinds.__file__).parent.glob("*.py"):
        code = path.read_text(encoding="utf-8")
        if "Problem" in code:
            texts = (
                node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)
            )
            found |= {
                t for t in texts if isinstance(t, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+", t)
            }
    return found


def codes_of_reading() -> set[str]:
    """The codes that are complained of in so many words by what reads files and fields."""
    found: set[str] = set()
    for path in Path(tui.banks.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            code = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            if name in TELLING and len(node.args) > 2 and isinstance(code, str):
                found.add(code)
    return found


def test_the_page_is_what_the_generator_makes(tmp_path: Path) -> None:
    made = tmp_path / "diagnostics.md"
    subprocess.run([sys.executable, DOCS / "make_diagnostics.py", made], check=True)
    assert made.read_text(encoding="utf-8") == TEXT, "run: make docs"


def test_every_code_is_documented_and_no_other() -> None:
    rules = [rule.code for rule in RULES]
    told = {*codes_of_reading(), *codes_of_kinds(), *rules}
    assert set(re.findall(r"^### ([a-z0-9-]+)$", TEXT, re.MULTILINE)) == told
    assert set(re.findall(r"^\| \[`([a-z0-9-]+)`\]\(#\1\) \|", TEXT, re.MULTILINE)) == told


def test_the_lists_of_codes_are_those_of_the_code() -> None:
    assert set(KINDS) == codes_of_kinds()
    assert {*READING, *FIELDS} == codes_of_reading()
    assert len(severities()) == len([*READING, *FIELDS, *KINDS, *RULES])


def test_each_code_is_told_with_its_severity_and_its_reason() -> None:
    for code in severities():
        found = explained(code)
        section = TEXT.partition(f"\n### {code}\n")[2].partition("\n### ")[0]
        assert section.startswith(f"\n{found.severity.capitalize()}; it can")
        assert f"\n{found.what}\n" in section
        assert f"\n**Why?** {found.why}\n" in section


def test_the_texts_that_examples_quote_are_those_they_are_tried_with() -> None:
    assert f"```text\n{SOURCE}```" in TEXT
    assert f"```text\n{BOOK}```" in TEXT


def test_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([a-z-]+\.md)#([a-z-]+)\)", TEXT)
    assert targets
    for file, heading in targets:
        assert f"\n## {heading.capitalize()}\n" in (DOCS / file).read_text(encoding="utf-8")
