"""The marks to expect on the exam day as they were forecast at the end of each past week.

Each is told by what the log held then: by the memories of that day, and corrected by the last
answers before it, as today's forecast is (`calibration.py`). Nothing that came later is known to
it, but for the questions, their weights, and the weights of FSRS-6 that are in force now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tui.memory import Grade
from tui.progress import history
from tui.progress.history import Answer
from tui.schedule.forgetting import retrievability
from tui.schedule.stability import first, following
from tui.schedule.weights import Weights
from tui.study.calibration import LAST, Calibration, Forecast, fit
from tui.study.desk import Desk
from tui.study.estimate import Estimate
from tui.study.exam.expected import Expected
from tui.study.in_force import weights_in_force
from tui.study.kept import kept
from tui.study.standing import standings

MOST = 52
"""The weeks that are looked back over at most."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class PastForecast:
    """What was to be expected at the end of `day` if nothing more had been studied after it.

    marks: share of all marks on the day looked ahead to, 0 to 1, with an 80 % band; what was unseen
    counts as a guess. seen: how many of today's questions had been answered.
    """

    day: date
    marks: Estimate
    seen: int


@dataclass(frozen=True, slots=True)
class _Question:
    weight: float
    guess: float
    topic: str
    key: str


@dataclass(slots=True)
class _Then:
    """What was known at the end of a day: stability and ordinal of the last day by question."""

    day: date
    known: dict[str, tuple[float, int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Tested:
    """An answer that counts: when it was given, and the forecast that it tested, if any."""

    at: str
    day: str
    forecast: Forecast | None


def past_forecasts(desk: Desk, until: date, today: date) -> tuple[PastForecast, ...]:
    """The forecast for the day `until` today and each week before, the oldest first.

    () where nothing was ever answered. Goes through the whole log once, then it is kept.
    """
    return kept(desk, "past forecasts", (until, today), lambda: _found(desk, until, today))


def _found(desk: Desk, until: date, today: date) -> tuple[PastForecast, ...]:
    rows = standings(desk).rows
    keys = [row.key for row in desk.index.rows(None)]
    questions = {
        row.ref: _Question(row.weight, row.guess, row.topic, key)
        for row, key in zip(rows, keys, strict=True)
    }
    days = [today - timedelta(days=WEEK * back) for back in range(MOST - 1, -1, -1)]
    then = [_Then(day) for day in days]
    weights = weights_in_force(desk.progress)
    tested: list[_Tested] = []
    for ref, answers in _by_question(desk):
        _walk(ref, answers, questions.get(ref), then, tested, weights)
    if not tested:
        return ()
    earliest = date.fromisoformat(min(each.day for each in tested))
    tested.sort(key=lambda each: (each.day, each.at))
    return tuple(
        PastForecast(
            each.day,
            _marks(each, questions, _corrected(tested, each.day), until),
            len(each.known),
        )
        for each in then
        if each.day >= earliest
    )


def _by_question(desk: Desk) -> Iterator[tuple[str, list[Answer]]]:
    """The answers to each question in order of time, those under its older names among them."""
    aliases = desk.index.aliases()
    several = set(aliases) | set(aliases.values())
    waiting: dict[str, list[Answer]] = {}
    for name, answers in history.answers(desk.progress):
        if name in several:
            waiting.setdefault(aliases.get(name, name), []).extend(answers)
        else:
            yield name, answers
    for ref, answers in waiting.items():
        yield ref, sorted(answers, key=lambda answer: (answer.at, answer.id))


def _walk(
    ref: str,
    answers: Sequence[Answer],
    question: _Question | None,
    then: Sequence[_Then],
    tested: list[_Tested],
    weights: Weights,
) -> None:
    """Follows one question's memory, and notes it down at the end of each day of `then`."""
    known: tuple[float, float] | None = None
    last, key, place = date.min, "", 0

    def note(until: date | None) -> int:
        """Notes the memory for the days that end before `until`; returns the next place."""
        at = place
        while at < len(then) and (until is None or then[at].day < until):
            same = question is not None and not (key and question.key and key != question.key)
            if known is not None and question is not None and same:
                then[at].known[ref] = (known[0], last.toordinal())
            at += 1
        return at

    for answer in answers:
        if answer.practice:
            continue
        grade, day = Grade(answer.grade), date.fromisoformat(answer.day)
        place = note(day)
        forecast: Forecast | None = None
        if known is None or (key and answer.key and key != answer.key):
            known = first(grade, weights)
        else:
            days = max(0, (day - last).days)
            if days:
                chance = retrievability(known[0], days)
                forecast = Forecast(chance, days, grade is not Grade.AGAIN)
            known = following(*known, grade, days, weights)
            day = max(day, last)
        tested.append(_Tested(answer.at, answer.day, forecast))
        last, key = day, answer.key or key
    note(None)


def _corrected(tested: Sequence[_Tested], day: date) -> Calibration:
    """How far forecasts were off by the last answers up to the end of `day`."""
    from bisect import bisect_right

    end = bisect_right(tested, day.isoformat(), key=lambda each: each.day)
    lately = tested[max(0, end - LAST) : end]
    return fit([each.forecast for each in lately if each.forecast is not None])


def _marks(
    then: _Then, questions: Mapping[str, _Question], calibration: Calibration, until: date
) -> Estimate:
    """The share of all marks to expect on the day `until`."""
    expected = Expected(calibration)
    for ref, question in questions.items():
        known = then.known.get(ref)
        if known is None:
            expected.unseen(question.weight, question.guess)
        else:
            stability, last = known
            days = until.toordinal() - last
            expected.seen(question.topic, question.weight, question.guess, stability, days)
    return expected.share()
