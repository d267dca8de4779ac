"""Writes one compiled bank into the cache."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

import msgspec

from tui.banks.bank import Bank
from tui.banks.finding import Finding, Severity
from tui.banks.folded_words import searchable, words_of_fields
from tui.banks.proof import Passage
from tui.banks.reading import SoundQuestion
from tui.banks.rule import Span
from tui.banks.sources import LoadedSource
from tui.kinds.question import Question, key_hash

FINDINGS_KEPT = 200
"""Findings of one file that are kept; more of them nobody reads in the app."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """What is noted of a bank file: see `KnownFile`, and the title ('' if there is no bank)."""

    stamp: str
    sources: tuple[str, ...]
    first_day: date
    last_day: date
    bank: str
    hidden_by: str
    title: str
    findings: tuple[Finding, ...]


class BankWriter:
    """Replaces what the cache holds of the file `name`, inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._paragraphs: dict[tuple[str, Span], int] = {}

    def drop_bank(self) -> None:
        """Forgets the bank of the file, and its questions."""
        of_file = "(SELECT id FROM question WHERE file = ?)"
        for table in ("body", "tag", "proof"):
            self._run(f"DELETE FROM {table} WHERE question IN {of_file}", self._name)
        self._run(f"DELETE FROM words WHERE rowid IN {of_file}", self._name)
        for table in ("question", "topic", "source", "paragraph", "alias", "retired"):
            self._run(f"DELETE FROM {table} WHERE file = ?", self._name)

    def drop_file(self) -> None:
        """Forgets the file altogether."""
        self.drop_bank()
        self._run("DELETE FROM file WHERE name = ?", self._name)

    def file(self, row: FileRow) -> None:
        """Notes what the file was like."""
        counts = [found.severity for found in row.findings]
        self._run(
            "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._name,
            row.stamp,
            json.dumps(row.sources),
            row.first_day.isoformat(),
            row.last_day.isoformat(),
            row.bank,
            row.hidden_by,
            row.title,
            counts.count(Severity.ERROR),
            counts.count(Severity.WARNING),
            json.dumps([asdict(found) for found in row.findings[:FINDINGS_KEPT]]),
        )

    def bank(self, bank: Bank) -> None:
        """Writes the bank's topics, sources and retired ids."""
        for topic in bank.topics.values():
            papers = json.dumps(topic.papers)
            topic_row = (self._name, topic.id, topic.title, papers, topic.weight)
            self._run("INSERT INTO topic VALUES (?, ?, ?, ?, ?)", *topic_row)
        for source in bank.sources.values():
            named = (source.title, source.author, source.url, source.file)
            self._run("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)", self._name, source.id, *named)
        for old in bank.retired:
            ref = f"{bank.id}/{old}"
            self._run("INSERT OR IGNORE INTO retired VALUES (?, ?)", ref, self._name)

    def question(self, bank: Bank, sound: SoundQuestion, source: LoadedSource | None) -> None:
        """Writes a question, its words for search and its proof."""
        question = sound.question
        ref = f"{bank.id}/{question.id}"
        row = self._connection.execute(
            "INSERT INTO question (ref, file, bank, topic, kind, key, line, prompt, source, guess,"
            " marks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                ref,
                self._name,
                bank.id,
                question.topic,
                question.kind,
                key_hash(question),
                sound.line,
                question.prompt,
                sound.source,
                question.guess_rate,
                question.marks,
            ),
        ).lastrowid
        self._run("INSERT INTO body VALUES (?, ?)", row, msgspec.json.encode(question))
        self._run("INSERT INTO words (rowid, text) VALUES (?, ?)", row, _words(question, bank))
        for tag in sorted(set(map(searchable, question.tags))):
            self._run("INSERT INTO tag VALUES (?, ?)", tag, row)
        for old in question.was:
            old_ref = f"{bank.id}/{old}"
            self._run("INSERT OR REPLACE INTO alias VALUES (?, ?, ?)", old_ref, ref, self._name)
        for number, (quote, span) in enumerate(zip(question.quotes, sound.spans, strict=True)):
            if span is None or source is None or source.text is None:
                alone = " ".join(quote.split())
                values: tuple[object, ...] = (row, number, alone, None, 0, None, None)
            else:
                found = source.text.passage(span)
                place = (source.id, source.text.paragraph(*span))
                paragraph = self._paragraph(place, found)
                values = (row, number, found.quote, paragraph, len(found.before), *span)
            self._run("INSERT INTO proof VALUES (?, ?, ?, ?, ?, ?, ?)", *values)

    def _paragraph(self, place: tuple[str, Span], found: Passage) -> int:
        """The number of the paragraph at `place`, of a source, that several quotes may share."""
        if place not in self._paragraphs:
            text = found.before + found.quote + found.after
            sql = "INSERT INTO paragraph (file, text) VALUES (?, ?)"
            values = (self._name, text)
            self._paragraphs[place] = self._connection.execute(sql, values).lastrowid or 0
        return self._paragraphs[place]

    def _run(self, sql: str, *values: object) -> None:
        self._connection.execute(sql, values)


def _words(question: Question, bank: Bank) -> str:
    """What search looks through: id, prompt, answer, quotes, note, topic, tags."""
    topic = bank.topics.get(question.topic)
    texts: Iterable[str] = (
        question.id,
        question.prompt,
        question.right_answer(),
        *question.key(),
        *question.quotes,
        question.note,
        question.topic,
        topic.title if topic else "",
        *question.tags,
    )
    return words_of_fields(dict.fromkeys(texts))
