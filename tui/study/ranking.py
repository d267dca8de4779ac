"""All questions by what asking them today adds to the marks on the exam day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tui.banks.index import PlanRow
from tui.clock import today
from tui.progress import history, memories
from tui.progress.history import Newest
from tui.schedule.forgetting import retrievability
from tui.schedule.planner import Questions, Worth, ranked, worth
from tui.schedule.seconds import Pace
from tui.study.desk import Desk
from tui.study.exam.study_plan import study_plan
from tui.study.in_force import weights_in_force
from tui.study.queue import Candidate
from tui.study.weighing import weigh

NAME = "ranking"

Strengths = Mapping[str, tuple[float, float, int, str]]
"""Stability, difficulty, ordinal of the last day and key of each question that was answered."""


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """The questions in the banks' order, what each is worth, and their places by that.

    newest: the last entry of the log that was known.
    """

    newest: Newest
    day: int
    refs: list[str]
    topics: list[str]
    questions: Questions
    worth: Worth
    order: list[int]

    def candidate(self, place: int) -> Candidate:
        """The question at `place` as the queue takes it."""
        stability, recall = self.questions.stability[place], None
        if stability:
            recall = retrievability(stability, self.day - self.questions.last_day[place])
        return Candidate(self.refs[place], self.topics[place], recall, self.worth.seconds[place])


def ranking(desk: Desk, exam: date) -> tuple[Ranking, frozenset[str]]:
    """All questions ranked for the exam day `exam`, and those of them answered since, today.

    What one question is worth does not depend on the others. So a ranking holds for the rest of
    the study day, but for what was answered meanwhile; it is made anew only where the log says more
    of a question than that, or where the banks, the plan or the memory's weights have changed.
    """
    found = _at_hand(desk, exam)
    if found is None:
        state = _state(desk, exam)
        found = _ranked(desk, exam), frozenset()
        desk.kept.values[NAME] = (state, found[0])
    return found


def is_at_hand(desk: Desk, exam: date) -> bool:
    """Whether `ranking` would not have to rank all questions anew."""
    return _at_hand(desk, exam) is not None


def _at_hand(desk: Desk, exam: date) -> tuple[Ranking, frozenset[str]] | None:
    found = desk.kept.values.get(NAME)
    if found is None or found[0] != _state(desk, exam):
        return None
    known: Ranking = found[1]
    answered = _answered_since(desk, known)
    return None if answered is None else (known, answered)


def _state(desk: Desk, exam: date) -> object:
    """What a ranking depends on beside the log."""
    plan = study_plan(desk)
    weights = weights_in_force(desk.progress)
    return desk.index.stamp(), today(desk.clock), exam, plan.papers, plan.topics, weights


def questions_of(
    rows: Sequence[PlanRow], known: Strengths, weights: Sequence[float], pace: Pace
) -> Questions:
    """The columns of the planner for `rows`; an answer to another answer key does not count."""
    found = Questions()
    times = {
        kind: (pace.seconds(kind, 1.0), pace.seconds(kind, 0.0), pace.seconds(kind, None))
        for kind in {row.kind for row in rows}
    }
    for ref, _, kind, key, guess, _ in rows:
        stability, difficulty, last_day, answered_key = known.get(ref, _NOTHING)
        if answered_key and key and answered_key != key:
            stability, difficulty, last_day = 0.0, 0.0, 0
        found.stability.append(stability)
        found.difficulty.append(difficulty)
        found.last_day.append(last_day)
        found.guess.append(guess)
        right, wrong, new = times[kind]
        found.seconds_right.append(right)
        found.seconds_wrong.append(wrong)
        found.seconds_new.append(new)
    found.weight.extend(weights)
    return found


_NOTHING = (0.0, 0.0, 0, "")


def all_questions(desk: Desk) -> tuple[list[PlanRow], Questions]:
    """Every question in the banks' order, and the same as the planner's columns."""
    from tui.study.learner import learner

    rows = desk.index.plan_rows()
    weights = weigh(rows, desk.index.topics(), study_plan(desk))
    known = memories.strengths(desk.progress)
    return rows, questions_of(rows, known, weights, learner(desk).pace)


def horizon_of(exam: date, day: date) -> int:
    """The day that a session on `day` plans for, as an ordinal.

    On the exam day itself it is the next one: the exam is some hours off, and what will slip by
    tomorrow is what may slip by then.
    """
    return max(exam.toordinal(), day.toordinal() + 1)


def _ranked(desk: Desk, exam: date) -> Ranking:
    from tui.study.learner import learner

    # Taken before reading: what is answered meanwhile is found again, and never lost.
    newest = history.newest(desk.progress)
    day, of = today(desk.clock), learner(desk)
    rows, questions = all_questions(desk)
    found = worth(
        questions,
        day.toordinal(),
        horizon_of(exam, day),
        # By the model's chances, not those corrected for the learner: the plan wins nothing by the
        # correction, and loses much where memory is of another kind (benchmarks/exam_day.py).
        weights=of.weights,
        first_right=of.first_right,
    )
    return Ranking(
        newest=newest,
        day=day.toordinal(),
        refs=[row.ref for row in rows],
        topics=[row.topic for row in rows],
        questions=questions,
        worth=found,
        order=ranked(found.gains),
    )


def _answered_since(desk: Desk, known: Ranking) -> frozenset[str] | None:
    """The questions of which the log says more since, all answered today; None if some were not."""
    db = desk.progress
    if history.newest(db) == known.newest:
        return frozenset()
    if not history.goes_on_from(db, known.newest):
        return None
    aliases = desk.index.aliases()
    touched = {aliases.get(name, name) for name in history.touched_since(db, known.newest)}
    now = memories.strengths(db, sorted(touched))
    today_all = all(ref in now and now[ref][2] >= known.day for ref in touched)
    return frozenset(touched) if today_all else None
