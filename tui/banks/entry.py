"""Reads one entry of a bank's questions: what it asks, and all that is wrong with it by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.banks.complaints import complaints
from tui.banks.fields import check_question
from tui.banks.nodes import Mapping, Node, place_of
from tui.banks.report import Report
from tui.banks.rule import BankContext, QuestionEntry, Rule
from tui.kinds.question import Question


class ReadEntry(NamedTuple):
    """An entry once it is read.

    question: None where its fields can't be read, or where what they say can't be asked. entry:
    what rules look at; None where it is no mapping of fields.
    """

    question: Question | None
    entry: QuestionEntry | None


def read_entry(node: Node, bank: BankContext, rules: Iterable[Rule], report: Report) -> ReadEntry:
    """The question that `node` is; complains to `report` of its fields, then as `rules` do.

    What an entry with an error asks is not shown to the rules: one fault is one finding.
    """
    question, errors = check_question(node)
    for complaint in complaints(errors, node):
        report.add(*complaint)
    if not isinstance(node, Mapping):
        return ReadEntry(None, None)
    if question is not None:
        problems = tuple(question.problems())
        for problem in problems:
            place = place_of(node, problem.path)
            report.add(problem.code, place, problem.message, problem.help)
        if problems:
            question = None
    is_sound = question is not None and not report.has_error(node.place.line, node.end_line)
    entry = QuestionEntry(node, bank, question if is_sound else None)
    for rule in rules:
        report.add_all(rule.code, rule.severity, rule.question(entry))
    return ReadEntry(question, entry)
