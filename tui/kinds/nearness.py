"""How near one typed text is to one text that it may mean: whether the two are a match."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from tui.kinds.distinct import WORDS, opposed, rivals, rivals_of
from tui.kinds.names import titles_of
from tui.kinds.reading import LIGHT, Reading, Wording, forms, read
from tui.kinds.slips import allowance, distance, slips, transliterated, whole_allowance
from tui.kinds.spelling import joined


class Level(IntEnum):
    """How near, nearest first; the first three are a match."""

    SAME = 0
    """The same letters and digits."""
    ALIKE = 1
    """The same once spelling variants are forgiven."""
    SLIP = 2
    """The same once slips of the finger are forgiven."""
    FAR = 3


_FUNCTION = "or to by from with up out off over under if so we us no not nor per via"
_SMALL_WORDS = LIGHT | frozenset(_FUNCTION.split())
"""Words that are what they are, short as they may be: "or" is no slip of "on"."""


@dataclass(frozen=True, slots=True, order=True)
class Nearness:
    """A level and the slips within it; the smaller is the nearer."""

    level: Level
    slips: int = 0

    @property
    def matches(self) -> bool:
        """Whether the two mean the same."""
        return self.level is not Level.FAR


SAME, ALIKE, FAR = Nearness(Level.SAME), Nearness(Level.ALIKE), Nearness(Level.FAR)


def nearness(typed: str, meant: str) -> Nearness:
    """How near the text `typed` is to the text `meant`."""
    one, other = read(typed), read(meant)
    if one.plain == other.plain:
        return SAME
    if alike(one, other):
        return ALIKE
    count: int | None = None
    for form in forms(meant):
        found = _slipped(one.long, form, other.proper)
        if found is not None and (count is None or found < count):
            count = found
    if count is None or nearer_to_a_rival(one, other, count):
        return FAR
    return Nearness(Level.SLIP, count)


def alike(one: Reading, other: Reading) -> bool:
    """Whether two texts are the same once variants of spelling, titles and spacing are forgiven."""
    if not one.words or not other.words:
        return False
    if one.long.together == other.long.together or one.short.together == other.short.together:
        return True
    if len(one.words) != len(other.words):
        return False
    if "and" in one.words and "and" in other.words and _members(one) == _members(other):
        return True
    return all(
        a == b or _same_sound(a, b, other.proper)
        for a, b in zip(one.words, other.words, strict=True)
    )


def _members(reading: Reading) -> tuple[tuple[str, ...], ...]:
    """What an "and" joins, in no order: "Uzbek and Pashtun" is "Pashtun and Uzbek"."""
    members: list[tuple[str, ...]] = [()]
    for word in reading.words:
        members = [*members, ()] if word == "and" else [*members[:-1], (*members[-1], word)]
    return tuple(sorted(members))


def _same_sound(typed: str, meant: str, proper: frozenset[str]) -> bool:
    return (
        meant in proper
        and len(meant) > 3
        and typed[:1] == meant[:1]
        and not (typed in WORDS and meant in WORDS)
        and transliterated(typed) == transliterated(meant)
    )


def _slipped(typed: Wording, meant: Wording, proper: frozenset[str]) -> int | None:
    """How many slips make the words of `meant` what was typed; None if they do not."""
    if not meant.words or not typed.words or typed.denials != meant.denials:
        return None
    if len(typed.heavy) == len(meant.heavy) and _merely_lighter(typed.light, meant.light):
        return _word_by_word(typed.heavy, meant.heavy, proper)
    return _spaced_otherwise(typed, meant)


def _merely_lighter(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of two runs of light words merely leaves out some of the other's."""
    if one == other:
        return True
    fewer, more = sorted((one, other), key=len)
    rest = iter(more)
    return all(word in rest for word in fewer)


def _word_by_word(
    typed: tuple[str, ...], meant: tuple[str, ...], proper: frozenset[str]
) -> int | None:
    total = 0
    for a, b in zip(typed, meant, strict=True):
        if a == b or _same_sound(a, b, proper):
            continue
        count = slips(a, b)
        if count is None:
            return None
        total += count
    return total if total <= whole_allowance(sum(map(len, meant))) else None


def _spaced_otherwise(typed: Wording, meant: Wording) -> int | None:
    """One slip at most where spaces were left out or put in, and no single letters stand about."""
    one, other = typed.together, meant.together
    limit = min(1, allowance(len(other)))
    if abs(len(one) - len(other)) > limit or min(map(len, typed.words + meant.words)) < 2:
        return None
    if not (one.isalpha() and other.isalpha()) or one in WORDS or opposed(one, other):
        return None
    if any(word in WORDS and word not in other for word in typed.words):
        return None
    if len(typed.words) == len(meant.words) and not _SMALL_WORDS.isdisjoint(
        a for a, b in zip(typed.words, meant.words, strict=True) if a != b
    ):
        return None
    count = distance(one, other, limit)
    return count if count <= limit else None


def nearer_to_a_rival(one: Reading, other: Reading, count: int) -> bool:
    """Whether what was typed is as near to a name that `other` is known to be taken for."""
    if rivals(one.names, other.names):
        return True
    typed = one.long.together
    return any(
        distance(typed, joined(title), count) <= count
        for name in other.names
        for rival in rivals_of(name)
        for title in titles_of(rival)
    )
