"""What planning knows of the learner: the pace, and how far the model is off."""

from __future__ import annotations

from dataclasses import dataclass

from tui.progress import log as progress_log
from tui.progress.accuracy import first_answers
from tui.schedule.planner import chance_at_first
from tui.schedule.seconds import Pace
from tui.schedule.weights import Weights
from tui.study.calibration import Calibration, calibration
from tui.study.desk import Desk
from tui.study.in_force import weights_in_force
from tui.study.kept import kept

LOOK_BACK = 2000
"""Among how many of the last answers first ones are looked for."""


@dataclass(frozen=True, slots=True)
class Learner:
    """What is known of a learner's answers.

    pace: seconds of an answer, by kind. correction: how far the model's chances are off.
    weights: those of FSRS-6 in force. first_right: the chance that a question is answered rightly
    when it is met for the first time, where a blind guess is right less often.
    """

    pace: Pace
    correction: Calibration
    weights: Weights
    first_right: float


def learner(desk: Desk) -> Learner:
    """What the log of `desk` says of the learner; quick if nothing has changed since."""
    return kept(desk, "learner", None, lambda: _learner(desk))


def _learner(desk: Desk) -> Learner:
    return Learner(
        pace=Pace.of(progress_log.seconds_by_kind(desk.progress)),
        correction=calibration(desk),
        weights=weights_in_force(desk.progress),
        first_right=chance_at_first(*first_answers(desk.progress, LOOK_BACK)),
    )
