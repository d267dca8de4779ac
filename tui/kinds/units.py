"""What a number is counted in: whether the words beside it fit."""

from __future__ import annotations

from tui.kinds.reading import LIGHT, read
from tui.kinds.spelling import stem, tokens
from tui.kinds.verdict import Outcome

_MEASURES = """
percent percentage pc
km kilometer
m meter
cm centimeter
mile mi
foot feet ft
km2 sqkm
kg kilogram kilo
g gram
tonne ton
year yr
month
week
day
hour hr
minute min
second sec
dollar usd
rupee rs pkr inr
pound gbp
euro eur
yen
hectare
acre
degree
mw megawatt
gw gigawatt
maf
"""
_CANONICAL = {
    stem(word): line.split()[0] for line in _MEASURES.strip().splitlines() for word in line.split()
}
_SCALES = frozenset({"hundred", "thousand", "lakh", "million", "crore", "billion", "trillion"})
_DENIALS = frozenset({"not", "no", "never", "non"})


def measures(words: tuple[str, ...]) -> frozenset[str]:
    """The units of measure among `words`, each in one spelling."""
    return frozenset(_CANONICAL[word] for word in words if word in _CANONICAL)


def unit_outcome(
    given: tuple[str, ...], unit: str, prompt: str, right_answer: str
) -> tuple[Outcome, str]:
    """How the words `given` beside a right number go with the key's unit.

    None are needed. Another measure is wrong, or asks where the key names no unit; other words
    that are neither of the unit nor of the question ask.
    """
    if not _DENIALS.isdisjoint(given):
        return Outcome.WRONG, ""
    wanted = frozenset(map(stem, tokens(unit))) - _SCALES
    asked = frozenset(map(stem, tokens(prompt)))
    ask = Outcome.NEAR, f"Did you mean {right_answer}?"
    other = measures(given) - measures(tuple(wanted)) - measures(tuple(asked))
    if other:
        return (Outcome.WRONG, f"The unit is {unit}.") if unit else ask
    words = frozenset(word for word in given if word not in _CANONICAL) - LIGHT
    strange = words - wanted - asked - frozenset(read(prompt).words)
    if strange and wanted and words.isdisjoint(wanted):
        return ask
    return Outcome.RIGHT, ""
