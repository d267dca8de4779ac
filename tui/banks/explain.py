"""What each code means, why it matters, and how it looks: read from the docstrings that tell it.

A rule tells it in its own file; for the codes without a rule there is a file each in
`tui/banks/explained/`. A docstring has paragraphs in this order:

    What is wrong, in a sentence.

    What else there is to know, if anything.

    Why: why it matters to learners or instructors.

    Fails, under a condition if there is one:

        an example, indented

    Passes: an example that can't be written down, in words instead.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.banks.codes import ABOUT_THE_BANK, FIELDS, KINDS, READING, can_be_silenced, severities
from tui.banks.finding import Severity


class Example(NamedTuple):
    """A part of a bank that has a fault, or has it no more; what goes without saying is left out.

    text: the part as it is written in the file; where `in_words`, a description instead. when: the
    condition under which it has the fault, or ''.
    """

    text: str
    when: str = ""
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means.

    what: what is wrong, in a sentence. details: more on that, or ''. why: why it matters. fails,
    passes: an example with the fault, and one without. can_be_silenced: whether a bank may say
    that it means it so. in_questions: whether it may say so of single questions, too.
    """

    code: str
    severity: Severity
    what: str
    details: str
    why: str
    fails: Example
    passes: Example
    can_be_silenced: bool
    in_questions: bool


def groups() -> dict[str, tuple[str, ...]]:
    """All codes under the headings that they are listed by."""
    of_rules = {c: s for c, s in severities().items() if c not in {*READING, *FIELDS, *KINDS}}
    errors = tuple(code for code, severity in of_rules.items() if severity is Severity.ERROR)
    return {
        "Reading the file": READING,
        "Fields": FIELDS,
        "Questions, by kind": KINDS,
        "The bank as a whole": errors,
        "Warnings and notes": tuple(code for code in of_rules if code not in errors),
    }


@cache
def explanation(code: str) -> Explanation | None:
    """What `code` means; None if there is no such code."""
    if code not in severities():
        return None
    paragraphs = _docstring(_file(code)).split("\n\n")
    parts: dict[str, tuple[str, str]] = {}
    said: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if heading := _HEADING.match(paragraph):
            after = paragraphs[number + 1 :] if not heading["rest"] else ()
            parts[heading["part"]] = (heading["when"] or "", heading["rest"] or _block(after))
        elif not parts:
            said.append(_joined(paragraph))
    return Explanation(
        code=code,
        severity=severities()[code],
        what=said[0],
        details="\n\n".join(said[1:]),
        why=_joined(parts["Why"][1]),
        fails=_example(*parts["Fails"]),
        passes=_example(*parts["Passes"]),
        can_be_silenced=can_be_silenced(code),
        in_questions=can_be_silenced(code) and code not in ABOUT_THE_BANK,
    )


_HEADING = re.compile(
    r"(?P<part>Why|Fails|Passes)(?:, (?P<when>[^:]*))?:\s*(?P<rest>.*)\Z", re.DOTALL
)
_INDENT = " " * 4


def _file(code: str) -> Path:
    folder = Path(__file__).parent
    for group, codes in (("reading", READING), ("fields", FIELDS), ("kinds", KINDS)):
        if code in codes:
            return folder / "explained" / group / f"{code.replace('-', '_')}.py"
    return folder / "rules" / f"{code.replace('-', '_')}.py"


def _docstring(file: Path) -> str:
    # Not the module's own, which is not there where Python runs with -OO.
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return inspect.cleandoc(ast.get_docstring(tree) or "")


def _block(paragraphs: Iterable[str]) -> str:
    """The indented paragraphs at the start of `paragraphs`, with their indentation."""
    block: list[str] = []
    for paragraph in paragraphs:
        if not paragraph.startswith(_INDENT):
            break
        block.append(paragraph)
    return "\n\n".join(block)


def _example(when: str, text: str) -> Example:
    if not text.startswith(_INDENT):
        return Example(_joined(text), when, in_words=True)
    return Example(textwrap.dedent(text) + "\n", when)


def _joined(paragraph: str) -> str:
    return " ".join(paragraph.split())
