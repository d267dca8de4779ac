"""Reads and writes answers without a screen: options behind letters, one line of input."""

from __future__ import annotations

import re
from string import ascii_lowercase

from tui.kinds.reading import read
from tui.kinds.spelling import bare

_MARK = re.compile(r"[0-9]{1,4}|[a-z]")


def lettered(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Each of `texts` behind its letter; a number beyond the alphabet."""
    return tuple(f"{mark(place)}) {text}" for place, text in enumerate(texts))


def mark(place: int) -> str:
    """The letter of the option at `place`, from 0; from the 27th on its number."""
    return ascii_lowercase[place] if place < len(ascii_lowercase) else str(place + 1)


def span(count: int) -> str:
    """The letters of so many options, as "a to d"."""
    return f"{mark(0)} to {mark(count - 1)}"


def one_of(lines: tuple[str, ...], texts: tuple[str, ...]) -> str:
    """The one of `texts` that the line of input names, by its text, its letter or its number."""
    line = " ".join(lines).strip()
    chosen = [text for text in texts if read(text).plain == read(line).plain] if line else []
    if chosen:
        return chosen[0]
    places = _places(line, len(texts))
    if len(places) != 1:
        raise ValueError(f"Type one letter from {span(len(texts))}.")
    return texts[places[0]]


def several_of(lines: tuple[str, ...], texts: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `texts` that the line of input names: "a c", "ac" or "1 3"."""
    line = " ".join(lines).strip()
    chosen = [text for text in texts if read(text).plain == read(line).plain] if line else []
    if chosen:
        return tuple(chosen)
    places = _places(line, len(texts))
    if not places or len(set(places)) != len(places):
        raise ValueError(f"Type letters from {span(len(texts))}, each once, such as “a c”.")
    return tuple(texts[place] for place in places)


def _places(line: str, count: int) -> list[int]:
    """The places that the letters or numbers in `line` stand for; [] if it holds anything else."""
    line = re.sub(r"\band\b", " ", bare(line))
    if re.sub(r"[\s,;.()&]", "", _MARK.sub("", line)):
        return []
    places = []
    for found in _MARK.findall(line):
        place = int(found) - 1 if found.isdigit() else ascii_lowercase.index(found)
        if not 0 <= place < count:
            return []
        places.append(place)
    return places


_PAIR = re.compile(r"([0-9]{1,4})\s*[-=:.)]?\s*([a-z])|([a-z])\s*[-=:.)]?\s*([0-9]{1,4})")


def pairs_of(
    lines: tuple[str, ...], lefts: tuple[str, ...], rights: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """The pairs that a line such as "1b 2a" names."""
    line = bare(" ".join(lines))
    found: dict[int, int] = {}
    sentence = f"Type a number and a letter for each pair, such as “1b 2a”: 1 to {len(lefts)}, "
    unreadable = ValueError(f"{sentence}{span(len(rights))}.")
    if not line or re.sub(r"[\s,;]", "", _PAIR.sub("", line)):
        raise unreadable
    for number, letter, letter_first, number_last in _PAIR.findall(line):
        left = int(number or number_last) - 1
        right = ascii_lowercase.index(letter or letter_first)
        if left in found or not 0 <= left < len(lefts) or right >= len(rights):
            raise unreadable
        found[left] = right
    return tuple((lefts[left], rights[right]) for left, right in sorted(found.items()))


def one_line(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The line of input as it is, for the kinds that are typed."""
    return (" ".join(lines).strip(),)
