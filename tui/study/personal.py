"""The weights of the memory fitted to the learner's own log: tried, judged, taken into use.

Nothing here happens on its own: a learner asks for it, is told what came of it, and can go back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.clock import today
from tui.log import Review
from tui.memory import Memory
from tui.progress import history, memories, settings
from tui.schedule.fitting import fit
from tui.schedule.judging import ENOUGH, Judgement, forecasts_in, judge
from tui.schedule.weights import DEFAULT, Weights, written
from tui.study.changes import LOOKED_THROUGH, forget_looking
from tui.study.desk import Desk
from tui.study.in_force import SETTING
from tui.study.last_trial import LastTrial, keep
from tui.study.tested_answers import dated, part_of

Note = Callable[[str, float], None]
"""Told what is being done, and which share of it is done, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What fitting weights to the log came to.

    answers: those that count. tests: those of them that test a forecast. weights: fitted to all
    answers; None where there were too few, as is judgement.
    """

    answers: int
    tests: int
    weights: Weights | None
    judgement: Judgement | None

    @property
    def better(self) -> bool:
        """Whether the weights forecast better than the default ones beyond doubt."""
        return self.judgement is not None and self.judgement.beyond_doubt


def silent(doing: str, done: float) -> None:
    """Notes nothing."""


def attempt(desk: Desk, note: Note = silent) -> Trial:
    """Fits weights to the log of `desk`, and judges them. Changes nothing.

    Takes about 6 seconds for 20,000 answers and 30 for 200,000.
    """
    note("Reading", 0)
    histories = dated(desk)
    answers, count = sum(len(each.on) for each in histories), forecasts_in(histories)
    if count < ENOUGH:
        return Trial(answers, count, None, None)
    part = part_of(histories)
    judgement = judge(part, lambda done: note("Testing", done))
    weights = fit([each.given for each in part], lambda done: note("Fitting", done)).weights
    return Trial(answers, count, weights, judgement)


def take(desk: Desk, trial: Trial, note: Note = silent) -> bool:
    """Takes the weights of `trial` into use if they are better, else the default ones.

    Whether they are. What came of the trial is kept. Of too few answers nothing comes.
    """
    judgement = trial.judgement
    if judgement is None:
        return False
    last = LastTrial(
        day=today(desk.clock),
        answers=trial.answers,
        tests=trial.tests,
        default=judgement.default,
        fitted=judgement.fitted,
        taken=trial.better,
    )
    _put_in_force(desk, trial.weights if trial.better else None, last, note)
    return trial.better


def go_back(desk: Desk, note: Note = silent) -> None:
    """Puts the default weights in force again, whatever was before."""
    _put_in_force(desk, None, None, note)


def _put_in_force(desk: Desk, weights: Weights | None, last: LastTrial | None, note: Note) -> None:
    """Derives all memories by `weights`, None for the default ones, and keeps both at once.

    Most is done before anything is written, so that a session in another window need not wait;
    what is answered meanwhile is derived again in the transaction.
    """
    from tui.schedule.fsrs6 import replay

    db, present = desk.progress, desk.index.aliases()
    by = DEFAULT if weights is None else weights

    def canonical(name: str) -> str:
        return present.get(name, name)

    def replayed(reviews: list[Review]) -> Memory | None:
        return replay(reviews, by)

    known = history.newest(db)
    found = memories.derived(db, replayed, canonical, lambda done: note("Deriving", done))
    with db.transaction():
        settings.put(db, SETTING, None if weights is None else written(weights))
        keep(db, last)
        memories.replace_all(db, found)
        memories.rederive(db, history.touched_since(db, known), replayed, canonical)
        if settings.get(db, LOOKED_THROUGH) != desk.index.stamp():
            forget_looking(db)
