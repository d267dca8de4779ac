"""Learners whose every answer follows from a known truth, written as the app writes them.

Whether a learner knows the answer follows the two-parameter logistic model: with the chance
1 / (1 + exp(−a(θ − b))), where θ is the learner's ability, a the question's slope and b how hard it
is. Who does not know it takes a distractor, each with a weight of its own.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from tui.clock import FixedClock, study_day
from tui.kinds.choice import Choice
from tui.kinds.question import key_hash
from tui.log import Entry, Review
from tui.progress import log
from tui.progress.database import open_database
from tui.progress.lines import to_line
from tui.schedule.grades import grade_for

QUESTIONS = 40
DATABASES = 3
"""Learners whose progress is a progress.db; that of the others is an export."""
START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)

HEAD = """\
format: 1
bank: course
title: A course
sources:
  notes: {title: Notes, file: sources/notes.txt}
topics:
  all: {title: All of it}
questions:
"""


@dataclass(frozen=True)
class Simulated:
    """A study folder, its learners' files, and the truth: question ids and options."""

    study: Path
    learners: Path
    miskeyed: tuple[str, str]
    draws_strong: tuple[str, str]
    nobody: tuple[str, str]

    @property
    def truth(self) -> set[tuple[str, str, str]]:
        """What should be named, and nothing else: question, sort, option."""
        return {
            (self.miskeyed[0], "miskeyed", self.miskeyed[1]),
            (self.draws_strong[0], "draws-the-strong", self.draws_strong[1]),
            (self.nobody[0], "nobody-takes-it", self.nobody[1]),
        }


@dataclass(frozen=True)
class _Item:
    """A question and how learners answer it.

    known: the option that who knows takes; in a miskeyed question it is a distractor. weights: of
    the other options. lure: an option that draws the strong, or none. pull: the chance that it
    takes even those who know most; of the middling it takes about a third as many.
    """

    question: Choice
    slope: float
    hardness: float
    known: str
    weights: dict[str, float]
    lure: str = ""
    pull: float = 0.0

    def answer(self, ability: float, made: random.Random) -> str:
        if self.lure and made.random() < self.pull * _logistic(2 * (ability - 0.3)):
            return self.lure
        if made.random() < _logistic(self.slope * (ability - self.hardness)):
            return self.known
        return made.choices(list(self.weights), list(self.weights.values()))[0]


def simulate(
    folder: Path, seed: int, learners: int, sound: bool = False, pull: float = 0.7
) -> Simulated:
    """Writes a bank of 40 choices and the progress of `learners` into `folder`.

    Three of its questions are bad, one of each sort, unless it is to be `sound`.
    """
    made = random.Random(seed)
    bad = [] if sound else made.sample(range(QUESTIONS), 3)
    items = [_item(n, bad, pull, made) for n in range(QUESTIONS)]
    study = folder / "study"
    (study / "question_banks" / "sources").mkdir(parents=True)
    facts = "".join(f"{each.question.quote}.\n" for each in items)
    (study / "question_banks" / "sources" / "notes.txt").write_text(facts, encoding="utf-8")
    bank = HEAD + "".join(_written(each.question) for each in items)
    (study / "question_banks" / "course.yaml").write_text(bank, encoding="utf-8")
    logs = folder / "learners"
    logs.mkdir()
    for number in range(learners):
        entries = list(_answers(items, f"{seed}-{number}", made))
        if number < DATABASES:
            _write_database(logs / f"{number}.db", entries, f"{seed}-{number}")
        else:
            lines = "".join(f"{to_line(entry)}\n" for entry in entries)
            (logs / f"{number}.jsonl").write_text(lines, encoding="utf-8")
    named = [f"q{n:02}" for n in bad] or [""] * 3
    lure = items[bad[1]].lure if bad else ""
    known = items[bad[0]].known if bad else ""
    return Simulated(study, logs, (named[0], known), (named[1], lure), (named[2], "Wrong C"))


def _item(n: int, bad: list[int], pull: float, made: random.Random) -> _Item:
    wrong = ["Wrong A", "Wrong B", "Wrong C"]
    question = Choice(
        id=f"q{n:02}",
        topic="all",
        prompt=f"What is said of matter number {n}?",
        quote=f"Matter number {n} is as the right option has it",
        answer=f"Right {n}",
        mistakes=dict.fromkeys(wrong, "The notes say otherwise."),
    )
    slope = made.lognormvariate(0.1, 0.25)
    weights = {text: made.uniform(0.4, 1.6) for text in wrong}
    hardness = made.uniform(-0.3, 0.7) if n in bad else max(-2.0, min(2.0, made.gauss(0, 1)))
    if n not in bad:
        return _Item(question, slope, hardness, question.answer, weights)
    match bad.index(n):
        case 0:
            others = {question.answer: made.uniform(0.4, 1.6)} | weights
            del others["Wrong A"]
            return _Item(question, slope, hardness, "Wrong A", others)
        case 1:
            # Who knows nothing is not drawn by it.
            lured = weights | {"Wrong B": 0.3}
            return _Item(question, slope, hardness, question.answer, lured, "Wrong B", pull)
        case _:
            return _Item(question, slope, hardness, question.answer, weights | {"Wrong C": 0.0})


def _answers(items: list[_Item], name: str, made: random.Random) -> list[Entry]:
    """A learner's log: nine tenths of the questions, and those that were missed once more."""
    ability = made.gauss(0, 1)
    numbers = count(1)
    entries: list[Entry] = []
    for item in items:
        if made.random() < 0.1:
            continue
        given = item.answer(ability, made)
        entries.append(_review(item.question, given, f"{name}-{next(numbers)}", 0, made))
        if given != item.question.answer:
            again = item.question.answer if made.random() < 0.8 else item.answer(ability, made)
            entries.append(_review(item.question, again, f"{name}-{next(numbers)}", 1, made))
    return entries


def _review(question: Choice, given: str, name: str, days: int, made: random.Random) -> Review:
    verdict = question.grade((given,))
    at = START + timedelta(days=days, seconds=made.randrange(20_000))
    return Review(
        id=name,
        question=f"course/{question.id}",
        at=at,
        day=study_day(at, UTC),
        kind=question.kind,
        answer=(given,),
        score=verdict.score,
        parts=tuple((part.expected, part.given, part.outcome.value) for part in verdict.parts),
        grade=grade_for(verdict.score),
        seconds=round(made.lognormvariate(2.3, 0.5), 1),
        device=f"device of {name}",
        key=key_hash(question),
    )


def _write_database(path: Path, entries: list[Entry], name: str) -> None:
    opened = open_database(path, FixedClock(START), lambda: f"device of {name}")
    with opened as db, db.transaction():
        for entry in entries:
            log.append(db, entry)


def _written(question: Choice) -> str:
    mistakes = "".join(f"      {text}: {why}\n" for text, why in question.mistakes.items())
    return (
        f"  - id: {question.id}\n    kind: choice\n    topic: all\n    prompt: {question.prompt}\n"
        f"    answer: {question.answer}\n    mistakes:\n{mistakes}    quote: {question.quote}\n"
    )


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))
