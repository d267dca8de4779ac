"""Slips of the finger: how far a word may be from another and still be meant.

The distance is optimal string alignment: letters left out, added, replaced, or two neighbours
swapped (Damerau 1964; Boytsov 2011, ACM JEA 16, section 2.1).
"""

from __future__ import annotations

from functools import lru_cache

from tui.kinds.distinct import WORDS, opposed

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLACES = {letter: (y, x + y * 0.5) for y, row in enumerate(_ROWS) for x, letter in enumerate(row)}


def allowance(letters: int) -> int:
    """How many slips are forgiven in a text of so many letters: none up to 4, 1 to 8, then 2."""
    return 0 if letters <= 4 else 1 if letters <= 8 else 2


def whole_allowance(letters: int) -> int:
    """How many slips are forgiven in several words of so many letters together."""
    return allowance(letters) if letters < 20 else 3


def distance(one: str, other: str, limit: int) -> int:
    """The distance between two texts; limit + 1 if it is larger than `limit`."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for y, letter in enumerate(one, 1):
        above, before, row = before, row, [y] * (len(other) + 1)
        low, high = max(1, y - limit), min(len(other), y + limit)
        if low > 1:
            row[low - 1] = limit + 1
        for x in range(low, high + 1):
            step = before[x - 1] + (letter != other[x - 1])
            step = min(step, before[x] + 1, row[x - 1] + 1)
            if y > 1 and x > 1 and letter == other[x - 2] and one[y - 2] == other[x - 1]:
                step = min(step, above[x - 2] + 1)
            row[x] = step
        for x in range(high + 1, len(other) + 1):
            row[x] = limit + 1
        if min(row[low - 1 : high + 1]) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


@lru_cache(maxsize=16384)
def slips(typed: str, meant: str) -> int | None:
    """How many slips turn the word `meant` into `typed`; None if it was not meant.

    A word with a digit is never slipped in. A word that is another known word is that word, and
    one that a prefix turns into its opposite is no slip. The first letter is hit more surely than
    the others: another one there is a slip only if its key lies beside the right one.
    """
    if typed == meant:
        return 0
    allowed = allowance(len(meant))
    if not allowed or abs(len(typed) - len(meant)) > allowed:
        return None
    if not (typed.isalpha() and meant.isalpha()) or typed in WORDS or opposed(typed, meant):
        return None
    count = distance(typed, meant, allowed)
    if count > allowed:
        return None
    if typed[0] != meant[0] and typed[1:2] == meant[1:2] and not _beside(typed[0], meant[0]):
        return None
    return count


def _beside(one: str, other: str) -> bool:
    if one not in _PLACES or other not in _PLACES:
        return False
    (y, x), (v, u) = _PLACES[one], _PLACES[other]
    return abs(y - v) <= 1 and abs(x - u) <= 1


def transliterated(word: str) -> str:
    """`word` as the sounds of a name that Latin letters write in several ways."""
    for letters, sound in (("oo", "u"), ("ou", "u"), ("ee", "i"), ("q", "k"), ("ph", "f")):
        word = word.replace(letters, sound)
    single = [a for a, b in zip(word, word[1:] + " ", strict=True) if a != b]
    return "".join(single).removesuffix("h")
