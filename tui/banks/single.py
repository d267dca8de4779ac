"""Reads one question of a bank, with all that is wrong with it by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from tui.banks.entry import read_entry
from tui.banks.finding import Finding
from tui.banks.nodes import Mapping as MappingNode
from tui.banks.nodes import Node, Scalar, text
from tui.banks.outline import Outline, Stretch
from tui.banks.parse import entries
from tui.banks.proof import ProvenQuote
from tui.banks.report import Report
from tui.banks.rule import BankContext, QuestionEntry, Rule
from tui.banks.rules import RULES
from tui.banks.silence import Silences
from tui.banks.unreadable import Unreadable
from tui.kinds.question import Question


@dataclass(frozen=True, slots=True)
class SingleQuestion:
    """One entry of a bank's questions, as it is written now.

    question: None where its fields can't be read, or where what they say can't be asked. proof:
    its quotes, with their paragraphs where they are found. findings: what is wrong with it by
    itself, in the order of the file; what is wrong between questions takes a check of the bank.
    written: its lines.
    """

    stretch: Stretch
    question: Question | None
    proof: tuple[ProvenQuote, ...]
    findings: tuple[Finding, ...]
    written: tuple[str, ...]


def read_single(
    outline: Outline, place: int, context: BankContext, shown: str, before: Iterable[Finding] = ()
) -> SingleQuestion:
    """Reads the question at `place` (from 0) of the bank that `outline` and `context` describe.

    shown: what findings call the file. before: what was found in the file before it was parsed.
    """
    stretch, written = outline.stretches[place], outline.written(place)
    report = Report(shown)
    node, in_tree = _node(outline, place, report)
    for found in (*before, *in_tree):
        if stretch.first <= found.line <= stretch.last:
            report.repeat(found)
    question: Question | None = None
    proof: tuple[ProvenQuote, ...] = ()
    silences = Silences(context.node)
    if node is not None:
        rules = [rule(context) for rule in RULES if rule.question is not Rule.question]
        question, entry = read_entry(node, context, rules, report)
        if entry is not None:
            silences.note(entry.node)
            proof = _proof(entry, question)
    return SingleQuestion(stretch, question, proof, silences.told(report.findings()), written)


def _node(outline: Outline, place: int, report: Report) -> tuple[Node | None, tuple[Finding, ...]]:
    """The tree of one question, None if it has none; and what there is to say of its YAML."""
    sure = outline.indent is not None
    whole = outline.alone(place, place) if sure else "\n".join(outline.lines)
    aside = Report(report.path)
    for each in (aside, report):
        each.set_text(whole)
    try:
        listed = (entry.value for entry in entries(whole, aside) if entry.listed)
        node = next(islice(listed, 0 if sure else place, None), None)
    except Unreadable:
        node = None
    return node, aside.findings()


def _proof(entry: QuestionEntry, question: Question | None) -> tuple[ProvenQuote, ...]:
    if question is None:
        return ()
    source = entry.source
    title = author = url = ""
    if source is not None:
        named = entry.bank.node.get("sources")
        fields = named.get(source.id) if isinstance(named, MappingNode) else None
        if isinstance(fields, MappingNode):
            title, author, url = (text(fields.get(name)) for name in ("title", "author", "url"))
        title = title or source.id
    found: list[ProvenQuote] = []
    for quote, span in entry.proofs or [(each, None) for each in entry.scalars("quote")]:
        found.append(_proven(entry, quote, span, (title, author, url)))
    return tuple(found)


def _proven(
    entry: QuestionEntry, quote: Scalar, span: tuple[int, int] | None, named: tuple[str, str, str]
) -> ProvenQuote:
    source = entry.source.text if entry.source is not None else None
    if span is None or source is None:
        return ProvenQuote(*named, "", " ".join(quote.text.split()), "")
    passage = source.passage(span)
    return ProvenQuote(*named, passage.before, passage.quote, passage.after)
