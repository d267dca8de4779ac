"""What grading says of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How an answer, or one part of it, came out."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    NEAR = "near"
    """So near to the key that the learner is asked whether it was meant."""
    DISPUTED = "disputed"
    """Not what the source says, but what is so: the learner decides whether it counts."""
    MISSING = "missing"
    """Nothing was given for this part."""


@dataclass(frozen=True, slots=True)
class Part:
    """One gradable part: what the key holds, what was given for it, and why it came out so.

    A part with an empty `expected` is something given that the key has no place for.
    """

    expected: str
    given: str
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole answer's score from 0 to 1, its parts, and one sentence for the learner (or '')."""

    score: float
    outcome: Outcome
    parts: tuple[Part, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording that the learner says is right for the part of the key that reads `expected`."""

    expected: str
    text: str
