"""What of a text is quoted by which questions, and how well each part of it is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

State = Literal["unseen", "slipping", "firm"]
"""How well something is remembered; see `tui.study.standing`."""

URGENCY: tuple[State, ...] = ("slipping", "unseen", "firm")
"""What is shown of a part that several questions quote: the first of these that one of them is in.

A part of which something has been forgotten is what a reader looks for, so that slipping goes
before unseen: what was never asked can't have gone.
"""


class Quoted(NamedTuple):
    """The text from `first` up to `last`, which the question `ref` quotes."""

    first: int
    last: int
    ref: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that the same questions quote from its first character to its last."""

    first: int
    last: int
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """Quotes that overlap, taken together.

    stretches: its parts, in order and without gaps. refs: all its questions, in the order in which
    their quotes begin.
    """

    first: int
    last: int
    stretches: tuple[Stretch, ...]

    @property
    def refs(self) -> tuple[str, ...]:
        """Its questions, each once."""
        return tuple(dict.fromkeys(ref for part in self.stretches for ref in part.refs))


def passages(quotes: Iterable[Quoted]) -> tuple[QuotedPassage, ...]:
    """The passages that `quotes` make up, in the order of the text.

    Quotes that only touch are passages of their own. An empty quote makes up nothing.
    """
    # At one place, quotes end before others begin.
    events = sorted(
        event
        for number, quote in enumerate(quotes)
        if quote.first < quote.last
        for event in ((quote.first, 1, number, quote.ref), (quote.last, 0, number, quote.ref))
    )
    found: list[QuotedPassage] = []
    stretches: list[Stretch] = []
    active: dict[int, str] = {}
    last = 0
    for place, begins, number, ref in events:
        if active and place > last:
            _add(stretches, last, place, active)
        last = place
        if begins:
            active[number] = ref
        else:
            del active[number]
            if not active:
                found.append(QuotedPassage(stretches[0].first, place, tuple(stretches)))
                stretches = []
    return tuple(found)


def _add(stretches: list[Stretch], first: int, last: int, active: Mapping[int, str]) -> None:
    """Adds a part, or makes the last one longer where the questions are the same."""
    refs = tuple(dict.fromkeys(active.values()))
    before = stretches[-1] if stretches else None
    if before is not None and set(before.refs) == set(refs):
        stretches[-1] = Stretch(before.first, last, before.refs)
    else:
        stretches.append(Stretch(first, last, refs))


def state_of(refs: Iterable[str], states: Mapping[str, State]) -> State:
    """The state to show for the questions `refs`: the most urgent of theirs.

    A question that `states` does not know counts as unseen.
    """
    there = {states.get(ref, "unseen") for ref in refs}
    return next((state for state in URGENCY if state in there), "unseen")


def runs(passage: QuotedPassage, states: Mapping[str, State]) -> list[tuple[int, int, State]]:
    """The parts of `passage` that look different: start, end and state of each, in order."""
    marked = [(part, state_of(part.refs, states)) for part in passage.stretches]
    found: list[tuple[int, int, State]] = []
    for state, group in groupby(marked, key=itemgetter(1)):
        parts = [part for part, _ in group]
        found.append((parts[0].first, parts[-1].last, state))
    return found
