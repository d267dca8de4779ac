"""From a bank and its source to the bank with drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.banks.bank import Bank
from tui.banks.characters import FORBIDDEN, REPLACEMENT, one_line
from tui.banks.complaints import did_you_mean
from tui.banks.drafting.appending import appended, gap_in
from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.checking import Trial
from tui.banks.drafting.choosing import PER_SENTENCE, best, candidates
from tui.banks.drafting.entry_text import Draft, written
from tui.banks.drafting.ids import Subjects, new_id
from tui.banks.drafting.present import Present, present_in
from tui.banks.drafting.source import SourceSentences
from tui.banks.drafting.topics import Topics
from tui.banks.reading import BankReading
from tui.banks.sources import LoadedSource
from tui.fault import Fault

LIMIT = 40
"""Drafts that are made at once, if nothing else is asked for."""
_ROUNDS = 5
"""How often the next best are tried where the check complained."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Drafting:
    """What came of drafting.

    old, new: the bank file's bytes. drafts: those made, in the source's order. left: candidates
    that were worth less. dropped: those that the check would have complained of.
    """

    old: bytes
    new: bytes
    bank: str
    source: str
    drafts: tuple[Draft, ...]
    left: int
    dropped: int


def draft(
    path: Path,
    today: date,
    source: str | None = None,
    limit: int = LIMIT,
    kinds: Collection[str] = (),
    again: bool = False,
    topic: str | None = None,
) -> Drafting:
    """Drafts for the bank at `path`; nothing is written.

    source: the id of the source, needed if the bank has several. limit: drafts at most, 0 for all.
    kinds: of these alone, if not empty. again: of sentences, too, that a finished question quotes.
    topic: the one that all get; if None, it goes by the headings.
    Raises Fault if the bank or the source can't be read, or no draft can be added.
    """
    reading = BankReading(path, str(path), today, {})
    bank = reading.bank
    if bank is None:
        name = one_line(path.name)
        raise Fault(f"{name} can't be read as a bank.", f"See cssprep bank check {name}.")
    old = path.read_bytes()
    text = old.removeprefix(_BOM).decode(errors="surrogateescape")
    topics = Topics(bank.topics, topic)
    gap = gap_in(FORBIDDEN.sub(REPLACEMENT, text))
    loaded = _source(reading.sources, source, bank)
    assert loaded.text is not None
    left_out = tuple(
        span for each in reading.untested if each.source == loaded.id for span in each.spans
    )
    described = bank.sources.get(loaded.id)
    title = (described.title if described is not None else "") or bank.title
    sentences = SourceSentences(loaded.text, left_out, title)
    is_only = len(reading.sources) == 1
    present = present_in(FORBIDDEN.sub(REPLACEMENT, text), loaded.id, is_only, sentences)
    every = candidates(sentences)
    found = [each for each in every if not kinds or each.kind in kinds]
    files = [each.file for each in reading.sources.values() if each.file]
    naming = _Naming(
        topics, "" if is_only else loaded.id, frozenset(present.taken), Subjects(every)
    )
    with Trial(path, text, gap, files, today) as trial:
        wanted = _Wanted(found, present, limit, again)
        made, dropped = _sound(trial, wanted, naming)
    entries = [written(each, gap.indent) for each in made]
    new = appended(text, entries, gap).encode(errors="surrogateescape")
    bom = _BOM if old.startswith(_BOM) else b""
    return Drafting(
        old=old,
        new=bom + new,
        bank=bank.id,
        source=loaded.id,
        drafts=tuple(made),
        left=len(wanted.best(dropped)) - len(made),
        dropped=len(dropped),
    )


@dataclass(frozen=True, slots=True)
class _Naming:
    """What drafts are given. taken: ids that they can't have. subjects: what ids are made from."""

    topics: Topics
    source: str
    taken: frozenset[str]
    subjects: Subjects

    def drafts(self, chosen: list[Candidate]) -> list[Draft]:
        taken = set(self.taken)
        ordered = sorted(chosen, key=lambda each: (each.sentence.number, each.asked))
        return [
            Draft(
                new_id(self.subjects.of(each), taken),
                self.topics.under(each.sentence.heading),
                self.source,
                each,
            )
            for each in ordered
        ]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What may become a draft: of `found`, what is not `present`."""

    found: list[Candidate]
    present: Present
    limit: int
    again: bool

    def best(self, dropped: list[Candidate]) -> list[Candidate]:
        """The worthiest first, without `dropped`.

        What is there already keeps its place among the best of its sentence, so that the second
        best does not come up in a second run.
        """
        counts = Counter(self.present.drafted)
        wanted: list[Candidate] = []
        for each in best([each for each in self.found if each not in dropped]):
            number = each.sentence.number
            is_tested = number in self.present.finished and not self.again
            if is_tested or self.present.has(each) or counts[number] >= PER_SENTENCE:
                continue
            counts[number] += 1
            wanted.append(each)
        return wanted


def _sound(trial: Trial, wanted: _Wanted, naming: _Naming) -> tuple[list[Draft], list[Candidate]]:
    """The best drafts that the check has nothing to say of, and what it would complain of.

    Where one is dropped, the next best takes its place.
    """
    dropped: list[Candidate] = []
    kept: list[Draft] = []
    for _ in range(_ROUNDS):
        chosen = wanted.best(dropped)
        drafts = naming.drafts(chosen[: wanted.limit or len(chosen)])
        kept = trial.sound(drafts)
        if len(kept) == len(drafts):
            break
        sound = [each.candidate for each in kept]
        dropped += [each.candidate for each in drafts if each.candidate not in sound]
    return kept, dropped


def _source(sources: dict[str, LoadedSource], wanted: str | None, bank: Bank) -> LoadedSource:
    if not sources:
        raise Fault(f"The bank {bank.id} has no source.", "See cssprep bank check.")
    if wanted is None and len(sources) > 1:
        names = ", ".join(sorted(map(one_line, sources)))
        raise Fault(f"The bank {bank.id} has several sources: {names}.", "Say which by --source.")
    found = next(iter(sources.values())) if wanted is None else sources.get(wanted)
    if found is None:
        meant = did_you_mean(wanted or "", sources)
        names = f"The sources are {', '.join(sorted(map(one_line, sources)))}."
        raise Fault(f"{bank.id} has no source “{one_line(wanted or '')}”.", meant or names)
    if found.text is None:
        raise Fault(
            f"The text of the source “{one_line(found.id)}” can't be read "
            f"({one_line(found.file) or 'no file is named'}).",
            "See cssprep bank check.",
        )
    return found
