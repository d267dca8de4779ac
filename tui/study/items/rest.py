"""How learners do on the rest of a bank, and who of them is strong and who is weak."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

LEAST_REST = 5
"""A learner with fewer other questions answered says nothing of who knows more."""

UPPER = 0.27
"""The share of learners at either end that tells most about a question, where ability is spread
normally. Source: T. L. Kelley, The selection of upper and lower groups for the validation of test
items, 1939."""

ENOUGH_FOR_ENDS = 40
"""With fewer learners the halves are compared, for an end would be a handful."""

Scores = Mapping[str, Mapping[int, float]]
"""For each question the first score, 0 to 1, of each learner who answered it."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The strong and the weak learners of a question, and the share of learners in either."""

    strong: frozenset[int]
    weak: frozenset[int]
    share: float


def rest_scores(scores: Scores) -> dict[str, dict[int, float]]:
    """For each question, how the learners who answered it do on the others of the bank.

    A learner's rest score is the mean, over the other questions that the learner answered, of the
    score less the mean score of all who answered that question: learners meet different questions,
    and one who met the hard ones is not weak. Where all answered all, it is the mean score on the
    rest but for a constant. Learners with fewer than `LEAST_REST` other questions are left out.
    """
    ahead = {ref: _ahead(of) for ref, of in scores.items()}
    lists: dict[int, list[float]] = {}
    for leads in ahead.values():
        for learner, lead in leads.items():
            lists.setdefault(learner, []).append(lead)
    totals = {learner: math.fsum(leads) for learner, leads in lists.items()}
    return {
        ref: {
            # Rounded, so that equal performances are equal whatever the order of adding up.
            learner: round((totals[learner] - lead) / (len(lists[learner]) - 1), 9)
            for learner, lead in leads.items()
            if len(lists[learner]) > LEAST_REST
        }
        for ref, leads in ahead.items()
    }


def ends(rest: Mapping[int, float]) -> Ends | None:
    """The learners at either end of `rest`; None where there are too few, or all are equal.

    Learners who are equal to the last of an end belong to it, too.
    """
    if len(rest) < 2:
        return None
    share = UPPER if len(rest) >= ENOUGH_FOR_ENDS else 0.5
    count = max(1, math.floor(share * len(rest)))
    in_order = sorted(rest.values())
    least, most = in_order[-count], in_order[count - 1]
    if most >= least:
        return None
    return Ends(
        strong=frozenset(learner for learner, score in rest.items() if score >= least),
        weak=frozenset(learner for learner, score in rest.items() if score <= most),
        share=share,
    )


def _ahead(of: Mapping[int, float]) -> dict[int, float]:
    """By how much each learner's score is above the mean."""
    mean = math.fsum(of.values()) / len(of) if of else 0.0
    return {learner: score - mean for learner, score in of.items()}
