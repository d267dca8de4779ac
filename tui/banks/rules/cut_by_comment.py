"""A text ends at a `#` with a space before it: what follows is a comment, which nobody sees.

A comment with a space behind its `#`, too, is not complained of.

Why: The question is asked without the rest of its line, the answer is compared without it, and
nothing in the file looks wrong.

Fails:

    questions:
      - id: beginning
        kind: date
        topic: nrf
        prompt: By sentence #3, when did the NRF begin?
        answer: 1990
        quote: It began in 1990

Passes:

    questions:
      - id: beginning
        kind: date
        topic: nrf
        prompt: "By sentence #3, when did the NRF begin?"
        answer: 1990  # the old one
        quote: It began in 1990
"""

from __future__ import annotations

import collections.abc
import re
from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.finding import Complaint, Severity
from tui.banks.nodes import Mapping, Node, Scalar, Sequence
from tui.banks.rule import QuestionEntry, Rule

_COMMENT = re.compile(r"[ \t]#(?=[^\s#])")
_LONGEST = 200
"""Characters of a line in quotes that are shown."""


class CutByComment(Rule):
    """What is written is read to its end."""

    code = "cut-by-comment"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of the texts of a question that a comment without a space cuts short."""
        lines = self.bank.lines
        first, last = entry.node.place.line, entry.node.end_line
        if not any(" #" in line or "\t#" in line for line in lines[first - 1 : last]):
            return
        for text in _texts(entry.node):
            yield from _cut(text, lines)


def _cut(text: Scalar, lines: collections.abc.Sequence[str]) -> Iterator[Complaint]:
    if text.blank or text.end_line > len(lines):
        return
    start = text.place.column - 1
    if lines[text.place.line - 1][start : start + 1] in {'"', "'", "|", ">", ""}:
        return
    line = lines[text.end_line - 1]
    if text.end_line > text.place.line:
        start = len(line) - len(line.lstrip())
    comment = _COMMENT.search(line, start)
    if comment is None:
        return
    # Behind a text in brackets may stand others, with a # of their own.
    read = line[start : comment.start()].strip()
    if not read or not text.text.endswith(read):
        return
    rest = line[comment.start() :].rstrip()
    yield Complaint(
        text.place,
        f"This text ends before the “#”: “{one_line(text.text[-60:], 60)}” is what is read of it.",
        f"Put it in quotes: {one_line(_quoted(text.text + rest), _LONGEST)}. If a comment is meant,"
        " write a space behind its #.",
    )


def _quoted(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _texts(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        for _, value in node.pairs.values():
            yield from _texts(value)
