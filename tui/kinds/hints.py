"""Whether a typed text that is no match has enough of an answer to ask whether it was meant."""

from __future__ import annotations

from tui.kinds.distinct import WORDS, kin, opposed, rivals
from tui.kinds.nearness import nearer_to_a_rival
from tui.kinds.reading import Reading, negations, read
from tui.kinds.slips import distance, slips

_FEW = 6
"""How many words may stand around an answer."""
_HEDGES = frozenset({"or", "instead", "rather"})
_AUXILIARY = frozenset({"did", "do", "does", "is", "are", "was", "were", "has", "had", "could"})


def loosely(typed: str, meant: str) -> bool:
    """Whether `typed` is near enough to `meant` to ask whether it was meant.

    That is: a little more than the slips that are forgiven, some of its words without any other,
    or all of its words among a few others; and never where the two differ by a digit, a negation
    or a known name.
    """
    one, other = read(typed), read(meant)
    if not one.words or not other.words:
        return False
    if kin(one.names, other.names):
        return True
    if contains(one, other):
        return not rivals(one.names, other.names)
    return is_part(one, other) or _a_few_slips_more(one, other)


def _a_few_slips_more(one: Reading, other: Reading) -> bool:
    here, there = one.long.together, other.long.together
    size = len(there)
    limit = 1 if size <= 4 else 2 if size <= 8 else 3 if size <= 14 else 4
    # Three letters are most often an abbreviation; another letter makes another body: ICG, ICJ.
    if abs(len(here) - size) > limit or size < 3 or (size == 3 and sorted(here) != sorted(there)):
        return False
    if here[0] != there[0]:
        limit = 1
    count = distance(here, there, limit)
    if count > limit:
        return False
    if one.long.denials != other.long.denials or one.long.digits != other.long.digits:
        return False
    if not (set(one.words) - set(other.words)).isdisjoint(WORDS):
        return False
    if any(opposed(a, b) for a in one.words for b in other.words):
        return False
    return not nearer_to_a_rival(one, other, count)


def contains(one: Reading, other: Reading) -> bool:
    """Whether all of the words of `other` stand together in `one`, undenied, among a few others."""
    return any(
        len(before) + len(after) <= _FEW and not _denied(before, after)
        for before, after in around(one, other)
    )


def around(one: Reading, other: Reading) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The words before and after those of `other` in `one`, with short and with full titles."""
    found = []
    for typed, meant in ((one.names, other.names), (one.words, other.words)):
        at = _place(typed, meant)
        if at is not None:
            found.append((typed[:at], typed[at + len(meant) :]))
    return found


def _place(words: tuple[str, ...], part: tuple[str, ...]) -> int | None:
    """Where in `words` the words of `part` stand together; None if they do not."""
    size = len(part)
    if not size or size > len(words) or part[0] not in words:
        return None
    return next((n for n in range(len(words) - size + 1) if words[n : n + size] == part), None)


def _denied(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether the words around an answer take it back, or put another beside it."""
    if negations(before) or not _HEDGES.isdisjoint(before + after[:1]):
        return True
    if not _AUXILIARY.isdisjoint(after[:1]):
        return bool(negations(after[1:2]))
    return after == ("not",)


def is_part(one: Reading, other: Reading) -> bool:
    """Whether `one` has a third or more of the words of `other`, and none besides.

    Part of what denies something is no part of it: "support" is not half of "no support".
    """
    typed, meant = one.long.heavy, other.long.heavy
    if not typed or one.long.denials or other.long.denials:
        return False
    if len(typed) >= len(meant) or 3 * len(typed) < len(meant):
        return False
    left = list(meant)
    for word in typed:
        fellow = next((w for w in left if w == word or slips(word, w) is not None), None)
        if fellow is None or (len(word) < 3 and not word.isdigit()):
            return False
        left.remove(fellow)
    return not rivals(one.names, other.names)
