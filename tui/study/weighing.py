"""How many marks each question stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tui.banks.index import IndexRow, PlanRow, Topic
from tui.study.exam.study_plan import StudyPlan, counts

MARKS = 100.0
"""What the weights of all questions add up to."""


def weigh(
    rows: Sequence[IndexRow | PlanRow],
    topics: Mapping[str, Topic],
    plan: StudyPlan | None = None,
    marks: Mapping[str, float] | None = None,
) -> list[float]:
    """The marks that each of `rows` stands for; those of all questions add up to 100.

    A topic's `weight` (1 if it has none) is divided among its own questions by their `marks`; one
    without counts as 1. With a `plan`, the topic's weight is multiplied by what the learner set for
    its papers and for itself (`study_plan.counts`).
    marks: what those of each topic's questions add up to, where `rows` are not all questions.
    """
    if marks is None:
        found: dict[str, float] = defaultdict(float)
        for row in rows:
            found[row.topic] += row.marks or 1.0
        marks = found
    worth = {name: _weight_of(name, topics, plan) for name in marks}
    whole = sum(worth.values())
    if not whole:
        # Banks have changed since the plan was made: nothing is left that it lets count.
        return weigh(rows, topics, None, marks) if plan is not None else [0.0] * len(rows)
    share = {name: MARKS * worth[name] / marks[name] / whole for name in marks}
    return [share[row.topic] * (row.marks or 1.0) for row in rows]


def _weight_of(name: str, topics: Mapping[str, Topic], plan: StudyPlan | None) -> float:
    topic = topics.get(name)
    weight = (topic.weight if topic else None) or 1.0
    if plan is not None:
        weight *= counts(plan, name, topic.papers if topic else ())
    return weight
