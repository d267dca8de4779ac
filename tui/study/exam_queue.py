"""What a session asks while there is an exam day ahead: what adds most marks by then, first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from tui.clock import today
from tui.progress import memories
from tui.schedule.planner import filled, ranked, worth
from tui.schedule.seconds import Pace
from tui.study.changes import changed_answers
from tui.study.desk import Desk
from tui.study.exam.study_plan import study_plan
from tui.study.in_force import weights_in_force
from tui.study.parking import parked_refs
from tui.study.queue import Candidate, interleaved
from tui.study.queued import BETWEEN
from tui.study.ranking import Ranking, horizon_of, questions_of, ranking
from tui.study.weighing import weigh

NEAR = 0.8
"""Questions take turns by topic with those that gain at least this share of what they gain."""

LARGE = 2000
"""From so many questions on, ranking all of them takes longer than a first question may."""
SAMPLE = 500
"""Of how many questions the first ones of a session are the best there. Spread evenly over 20,000,
the best of so many is among the best 100 of all in 92 cases of 100, and among 200 in 99."""
FIRST = BETWEEN + 1
"""How many questions a session begins with until the others are ranked: enough for the first one to
be asked with help, which needs others between its stages."""


def exam_candidates(
    desk: Desk, seconds: float, exam: date, wanted: Callable[[str], bool]
) -> list[Candidate]:
    """The `wanted` questions for the next `seconds`, in the order in which to ask them.

    The gain for a second decides, and all of the time is spent where anything is left to gain.
    What was answered today is not asked again, and parked questions are not asked. Questions whose
    answer has changed come first, and count as forgotten.
    """
    known, answered = ranking(desk, exam)
    parked = parked_refs(desk)
    changed = changed_answers(desk)

    def can_be_asked(place: int) -> bool:
        ref = known.refs[place]
        return ref not in answered and ref not in parked and wanted(ref)

    first = [place for place in known.order if known.refs[place] in changed] if changed else []

    def in_order() -> Iterator[int]:
        yield from first
        yield from (place for place in known.order if known.refs[place] not in changed)

    places = filled(filter(can_be_asked, in_order()), known.worth.seconds, seconds)
    return _in_turns(known, places, changed)


def first_candidates(desk: Desk, exam: date) -> tuple[str, ...]:
    """A few questions to begin a session with where there are too many to rank them all first.

    The best of a sample, others each day, by the model's chances as they are.
    """
    day = today(desk.clock)
    parked = parked_refs(desk)
    changed = list(changed_answers(desk))[:FIRST]
    rows = [row for row in desk.index.sample(SAMPLE, day.toordinal()) if row.ref not in parked]
    marks = desk.index.marks_of_topics()
    weights = weigh(rows, desk.index.topics(), study_plan(desk), marks)
    known = memories.strengths(desk.progress, [row.ref for row in rows])
    questions = questions_of(rows, known, weights, Pace({}))
    found = worth(
        questions,
        day.toordinal(),
        horizon_of(exam, day),
        weights=weights_in_force(desk.progress),
        first_right=0.5,
    )
    refs = [ref for ref in changed if ref not in parked]
    refs += [rows[place].ref for place in ranked(found.gains) if rows[place].ref not in changed]
    return tuple(refs[:FIRST])


def _in_turns(known: Ranking, places: Iterable[int], changed: Collection[str]) -> list[Candidate]:
    """Candidates, those of near-equal gain put so that neighbours are of different topics."""
    order: list[Candidate] = []
    group: list[Candidate] = []
    best = 0.0
    for place in places:
        gain = known.worth.gains[place]
        if group and not NEAR * best <= gain <= best / NEAR:
            order += interleaved(group)
            group = []
        if not group:
            best = gain
        candidate = known.candidate(place)
        if candidate.ref in changed:
            candidate = replace(candidate, recall=0.0)
        group.append(candidate)
    return order + interleaved(group)
