"""Ways to choose among options without knowing the subject.

Each takes a question and gives the place of the option that it chooses, or None where it sees no
difference between them. Of options that it finds equally good it takes the one that is shown
first: the order shown does not depend on which is right, so that the chance of a hit stays the
share of right options, and each question counts as one trial.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tui.banks.guess.posed import Posed
from tui.banks.wording import telling

Pick = Callable[[Posed], int | None]

_ABSOLUTE = """
always never all none only every everyone everything nobody nothing entirely completely totally
solely must cannot any wholly invariably exclusively
"""
_HEDGED = """
usually often sometimes mostly generally may might could some many most partly largely likely
probably possibly typically tends about roughly several primarily mainly
"""
ABSOLUTE = frozenset(_ABSOLUTE.split())
HEDGED = frozenset(_HEDGED.split())
OF_THESE = re.compile(
    r"(?:all|none|both|neither|any|some|either|two|three) (?:of )?(?:the )?"
    r"(?:these|those|them|above|options?|others?|answers?|previous)\b"
    r"|(?:both|neither) [a-e] (?:and|nor) [a-e]$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w'’]+")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def has(text: str, listed: frozenset[str]) -> bool:
    """Whether one of the words `listed` stands in `text`."""
    return not listed.isdisjoint(word.casefold() for word in _words(text))


def details(text: str) -> int:
    """How specific `text` is: its figures, names (capitals but for the first word) and hedges."""
    found = _words(text)
    return sum(
        any(char.isdigit() for char in word)
        or (at > 0 and word[0].isupper())
        or word.casefold() in HEDGED
        for at, word in enumerate(found)
    )


def _most(scores: Sequence[float]) -> int | None:
    best = max(scores)
    return None if min(scores) == best else scores.index(best)


def _by(score: Callable[[str], float]) -> Pick:
    return lambda asked: _most([score(option) for option in asked.options])


def _shared_with_prompt(asked: Posed) -> int | None:
    prompt = telling(asked.prompt)
    return _most([len(prompt & telling(option)) for option in asked.options])


def _likeness(asked: Posed) -> list[float]:
    """How many telling words each option shares with the others, by the number of its own."""
    found = [telling(option) for option in asked.options]
    return [
        sum(len(own & other) for at, other in enumerate(found) if at != place) / max(1, len(own))
        for place, own in enumerate(found)
    ]


def _odd_one_out(asked: Posed) -> int | None:
    return _most([-likeness for likeness in _likeness(asked)])


def _most_alike(asked: Posed) -> int | None:
    return _most(_likeness(asked))


def _includes_another(asked: Posed) -> int | None:
    found = [telling(option) for option in asked.options]
    return _most([sum(bool(other) and other < own for other in found) for own in found])


def _included(asked: Posed) -> int | None:
    found = [telling(option) for option in asked.options]
    return _most([sum(bool(own) and own < other for other in found) for own in found])


def _middle_number(asked: Posed) -> int | None:
    """Of options that each hold one number: the one in the middle."""
    numbers = [re.findall(r"\d+(?:\.\d+)?", option.replace(",", "")) for option in asked.options]
    if len(numbers) < 3 or any(len(found) != 1 for found in numbers):
        return None
    in_order = sorted(range(len(numbers)), key=lambda at: float(numbers[at][0]))
    return in_order[(len(in_order) - 1) // 2]


def _middle(asked: Posed) -> int | None:
    return (len(asked.options) - 1) // 2 if len(asked.options) > 2 else None


OPTIONS: dict[str, Pick] = {
    "longest option": _by(len),
    "shortest option": _by(lambda option: -len(option)),
    "most specific option": _by(details),
    "least specific option": _by(lambda option: -details(option)),
    "most words of the prompt": _shared_with_prompt,
    "odd one out": _odd_one_out,
    "most like the others": _most_alike,
    "includes another option": _includes_another,
    "included in another option": _included,
    "absolute words are wrong": _by(lambda option: -has(option, ABSOLUTE)),
    "all or none of these": _by(lambda option: bool(OF_THESE.match(option.strip()))),
    "middle number": _middle_number,
    "first option": lambda _: 0,
    "middle option": _middle,
    "last option": lambda asked: len(asked.options) - 1,
}
