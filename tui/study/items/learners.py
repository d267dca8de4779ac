"""Which files are of one learner, and what each learner answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.kinds.verdict import Variant
from tui.log import Amendment, Entry, How, Review, Undo, effective
from tui.progress.joining.elsewhere import Elsewhere


@dataclass(frozen=True, slots=True)
class Given:
    """One answer that counts.

    graded: the score, 0 to 1, that the app gave. counted: the one after what the learner said of
    it. claimed: the learner said "I was right". seconds: 0 if not known. key: the hash of the
    answer key that it was graded by, '' if not known.
    """

    question: str
    answer: tuple[str, ...]
    graded: float
    counted: float
    claimed: bool
    seconds: float
    key: str


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner without a name: the answers that count, in order of time, and own wordings."""

    given: tuple[Given, ...]
    remembered: frozenset[tuple[str, Variant]] = frozenset()


def learners(files: Sequence[Elsewhere]) -> tuple[Learner, ...]:
    """The learners that `files` are of.

    Each file is one learner's. Files that share an entry, by its id, are of the same one, as an
    older export, a backup or a second device is; what they share counts once.
    """
    return tuple(_learner([files[at] for at in group]) for group in _same(files))


def _same(files: Sequence[Elsewhere]) -> list[list[int]]:
    """The places of the files that share an entry, directly or by way of others."""
    home = list(range(len(files)))

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = home[home[at]]
            at = home[at]
        return at

    first_with: dict[str, int] = {}
    for at, file in enumerate(files):
        for entry in file.entries:
            one, other = root(first_with.setdefault(entry.id, at)), root(at)
            home[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for at in range(len(files)):
        groups.setdefault(root(at), []).append(at)
    return list(groups.values())


def _learner(files: Sequence[Elsewhere]) -> Learner:
    entries: dict[str, Entry] = {}
    for file in files:
        for entry in file.entries:
            entries.setdefault(entry.id, entry)
    return Learner(
        given=tuple(_given(list(entries.values()))),
        remembered=frozenset(said for file in files for said in file.remembered),
    )


def _given(entries: list[Entry]) -> Iterator[Given]:
    graded = {entry.id: entry.score for entry in entries if isinstance(entry, Review)}
    said = _last_said(entries)
    for review in effective(entries):
        if review.practice:
            continue
        yield Given(
            question=review.question,
            answer=review.answer,
            graded=graded[review.id],
            counted=review.score,
            claimed=said.get(review.id) is How.RIGHT,
            seconds=review.seconds,
            key=review.key,
        )


def _last_said(entries: list[Entry]) -> dict[str, How]:
    """What the learner said last of each review, and did not take back."""
    undone = {entry.target for entry in entries if isinstance(entry, Undo)}
    said = [
        e
        for e in entries
        if isinstance(e, Amendment) and e.how is not How.COUNT and e.id not in undone
    ]
    return {e.target: e.how for e in sorted(said, key=lambda e: (e.at, e.id))}
