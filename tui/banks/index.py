"""The compiled banks of a folder, from which the app reads questions one at a time.

Reading what was compiled imports neither YAML nor pydantic; these come in only where a bank file
has changed, and for large changes in a process of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.banks import cache
from tui.banks.proof import ProvenQuote
from tui.banks.rows import BankRow, IndexRow, PlanRow, QuoteRow, SourceRow, Topic
from tui.banks.store import Store
from tui.kinds import kind_named
from tui.kinds.question import Question

if TYPE_CHECKING:
    from tui.banks.conditions import Condition
    from tui.banks.finding import Finding

__all__ = [
    "BankRow",
    "Index",
    "IndexRow",
    "PlanRow",
    "QuoteRow",
    "SourceRow",
    "Topic",
    "open_index",
]

_COLUMNS = "ref, bank, topic, kind, question.key, line, prompt, guess, marks"
_PLANNED = "ref, topic, kind, question.key, guess, marks"


def nothing() -> None:
    """What is done before compiling, unless something else is asked for."""


def open_index(
    folder: Path, cache_dir: Path, today: date, before_compiling: Callable[[], None] = nothing
) -> Index:
    """Opens the index of the bank files in `folder`, brought up to date for the day `today`.

    What is compiled is kept in `cache_dir`, or in memory if that can't be written to. Raises
    BanksError if the folder is not there or can't be read. `before_compiling` is called where large
    banks have changed, which takes seconds.
    """
    return Index(folder, cache.cache_path(cache_dir, folder), today, before_compiling)


class Index:
    """Questions by their refs ("bank/id"), and what else the app asks of the banks.

    May be used from several threads, also while one of them refreshes it.
    """

    def __init__(
        self, folder: Path, path: Path, today: date, before_compiling: Callable[[], None]
    ) -> None:
        self._store = Store(folder, path, today, before_compiling)
        self._rows = self._store.rows
        self._decoders: dict[str, Any] = {}

    # One question

    def question(self, ref: str) -> Question | None:
        """The question `ref`, or None if there is none."""
        sql = "SELECT kind, json FROM question JOIN body ON question = id WHERE ref = ?"
        for kind, body in self._rows(sql, ref):
            if kind not in self._decoders:
                from msgspec.json import Decoder

                self._decoders[kind] = Decoder(kind_named(kind))
            found: Question = self._decoders[kind].decode(body)
            return found
        return None

    def passages(self, ref: str) -> tuple[ProvenQuote, ...]:
        """The quotes that prove the answer to `ref`, in their paragraphs; () if there is none."""
        sql = """
            SELECT source.title, source.author, source.url, quote, start, paragraph.text
            FROM question JOIN proof ON proof.question = question.id
            LEFT JOIN source ON source.file = question.file AND source.id = question.source
            LEFT JOIN paragraph ON paragraph.id = proof.paragraph
            WHERE ref = ? ORDER BY number
        """
        return tuple(
            ProvenQuote(
                source_title=title or "",
                author=author or "",
                url=url or "",
                before=(text or "")[:start],
                quote=quote,
                after=(text or "")[start + len(quote) :],
            )
            for title, author, url, quote, start, text in self._rows(sql, ref)
        )

    def place(self, ref: str) -> tuple[Path, int] | None:
        """The file and the line (from 1) where the question `ref` is written; None if unknown."""
        for file, line in self._rows("SELECT file, line FROM question WHERE ref = ?", ref):
            return self._store.folder / file, line
        return None

    # All questions

    def refs(self) -> list[str]:
        """Every question, file by file, in the order written."""
        return [ref for (ref,) in self._rows("SELECT ref FROM question ORDER BY file, id")]

    def rows(self, refs: Sequence[str] | None = None) -> list[IndexRow]:
        """The questions `refs`, in that order, those that are not there left out; None for all."""
        if refs is None:
            found = self._rows(f"SELECT {_COLUMNS} FROM question ORDER BY file, id")
        else:
            import json

            wanted = "json_each(?) AS wanted JOIN question ON ref = wanted.value"
            sql = f"SELECT {_COLUMNS} FROM {wanted} ORDER BY wanted.key"
            found = self._rows(sql, json.dumps(list(refs)))
        return list(map(IndexRow._make, found))

    def plan_rows(self) -> list[PlanRow]:
        """Every question, file by file, in the order written; in half the time of `rows`."""
        sql = f"SELECT {_PLANNED} FROM question ORDER BY file, id"
        return list(map(PlanRow._make, self._rows(sql)))

    def sample(self, count: int, turn: int) -> list[PlanRow]:
        """About so many questions, evenly spread over all; others with each `turn`."""
        import json

        numbers = [number for (number,) in self._rows("SELECT id FROM question ORDER BY file, id")]
        step = max(1, len(numbers) // count)
        wanted = json.dumps(numbers[turn % step :: step])
        tables = "json_each(?) AS wanted JOIN question ON question.id = wanted.value"
        sql = f"SELECT {_PLANNED} FROM {tables} ORDER BY wanted.key"
        return list(map(PlanRow._make, self._rows(sql, wanted)))

    def count(self) -> int:
        """How many questions there are."""
        (found,) = next(iter(self._rows("SELECT count(*) FROM question")))
        return int(found)

    def marks_of_topics(self) -> dict[str, float]:
        """What the marks of each topic's own questions add up to; 1 for each that names none."""
        sql = "SELECT topic, sum(coalesce(nullif(marks, 0), 1.0)) FROM question GROUP BY topic"
        return dict(self._rows(sql))

    def search(self, text: str) -> list[str]:
        """The questions that hold every word of `text`, in any of the fields that are searched.

        Case and accents don't count, and the beginning of a word will do.
        """
        from tui.banks.conditions import holds_words
        from tui.banks.folded_words import words_of

        return self.matching([holds_words([word], whole=False) for word in words_of(text)])

    def matching(self, conditions: Sequence[Condition]) -> list[str]:
        """The questions that meet all `conditions`, file by file, in the order written."""
        plain = not self._store.full_text
        sql = [each.plain if plain and each.plain else each.sql for each in conditions]
        values = [
            value
            for each in conditions
            for value in (each.plain_values if plain and each.plain else each.values)
        ]
        where = " AND ".join(sql) or "TRUE"
        found = self._rows(f"SELECT ref FROM question WHERE {where} ORDER BY file, id", *values)
        return [ref for (ref,) in found]

    def kinds(self) -> dict[str, str]:
        """The kind of each question."""
        return dict(self._rows("SELECT ref, kind FROM question"))

    def tags(self) -> list[str]:
        """The tags that questions have, folded, by the alphabet."""
        return [tag for (tag,) in self._rows("SELECT DISTINCT tag FROM tag ORDER BY tag")]

    def aliases(self) -> dict[str, str]:
        """Refs that questions had before, and the ones that they have now."""
        return dict(self._rows("SELECT old, new FROM alias"))

    def retired(self) -> frozenset[str]:
        """Refs of questions that are gone for good."""
        return frozenset(ref for (ref,) in self._rows("SELECT ref FROM retired"))

    # Banks

    def topics(self) -> dict[str, Topic]:
        """Topics by id; where two banks declare one, the file that comes first by name has it."""
        import json

        found: dict[str, Topic] = {}
        sql = "SELECT id, title, papers, weight FROM topic ORDER BY file, rowid"
        for name, title, papers, weight in self._rows(sql):
            found.setdefault(name, Topic(name, title, tuple(json.loads(papers)), weight))
        return found

    def banks(self) -> list[BankRow]:
        """The banks that questions are taken from, by file name."""
        sql = """
            SELECT bank, title, name,
                (SELECT count(*) FROM question WHERE question.file = name), errors, warnings
            FROM file WHERE title <> '' ORDER BY name
        """
        return [
            BankRow(bank, title, str(self._store.folder / name), count, errors, warnings)
            for bank, title, name, count, errors, warnings in self._rows(sql)
        ]

    # Sources

    def sources(self) -> list[SourceRow]:
        """The sources that a question quotes from, bank by bank."""
        sql = """
            SELECT source.file, source.id, file.title, source.title, author, url, path
            FROM source JOIN file ON file.name = source.file
            WHERE EXISTS (
                SELECT 1 FROM question
                WHERE question.file = source.file AND question.source = source.id
            )
            ORDER BY source.file, source.id
        """
        return [SourceRow(*row) for row in self._rows(sql)]

    def source_of(self, ref: str) -> tuple[str, str] | None:
        """The bank's file and the id of the source that `ref` quotes; None if there is none."""
        for file, source in self._rows("SELECT file, source FROM question WHERE ref = ?", ref):
            return file, source
        return None

    def sources_of_all(self) -> dict[str, tuple[str, str]]:
        """For each question, the bank's file and the id of the source that it quotes."""
        found = self._rows("SELECT ref, file, source FROM question")
        return {ref: (file, source) for ref, file, source in found}

    def quotes(self, file: str, source: str) -> list[QuoteRow]:
        """All quotes from a source, in the order in which the bank's questions have them."""
        sql = """
            SELECT ref, quote, first, last, coalesce(paragraph.text, '')
            FROM question JOIN proof ON proof.question = question.id
            LEFT JOIN paragraph ON paragraph.id = proof.paragraph
            WHERE question.file = ? AND question.source = ? ORDER BY question.id, number
        """
        return [QuoteRow(*row) for row in self._rows(sql, file, source)]

    def notes(self, file: str, source: str) -> dict[str, str]:
        """The instructor's notes on the questions that quote a source, by ref."""
        sql = """
            SELECT ref, json_extract(CAST(json AS TEXT), '$.note') AS note
            FROM question JOIN body ON body.question = question.id
            WHERE question.file = ? AND question.source = ? AND note <> ''
        """
        return dict(self._rows(sql, file, source))

    def source_text(self, source: SourceRow) -> str | None:
        """The text of `source` as the spans of its quotes count it; None if it is not at hand."""
        from tui.banks.sources import source_text

        return source_text(self._store.folder, source.path)

    def findings(self) -> list[Finding]:
        """What there is to complain of, by file and line: the first 200 of each file."""
        import json

        from tui.banks.finding import Finding, Severity

        return [
            Finding(**{**found, "severity": Severity(found["severity"])})
            for (findings,) in self._rows("SELECT findings FROM file ORDER BY name")
            for found in json.loads(findings)
        ]

    def faults(self) -> list[str]:
        """One sentence for each bank file with errors or warnings."""
        sql = "SELECT name, title, errors, warnings FROM file WHERE errors + warnings ORDER BY name"
        return [_sentence(*row) for row in self._rows(sql)]

    # The index itself

    def stamp(self) -> str:
        """A text that is another one whenever any bank may say something else."""
        import hashlib

        rows = self._rows("SELECT name, stamp FROM file ORDER BY name")
        code = self._rows("SELECT stamp FROM code")
        return hashlib.sha256(repr((rows, code)).encode()).hexdigest()[:16]

    @property
    def path(self) -> Path | None:
        """The file that the banks are kept compiled in, or None if in memory."""
        return self._store.path

    def refresh(self, today: date | None = None) -> bool:
        """Compiles what has changed since; whether anything had. today: None if the same day.

        Raises BanksError if the folder can't be read any more.
        """
        return self._store.refresh(today)

    def close(self) -> None:
        """Closes the index; it can't be used any more. Harmless when it is closed."""
        self._store.close()


def _sentence(name: str, title: str, errors: int, warnings: int) -> str:
    counts = [
        f"{count} {word}{'s' if count > 1 else ''}"
        for count, word in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    found = f"{name} has {' and '.join(counts)}"
    if not title:
        found += ", and no question can be taken from it"
    return f"{found}: see cssprep bank check."
