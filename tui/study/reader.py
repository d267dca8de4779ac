"""The sources that are quoted, and how well what is asked about each is remembered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from tui.banks.index import QuoteRow, SourceRow
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.missed import missed
from tui.study.standing import standings
from tui.study.stretches import Quoted, QuotedPassage, State, passages

LONGEST_BLOCK = 4000
"""Characters from which on a paragraph is broken in lines part by part."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions by how well they are remembered."""

    firm: int
    slipping: int
    unseen: int

    @property
    def all(self) -> int:
        """All of them."""
        return self.firm + self.slipping + self.unseen

    @classmethod
    def of(cls, states: Iterable[State]) -> Self:
        """The tally of `states`."""
        found = Counter(states)
        return cls(found["firm"], found["slipping"], found["unseen"])


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source, and the questions that quote it."""

    row: SourceRow
    tally: Tally


@dataclass(frozen=True, slots=True)
class OpenSource:
    """A source to be read.

    text: its own, or, where that is not at hand, the quotes, each in as much as is known of its
    paragraph; at_hand says which. blocks: start and end of each paragraph of it, blank ones left
    out; a long one is cut into several. passages: what is tested, in order. notes: what the
    instructor says of the questions of each passage, said once where a question has several.
    states: by ref, how well each question is remembered. stamp: of the banks.
    """

    row: SourceRow
    text: str
    at_hand: bool
    blocks: tuple[tuple[int, int], ...]
    passages: tuple[QuotedPassage, ...]
    notes: tuple[tuple[str, ...], ...]
    states: Mapping[str, State]
    stamp: str

    @property
    def tally(self) -> Tally:
        """Its questions by how well they are remembered."""
        return Tally.of(self.states.values())


def sources(desk: Desk) -> tuple[ListedSource, ...]:
    """The sources that a question quotes, bank by bank: goes through all questions."""
    states = _states(desk)
    by_source: dict[tuple[str, str], list[State]] = {}
    for ref, place in desk.index.sources_of_all().items():
        by_source.setdefault(place, []).append(states.get(ref, "unseen"))
    return tuple(
        ListedSource(row, Tally.of(by_source.get((row.file, row.id), ())))
        for row in desk.index.sources()
    )


def read_source(desk: Desk, row: SourceRow, before: OpenSource | None = None) -> OpenSource:
    """The source `row` as it stands now: goes through all questions.

    before: the same source as it was read earlier; where no bank has changed since, only what is
    remembered is read anew. StudyError if no question quotes it any more.
    """
    states = _states(desk)
    stamp = desk.index.stamp()
    if before is not None and before.stamp == stamp:
        return replace(before, states={ref: states.get(ref, "unseen") for ref in before.states})
    quotes = desk.index.quotes(row.file, row.id)
    if not quotes:
        raise StudyError(f"No question quotes “{row.title}” any more.", "Its answers are kept.")
    row = next((r for r in desk.index.sources() if (r.file, r.id) == (row.file, row.id)), row)
    text = desk.index.source_text(row)
    spans = _spans(quotes, text) if text is not None else None
    at_hand = text is not None and spans is not None
    if text is None or spans is None:
        text, spans = _alone(quotes)
    found = passages(spans)
    return OpenSource(
        row=row,
        text=text,
        at_hand=at_hand,
        blocks=blocks(text),
        passages=found,
        notes=_notes(found, desk.index.notes(row.file, row.id)),
        states={quote.ref: states.get(quote.ref, "unseen") for quote in quotes},
        stamp=stamp,
    )


def source_row(desk: Desk, ref: str) -> SourceRow | None:
    """The source that the question `ref` quotes; None if there is none."""
    place = desk.index.source_of(ref)
    rows = desk.index.sources() if place is not None else []
    return next((row for row in rows if (row.file, row.id) == place), None)


def blocks(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of the paragraphs of `text` that are not blank, long ones cut into several."""
    from tui.banks.proof import paragraphs

    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        first = start
        while end - first > LONGEST_BLOCK:
            cut = text.rfind(" ", first + 1, first + LONGEST_BLOCK) + 1 or first + LONGEST_BLOCK
            found.append((first, cut))
            first = cut
        if not text[first:end].isspace() and first < end:
            found.append((first, end))
    return tuple(found)


def _states(desk: Desk) -> dict[str, State]:
    """How well each question is remembered; one that was missed today slips.

    The answer has just been read, so that its chance of recall is high until tomorrow; a mark that
    turned firm by a wrong answer would say nothing of what is known.
    """
    states: dict[str, State] = {row.ref: row.state for row in standings(desk).rows}
    return states | dict.fromkeys(missed(desk, days=1), "slipping")


def _notes(found: Iterable[QuotedPassage], notes: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The notes of each passage; one that stands at an earlier passage is left out."""
    said: set[str] = set()
    by_passage: list[tuple[str, ...]] = []
    for passage in found:
        new = [ref for ref in passage.refs if ref in notes and ref not in said]
        said.update(new)
        by_passage.append(tuple(notes[ref] for ref in new))
    return tuple(by_passage)


def _spans(quotes: Iterable[QuoteRow], text: str) -> list[Quoted] | None:
    """Where `quotes` stand in `text`; None if it is not the text that they were found in."""
    spans: list[Quoted] = []
    for quote in quotes:
        if quote.first is None or quote.last is None:
            return None
        # The text may have changed since the banks were compiled.
        if " ".join(text[quote.first : quote.last].split()) != " ".join(quote.quote.split()):
            return None
        spans.append(Quoted(quote.first, quote.last, quote.ref))
    return spans


def _alone(quotes: Iterable[QuoteRow]) -> tuple[str, list[Quoted]]:
    """The quotes as a text, each that is not there yet in a paragraph, and where they stand."""
    parts: list[str] = []
    places: dict[str, int] = {}
    end = 0
    spans: list[Quoted] = []
    for quote in quotes:
        paragraph = quote.paragraph if quote.quote in quote.paragraph else quote.quote
        if paragraph not in places:
            places[paragraph] = end
            parts.append(paragraph)
            end += len(paragraph) + 1
        first = places[paragraph] + paragraph.index(quote.quote)
        spans.append(Quoted(first, first + len(quote.quote), quote.ref))
    return "\n".join(parts), spans
