"""The weights of FSRS-6: those of an average learner, and which others make sense."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

Weights = tuple[float, ...]
"""w0 to w20."""

DEFAULT: Weights = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""The default weights, fitted to many learners at once; those of the package `fsrs`."""

LEAST: Weights = (
    *(0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001),
    *(0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, DEFAULT[20]),
)
MOST: Weights = (
    *(100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5),
    *(5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, DEFAULT[20]),
)
# The bounds of the package, but for the last weight. That is the decay of the forgetting curve,
# and the same for everybody here: so a chance of recall follows from the stability alone.


def checked(weights: Sequence[float]) -> Weights:
    """`weights` as they can be used; ValueError says which one can't be, and why."""
    if len(weights) != len(DEFAULT):
        raise ValueError(f"there must be {len(DEFAULT)} weights, not {len(weights)}")
    for number, (weight, least, most) in enumerate(zip(weights, LEAST, MOST, strict=True)):
        if not least <= weight <= most:
            raise ValueError(f"w{number} lies between {least} and {most}, {weight} does not")
    return tuple(map(float, weights))


def written(weights: Weights) -> str:
    """`weights` as text from which `read` gives the same numbers, to the bit."""
    return " ".join(map(repr, weights))


@lru_cache(maxsize=8)
def read(text: str) -> Weights:
    """The weights that `written` wrote; ValueError if `text` is anything else."""
    return checked([float(part) for part in text.split()])
