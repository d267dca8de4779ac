"""One reading of a bank file: its own fields first, then question by question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.banks.bank import Bank, Source
from tui.banks.complaints import complaints
from tui.banks.entry import read_entry
from tui.banks.fields import check_bank
from tui.banks.finding import Finding, Place
from tui.banks.lines import lines_of
from tui.banks.nodes import Mapping as MappingNode
from tui.banks.nodes import Node, Scalar, scalars, text
from tui.banks.parse import STREAMED, entries
from tui.banks.recovery import look_through
from tui.banks.report import Report
from tui.banks.rows import Topic
from tui.banks.rule import BankContext, Rule, Span
from tui.banks.rules import RULES
from tui.banks.rules.unused_silence import UnusedSilence
from tui.banks.silence import Silences
from tui.banks.slug import is_slug
from tui.banks.sources import LoadedSource, load_sources
from tui.banks.survey import Survey
from tui.banks.text_file import read_text
from tui.kinds.question import Question

FORMAT = "1"
"""The format of banks that this version reads."""


@dataclass(frozen=True, slots=True)
class SoundQuestion:
    """A question without an error.

    line: where it begins. source: what it quotes. spans: where its quotes stand in the source's
    text, in order; None where that text is not at hand.
    """

    question: Question
    line: int
    source: str
    spans: tuple[Span | None, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Passages that no question is meant to test: their source, where they stand in it, and why."""

    source: str
    spans: tuple[Span, ...]
    why: str


class BankReading:
    """Reads the bank at `path`; findings call the file `shown`.

    bank is the bank without its questions, or None if it can't be read or has no id of its own;
    declared_id is the id in the file, its own or not, or ''.
    `questions` goes through the questions once; `findings` and `drafts`, the number of drafts
    without an error, are complete when it has ended.
    """

    def __init__(self, path: Path, shown: str, today: date, taken: Mapping[str, str]) -> None:
        self.bank: Bank | None = None
        self.declared_id = ""
        self.drafts = 0
        self._report = Report(shown)
        self._context: BankContext | None = None
        self._silences = Silences()
        self._fields_dropped = False
        content = read_text(path, self._report)
        self._look = look_through(content, self._report) if content is not None else None
        found = self._look.survey if self._look is not None else None
        if found is None or not self._reads_format(found.node):
            return
        sources = load_sources(path.parent, found.node.get("sources"))
        lines = lines_of(self._look.text) if self._look is not None else ()
        self._context = BankContext(found.node, found.ids, sources, today, taken, lines)
        self._silences = Silences(found.node)
        self._check_fields(found)
        if self._is_whole:
            self.bank = _bank(self._context, shown)
            self.declared_id = text(found.node.get("bank"))

    @property
    def _is_whole(self) -> bool:
        """Whether the file could be read to its end, with nothing left out."""
        return self._look is not None and self._look.is_whole

    @property
    def sources(self) -> dict[str, LoadedSource]:
        """The bank's sources, with their texts where they were read."""
        return self._context.sources if self._context is not None else {}

    @property
    def untested(self) -> Iterator[LeftOut]:
        """The passages that the bank leaves out on purpose, as far as they are found."""
        for entry in self._context.untested if self._context is not None else ():
            spans = tuple(span for _, span in entry.proofs if span is not None)
            source, why = entry.source, text(entry.node.get("why"))
            if source is not None and spans and why:
                yield LeftOut(source.id, spans, why)

    def findings(self) -> tuple[Finding, ...]:
        """All that was found so far, but for what the bank silences."""
        return self._silences.told(self._report.findings())

    @property
    def silenced(self) -> int:
        """How many findings the bank silences, of those so far."""
        found = self._report.findings() if self._silences else ()
        return len(found) - len(self._silences.told(found))

    def questions(self) -> Iterator[SoundQuestion]:
        """The questions without an error, in the order written; drafts are checked alone.

        Where a syntax error made the file unreadable in parts, the rest is checked but none is
        handed out.
        """
        if self._context is None or self._look is None:
            return
        rules = [rule(self._context) for rule in RULES]
        for rule in rules:
            self._report.add_all(rule.code, rule.severity, rule.before())
        looking = [rule for rule in rules if type(rule).question is not Rule.question]
        for _, value, listed in entries(self._look.text, self._report):
            sound = self._question(value, looking) if listed else None
            if sound is not None and self._is_whole:
                yield sound
        # What is said of the bank as a whole may be untrue of what is left of it.
        found = self._look.survey
        is_bank = self._is_whole and found is not None and found.count > 0
        is_bank = is_bank and not self._fields_dropped
        for rule in rules if is_bank else ():
            self._report.add_all(rule.code, rule.severity, rule.after())
        if self._silences and self._is_whole:
            unused = self._silences.unused(self._report.findings())
            self._report.add_all(UnusedSilence.code, UnusedSilence.severity, unused)

    def _question(self, node: Node, rules: list[Rule]) -> SoundQuestion | None:
        assert self._context is not None
        question, entry = read_entry(node, self._context, rules, self._report)
        if entry is None:
            return None
        self._silences.note(entry.node)
        ends = (value.end_line for _, value in entry.node.pairs.values())
        # As those of a question whose first line is missing: its topic may be used nowhere else.
        self._fields_dropped |= max(ends, default=0) < entry.node.end_line
        if question is None or self._has_error(entry.node):
            return None
        if question.draft:
            self.drafts += self._is_whole
            return None
        spans = tuple(span for _, span in entry.proofs) or (None,) * len(question.quotes)
        source = entry.source.id if entry.source else ""
        return SoundQuestion(question, entry.node.place.line, source, spans)

    def _has_error(self, node: MappingNode) -> bool:
        return self._report.has_error(node.place.line, node.end_line)

    def _reads_format(self, node: MappingNode) -> bool:
        found = node.get("format")
        if not isinstance(found, Scalar) or not found.text or found.text == FORMAT:
            return True
        self._report.add(
            "unknown-format",
            found.place,
            f"This bank is written in the format {found.text}; this version reads {FORMAT}.",
            f"Write `format: {FORMAT}`, or get a newer cssprep.",
        )
        return False

    def _check_fields(self, found: Survey) -> None:
        _, errors = check_bank(found.node)
        if not self._is_whole:
            # A field may be missing because it can't be read; so may all questions.
            errors = [e for e in errors if e.kind != "missing" and e.path != (STREAMED,)]
        listed = found.node.get(STREAMED)
        if isinstance(listed, Scalar) and listed.blank:
            # As a new bank has it: there is no question yet, and nothing is wrong with the field.
            errors = [e for e in errors if e.path != (STREAMED,)]
        for complaint in complaints(errors, found.node):
            self._report.add(*complaint)
        is_empty = not found.count and STREAMED in found.node.pairs
        if is_empty and not errors and self._is_whole:
            place: Place = found.node.pairs[STREAMED][0].place
            advice = "Write one below it, or have some drafted: cssprep bank draft."
            self._report.add("too-few", place, "The bank has no questions.", advice)


def _bank(context: BankContext, shown: str) -> Bank | None:
    """The bank, as far as its fields can be read: what is missing falls back to the id."""
    node = context.node
    name = text(node.get("bank"))
    if not is_slug(name) or name in context.taken:
        return None
    return Bank(
        id=name,
        path=shown,
        title=text(node.get("title")) or name,
        language=text(node.get("language")),
        licence=text(node.get("licence")),
        as_of=text(node.get("as_of")),
        sources={source.id: _source(source, node) for source in context.sources.values()},
        topics={name: _topic(name, node) for name in context.keys("topics")},
        retired=tuple(found.text for found in scalars(node.get("retired"))),
    )


def _source(source: LoadedSource, node: MappingNode) -> Source:
    fields = _fields_of(node, "sources", source.id)
    return Source(
        id=source.id,
        title=text(fields.get("title")) or source.id,
        author=text(fields.get("author")),
        url=text(fields.get("url")),
        file=source.file,
        sha256=source.stated_sha256,
        redistribute=source.may_travel,
    )


def _topic(name: str, node: MappingNode) -> Topic:
    fields = _fields_of(node, "topics", name)
    weight = text(fields.get("weight"))
    try:
        share = float(weight) if weight else None
    except ValueError:
        share = None
    return Topic(
        id=name,
        title=text(fields.get("title")) or name,
        papers=tuple(found.text for found in scalars(fields.get("papers")) if found.text),
        weight=share,
    )


def _fields_of(node: MappingNode, field: str, name: str) -> dict[str, Node]:
    group = node.get(field)
    entry = group.get(name) if isinstance(group, MappingNode) else None
    if not isinstance(entry, MappingNode):
        return {}
    return {key: value for key, (_, value) in entry.pairs.items()}
