"""Which sentences of its sources a bank tests, sentence by sentence.

A sentence is tested if quotes of questions cover at least `ENOUGH` of its words; words that the
bank leaves out on purpose are not asked for. A sentence of which nothing else is left is itself
left out. What share of the sentences is tested is counted without those.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from tui.banks.characters import one_line
from tui.banks.finding import Finding
from tui.banks.folder import BanksError
from tui.banks.reading import BankReading
from tui.banks.rule import Span
from tui.banks.sentences import Part, Sentence, sentences
from tui.banks.sources import LoadedSource, State

ENOUGH = 0.5
"""The share of a sentence's words that quotes have to cover for it to count as tested."""

SHORTEST_GAP = 4
"""Words in a row, in no quote, that may hold a claim of their own and are shown."""


class Standing(StrEnum):
    """Whether a sentence is tested."""

    TESTED = "tested"
    PARTLY = "partly-tested"
    """Quoted, but of its words fewer than `ENOUGH`: it counts as not tested."""
    LEFT_OUT = "left-out"
    """On purpose: the bank says why."""
    NOT_TESTED = "not-tested"


@dataclass(frozen=True, slots=True)
class CoveredSentence:
    """A sentence and the questions that quote it.

    text: white space folded. line: where it begins in the source, from 1. questions: refs, in the
    bank's order. why: why it, or a part of it, is left out, or ''. words: how many have to be
    tested. quoted: how many of them stand in a quote. gaps: runs of words that stand in none.
    """

    part: Part
    text: str
    line: int
    standing: Standing
    questions: tuple[str, ...]
    why: str
    words: int
    quoted: int
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """A source, sentence by sentence."""

    id: str
    title: str
    sentences: tuple[CoveredSentence, ...]


@dataclass(frozen=True, slots=True)
class BankCoverage:
    """A bank's sources, sentence by sentence. findings: what is wrong with the bank."""

    bank: str
    title: str
    path: str
    sources: tuple[SourceCoverage, ...]
    findings: tuple[Finding, ...]

    def count(self, standing: Standing) -> int:
        """How many sentences stand like that."""
        return sum(each.standing is standing for each in self._sentences())

    @property
    def percent(self) -> float:
        """The share of tested sentences among those not left out, 0 to 100; 100 of none."""
        counted = sum(each.standing is not Standing.LEFT_OUT for each in self._sentences())
        return 100 * self.count(Standing.TESTED) / counted if counted else 100.0

    @property
    def percent_of_words(self) -> float:
        """The share of words in a quote among those not left out, 0 to 100; 100 of none."""
        words = sum(each.words for each in self._sentences())
        return 100 * sum(each.quoted for each in self._sentences()) / words if words else 100.0

    def _sentences(self) -> Iterator[CoveredSentence]:
        return (each for source in self.sources for each in source.sentences)


def bank_coverage(path: Path, today: date) -> BankCoverage:
    """Which sentences of its sources the bank at `path` tests.

    Questions with an error don't count. Raises BanksError if the bank or the text of one of its
    sources can't be read.
    """
    reading = BankReading(path, str(path), today, {})
    bank, name = reading.bank, one_line(path.name)
    if bank is None:
        raise BanksError(f"{name} can't be read as a bank.", "See cssprep bank check.")
    quotes: dict[str, list[tuple[Span, str]]] = {}
    for sound in reading.questions():
        for span in sound.spans:
            if span is not None:
                ref = f"{bank.id}/{sound.question.id}"
                quotes.setdefault(sound.source, []).append((span, ref))
    left_out: dict[str, list[tuple[Span, str]]] = {}
    for each in reading.untested:
        left_out.setdefault(each.source, []).extend((span, each.why) for span in each.spans)
    sources = tuple(
        SourceCoverage(
            source.id,
            bank.sources[source.id].title,
            tuple(
                _covered(source, bank.id, quotes.get(source.id, []), left_out.get(source.id, []))
            ),
        )
        for source in reading.sources.values()
    )
    return BankCoverage(bank.id, bank.title, str(path), sources, reading.findings())


def _covered(
    source: LoadedSource,
    bank: str,
    quotes: Sequence[tuple[Span, str]],
    left_out: Sequence[tuple[Span, str]],
) -> Iterator[CoveredSentence]:
    if source.text is None:
        raise _unread(source, bank)
    text = source.content
    breaks = [match.start() for match in re.finditer("\n", text)]
    asked, skipped = _Passages(quotes), _Passages(left_out)
    for sentence in sentences(text, source.text.paragraphs()):
        line = bisect_left(breaks, sentence.start) + 1
        yield _sentence(text, sentence, line, asked, skipped)


def _sentence(
    text: str, sentence: Sentence, line: int, asked: _Passages, skipped: _Passages
) -> CoveredSentence:
    words = [match.span() for match in _WORD.finditer(text, sentence.start, sentence.end)]
    quoted = [asked.hold(word) for word in words]
    # A word that a question quotes is tested, whatever the bank says of leaving it out.
    pairs = zip(words, quoted, strict=True)
    wanted = [is_quoted or not skipped.hold(word) for word, is_quoted in pairs]
    return CoveredSentence(
        part=sentence.part,
        text=" ".join(text[sentence.start : sentence.end].split()),
        line=line,
        standing=_judged(sum(wanted), sum(quoted)),
        questions=asked.names((sentence.start, sentence.end)),
        why=" ".join(skipped.names((sentence.start, sentence.end))),
        words=sum(wanted),
        quoted=sum(quoted),
        gaps=tuple(_gaps(text, words, quoted, wanted)),
    )


def _judged(words: int, quoted: int) -> Standing:
    if not words:
        return Standing.LEFT_OUT
    if quoted >= ENOUGH * words:
        return Standing.TESTED
    return Standing.PARTLY if quoted else Standing.NOT_TESTED


def _gaps(
    text: str, words: Sequence[Span], quoted: Sequence[bool], wanted: Sequence[bool]
) -> Iterator[str]:
    """Runs of words that are wanted and in no quote; none where no word is quoted."""
    run: list[Span] = []
    for word, is_quoted, is_wanted in [
        *zip(words, quoted, wanted, strict=True),
        ((0, 0), True, True),
    ]:
        if is_wanted and not is_quoted:
            run.append(word)
            continue
        if len(run) >= SHORTEST_GAP and any(quoted):
            yield " ".join(text[run[0][0] : run[-1][1]].split())
        run = []


_WORD = re.compile(r"[^\W_]+(?:[.,'’/-][^\W_]+)*")


class _Passages:
    """Stretches of a text, each with a name, that may overlap."""

    def __init__(self, named: Iterable[tuple[Span, str]]) -> None:
        # By where they start, each with its place in the order given.
        numbered = ((*span, number, name) for number, (span, name) in enumerate(named))
        self._sorted = sorted(numbered)
        self._longest = max((end - start for start, end, _, _ in self._sorted), default=0)
        self._merged: list[list[int]] = []
        for start, end, _, _ in self._sorted:
            if self._merged and start <= self._merged[-1][1]:
                self._merged[-1][1] = max(end, self._merged[-1][1])
            else:
                self._merged.append([start, end])

    def hold(self, word: Span) -> bool:
        """Whether a part of `word` at least lies in one of them."""
        before = bisect_right(self._merged, word[1] - 1, key=lambda span: span[0])
        return before > 0 and self._merged[before - 1][1] > word[0]

    def names(self, span: Span) -> tuple[str, ...]:
        """The names of those that overlap `span`, each once, in the order given."""
        start, end = span
        at = bisect_left(self._sorted, start - self._longest, key=lambda each: each[0])
        found: list[tuple[int, str]] = []
        for index in range(at, len(self._sorted)):
            first, last, number, name = self._sorted[index]
            if first >= end:
                break
            if last > start:
                found.append((number, name))
        return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _unread(source: LoadedSource, bank: str) -> BanksError:
    file = one_line(source.file) or "its text"
    if source.state in (State.ABSENT, State.MISSING):
        return BanksError(
            f"The source “{one_line(source.id)}” of {bank} is not here ({file}), so nobody can say "
            "what is tested of it."
        )
    return BanksError(
        f"The source “{one_line(source.id)}” of {bank} can't be read ({file}).",
        "See cssprep bank check.",
    )
