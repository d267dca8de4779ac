"""Which questions a day is best spent on, where all that counts is the exam day.

Every question has a gain: the marks that asking it once today is expected to add on the exam day,
for each second that it takes. Those that gain most come first, until the day's time is spent. The
rule is greedy, after P. I. Pavlik and J. R. Anderson, Using a model to compute the optimal schedule
of practice, Journal of Experimental Psychology: Applied 14 (2008), with FSRS-6 as the model.

The arithmetic is that of `gain.py` and `stability.py`, to which a test holds it. It is written out
here in one loop over columns, since 100,000 questions are to be ranked within half a second.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tui.schedule.forgetting import DECAY, FACTOR
from tui.schedule.stability import SHORTEST
from tui.schedule.weights import DEFAULT

SPENT = 0.95
"""The share of a day's time that is spent at least, where anything is left to gain."""


def _floats() -> array[float]:
    return array("d")


def _days() -> array[int]:
    return array("l")


@dataclass(slots=True)
class Questions:
    """What the planner knows of all questions: columns of equal length, one entry a question.

    stability: days; 0.0 where it was never answered. difficulty: 1 to 10; 0.0 there.
    last_day: ordinal of the study day of the last answer; 0 there. weight: marks. guess: chance,
    0 to 1, that a blind guess is right. seconds_right, seconds_wrong, seconds_new: what it takes if
    it was seen before and is answered rightly, or wrongly, and if it is met for the first time.
    """

    stability: array[float] = field(default_factory=_floats)
    difficulty: array[float] = field(default_factory=_floats)
    last_day: array[int] = field(default_factory=_days)
    weight: array[float] = field(default_factory=_floats)
    guess: array[float] = field(default_factory=_floats)
    seconds_right: array[float] = field(default_factory=_floats)
    seconds_wrong: array[float] = field(default_factory=_floats)
    seconds_new: array[float] = field(default_factory=_floats)

    def __len__(self) -> int:
        return len(self.stability)


@dataclass(frozen=True, slots=True)
class Worth:
    """What asking each question once today is worth, in the questions' order.

    gains: marks won for a second; 0 where nothing is. seconds: expected to be taken.
    """

    gains: list[float]
    seconds: list[float]


def gains(
    questions: Questions,
    today: int,
    exam: int,
    *,
    weights: Sequence[float] = DEFAULT,
    first_right: float = 0.0,
) -> list[float]:
    """Marks won for a SECOND by asking each question once today; 0 where nothing is won.

    today, exam: ordinals of study days. weights: those of FSRS-6, w0 to w20; the last one is always
    the default. first_right: the chance that a first answer is right, where a blind guess is right
    less often.
    """
    return worth(questions, today, exam, weights=weights, first_right=first_right).gains


def worth(
    questions: Questions,
    today: int,
    exam: int,
    *,
    weights: Sequence[float] = DEFAULT,
    first_right: float = 0.0,
) -> Worth:
    """What `gains` gives, and the seconds that each question is expected to take.

    Seen: w·[p·R(T−t; S_good) + (1−p)·R(T−t; S_again) − R(T−l; S)] / (s_right·p + s_wrong·(1−p)),
    p being the chance today. Unseen, P being the chance that a first answer is right:
    w·[P·R(T−t; S0_good) + (1−P)·R(T−t; S0_again) − guess] / s_new. No R is less than the guess.
    Answered today: 0, as in `gain.py`. The chances are the model's own, not corrected for the
    learner: that wins nothing, and loses much where memory is of another kind, as a chance that is
    moved beside a stability that is not sees harm in asking.
    """
    exp, decay, factor = math.exp, DECAY, FACTOR
    ahead = max(0, exam - today)
    growth, lapse = exp(weights[8]), weights[11]
    less_stable, spaced = -weights[9], weights[10]
    harder, longer, found_out = -weights[12], weights[13], weights[14]
    most_after_lapse = exp(-weights[17] * weights[18])
    per_day = factor * ahead

    unseen: dict[float, float] = {}
    all_gains: list[float] = []
    all_seconds: list[float] = []
    add_gain, add_seconds = all_gains.append, all_seconds.append
    for stability, difficulty, last, weight, guess, s_right, s_wrong, s_new in zip(
        questions.stability,
        questions.difficulty,
        questions.last_day,
        questions.weight,
        questions.guess,
        questions.seconds_right,
        questions.seconds_wrong,
        questions.seconds_new,
        strict=True,
    ):
        if not stability:
            won = unseen.get(guess)
            if won is None:
                right = _chance(weights[2], per_day, guess)
                wrong = _chance(weights[0], per_day, guess)
                p = max(guess, first_right)
                won = unseen[guess] = max(0.0, p * right + (1 - p) * wrong - guess)
            add_gain(weight * won / s_new)
            add_seconds(s_new)
            continue
        elapsed = today - last
        if elapsed <= 0:
            add_gain(0.0)
            add_seconds(s_right)
            continue
        per_stability = factor / stability
        recall = (1 + elapsed * per_stability) ** decay
        # The memory after either answer.
        forgotten = 1 - recall
        good = stability * (
            1 + growth * (11 - difficulty) * stability**less_stable * (exp(spaced * forgotten) - 1)
        )
        again = (
            lapse
            * difficulty**harder
            * ((stability + 1) ** longer - 1)
            * exp(found_out * forgotten)
        )
        most = stability * most_after_lapse
        if again > most:
            again = most
        if again < SHORTEST:
            again = SHORTEST
        before = (1 + (elapsed + ahead) * per_stability) ** decay
        right = (1 + per_day / good) ** decay
        wrong = (1 + per_day / again) ** decay
        p = recall if recall > guess else guess
        seconds = s_right * p + s_wrong * (1 - p)
        if right < guess:
            right = guess
        if wrong < guess:
            wrong = guess
        if before < guess:
            before = guess
        won = p * right + (1 - p) * wrong - before
        add_gain(weight * won / seconds if won > 0 else 0.0)
        add_seconds(seconds)
    return Worth(all_gains, all_seconds)


def chance_at_first(right: int, answers: int) -> float:
    """The chance that a learner's first answer to a question is right, 0 to 1.

    right: how many of so many first `answers` were. It sets out from one half, which counts as much
    as ten answers.
    """
    return (right + 5) / (answers + 10)


def day_order(
    questions: Questions,
    today: int,
    exam: int,
    *,
    weights: Sequence[float] = DEFAULT,
    first_right: float = 0.0,
    ties: Sequence[str] | None = None,
) -> list[int]:
    """The places of all questions with a gain, by marks for a second, the most first.

    ties: a name for each place; questions that gain as much come in the order of their names,
    else in that of their places. The other parameters are those of `gains`.
    """
    found = gains(questions, today, exam, weights=weights, first_right=first_right)
    return ranked(found, ties)


def ranked(gains: Sequence[float], ties: Sequence[str] | None = None) -> list[int]:
    """The places of all `gains` above 0, the most first; `ties` as in `day_order`."""
    order = [place for place, gain in enumerate(gains) if gain > 0]
    if ties is not None:
        order.sort(key=ties.__getitem__)
    order.sort(key=gains.__getitem__, reverse=True)
    return order


def day_queue(
    questions: Questions,
    today: int,
    exam: int,
    seconds: float,
    *,
    weights: Sequence[float] = DEFAULT,
    first_right: float = 0.0,
    ties: Sequence[str] | None = None,
) -> list[int]:
    """The first of `day_order` that fill so many `seconds`, by what they are expected to take.

    It never overruns by more than the last question, and spends `SPENT` or more of the time where
    anything is left to gain: a question that is too long for what is left is passed over once that
    much is spent. Nothing is asked where there is no time.
    """
    found = worth(questions, today, exam, weights=weights, first_right=first_right)
    return filled(ranked(found.gains, ties), found.seconds, seconds)


def filled(order: Iterable[int], takes: Sequence[float], seconds: float) -> list[int]:
    """The first places of `order` that fill so many `seconds`, as `day_queue` says.

    takes: the seconds that each place is expected to take.
    """
    queue: list[int] = []
    spent = 0.0
    for place in order:
        if spent >= seconds or (spent >= SPENT * seconds and spent + takes[place] > seconds):
            break
        queue.append(place)
        spent += takes[place]
    return queue


def _chance(stability: float, per_day: float, guess: float) -> float:
    """The chance on the exam day after an answer today that leaves this stability."""
    recall: float = (1 + per_day / stability) ** DECAY
    return max(guess, recall)
