"""`cssprep weak --json` beside the same figures computed anew from `cssprep progress export`.

Nothing here computes with the app's own schedule or study: the memories are those of the package
fsrs, and the learner's correction is found by another method.
"""

from __future__ import annotations

import json
import math
from copy import copy
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler

from tests.cli.run import cssprep
from tests.independent.exported import Answered, answers, by_question
from tests.independent.made import KINDS, made
from tests.independent.test_stats import close, is_share, newest_key
from tests.study.studied import question, write_bank
from tui.clock import FixedClock
from tui.log import Entry, Review
from tui.progress import log, memories
from tui.schedule.fsrs6 import replay
from tui.study.desk import open_desk
from tui.study.folder import find_folder

ZONE = timezone(timedelta(hours=5))
TOPICS = {
    "north.first": ("The first", ["essay"], 2.0),
    "north.second": ("The second", ["essay", "pakistan-affairs"], 1.0),
    "south": ("The south", ["pakistan-affairs"], 1.0),
    "unseen": ("Never seen", [], 0.5),
}
PAPERS = ("essay", "pakistan-affairs")
SIZE = 144
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
Figures = dict[str, Any]


@dataclass
class Known:
    """A question of the bank, with what its answers leave."""

    name: str
    topic: str
    kind: str
    marks: float
    weight: float
    guess: float
    card: Card | None
    reviews: int
    lapses: int
    key: str


@dataclass
class Seen:
    figures: Figures
    answers: list[Answered]
    questions: list[Known]
    keys: dict[str, str]

    @property
    def day(self) -> date:
        return date.fromisoformat(self.figures["day"])

    @property
    def ahead(self) -> date:
        return date.fromisoformat(self.figures["looks_ahead_to"])


@pytest.fixture(scope="module", params=[(3, None), (4, 75)])
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    seed, exam = request.param
    folder: Path = tmp_path_factory.mktemp("study")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TZ", "Asia/Karachi")
        patched.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        keys = write(folder, seed)
        arguments = ["weak", "--json"]
        if exam is not None:
            day = (datetime.now(ZONE) + timedelta(days=exam)).date().isoformat()
            arguments += ["--exam", day]
        done = cssprep(*arguments, folder=folder)
        export = cssprep("progress", "export", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    found = answers(export.stdout.splitlines())
    assert len(found) > 800
    return Seen(json.loads(done.stdout), found, known(found, keys), keys)


def topic_of(number: int) -> str:
    return list(TOPICS)[number % 3] if number < SIZE else "unseen"


def marks_of(number: int) -> float:
    return 3.0 if number % 5 == 0 else 1.0


def write(folder: Path, seed: int) -> dict[str, str]:
    """Writes a bank, and answers to most of it; the key of each question."""
    heads = [
        f"{name}: {{title: {title}, papers: {papers}, weight: {weight}}}"
        for name, (title, papers, weight) in TOPICS.items()
    ]
    write_bank(folder / "question_banks", "made", heads, map(written, range(SIZE + 6)))
    now = datetime.now(UTC)
    numbers = count()
    clock = FixedClock(now, ZONE)
    with open_desk(find_folder(str(folder)), clock, lambda: f"d{next(numbers)}") as desk:
        keys = {row.ref: row.key for row in desk.index.rows()}
        with desk.progress.transaction():
            for entry in made(seed, now, ZONE, days=120, a_day=12):
                log.append(desk.progress, to_the_key(entry, keys))
            memories.rebuild(desk.progress, replay)
    return keys


def to_the_key(entry: Entry, keys: dict[str, str]) -> Entry:
    """`entry`, which was an answer to the key that the bank has, unless that was changed."""
    if isinstance(entry, Review) and entry.key == "kFalse":
        return replace(entry, key=keys[entry.question])
    return entry


def written(number: int) -> str:
    kind = KINDS[number % len(KINDS)]
    fields = {
        "short": {},
        "choice": {"mistakes": "{A: Not so., B: Not so., C: Not so.}"},
        "list": {
            "answer": "",
            "items": f"[{{answer: One of {number}}}, {{answer: Two of {number}}}]",
        },
        "date": {"answer": '"1996"'},
    }[kind]
    if marks_of(number) != 1:
        fields["marks"] = str(marks_of(number))
    return question(f"q{number}", topic_of(number), kind, **fields)


def known(found: list[Answered], keys: dict[str, str]) -> list[Known]:
    total = sum(weight for _, _, weight in TOPICS.values())
    of_topic = dict.fromkeys(TOPICS, 0.0)
    for number in range(SIZE + 6):
        of_topic[topic_of(number)] += marks_of(number)
    histories = by_question(found)
    questions: list[Known] = []
    for number in range(SIZE + 6):
        name, topic = f"made/q{number}", topic_of(number)
        share = TOPICS[topic][2] * marks_of(number) / of_topic[topic]
        kind = KINDS[number % len(KINDS)]
        history = newest_key(histories.get(name, []))
        key = next((each.key for each in reversed(history) if each.key), "")
        if key and key != keys[name]:
            history = []
        card, lapses = remembered(history)
        questions.append(
            Known(
                name=name,
                topic=topic,
                kind=kind,
                marks=marks_of(number),
                weight=100 * share / total,
                guess=0.25 if kind == "choice" else 0.0,
                card=card,
                reviews=len(history),
                lapses=lapses,
                key=key,
            )
        )
    return questions


def remembered(history: list[Answered]) -> tuple[Card | None, int]:
    card: Card | None = None
    day, lapses, recalled = date.min, 0, False
    for answer in history:
        day = max(day, answer.day)
        card, _ = SCHEDULER.review_card(
            card or Card(card_id=1, due=midnight(day)), Rating(answer.grade), midnight(day)
        )
        lapses += recalled and not answer.recalled
        recalled = recalled or answer.recalled
    return card, lapses


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def days_since(card: Card, day: date) -> int:
    assert card.last_review is not None
    return max(0, (day - card.last_review.date()).days)


def chance(known: Known, card: Card | None, day: date) -> float:
    if card is None:
        return known.guess
    return max(known.guess, SCHEDULER.get_card_retrievability(card, midnight(day)))


def for_learner(known: Known, card: Card | None, day: date, corrected: Correction) -> float:
    """The chance as it is for this learner."""
    if card is None:
        return known.guess
    recall = SCHEDULER.get_card_retrievability(card, midnight(day))
    return max(known.guess, corrected.applied(recall, days_since(card, day)))


def won(known: Known, seen: Seen) -> float:
    """Marks that asking once today wins on the day that is looked ahead to."""
    day, then = seen.day, seen.ahead
    if known.card is not None and days_since(known.card, day) == 0:
        return 0.0
    now = chance(known, known.card, day)
    if known.card is None:
        now = max(now, at_first(seen))
    rise = -chance(known, known.card, then)
    for rating, share in ((Rating.Good, now), (Rating.Again, 1 - now)):
        before = copy(known.card) if known.card else Card(card_id=1, due=midnight(day))
        card, _ = SCHEDULER.review_card(before, rating, midnight(day))
        rise += share * chance(known, card, then)
    return known.weight * max(0.0, rise)


def seconds(seen: Seen, known: Known) -> float:
    """Eight seconds and as many again for what is missed, or as the learner's own median has it."""
    own = [
        answer.seconds
        for answer in seen.answers
        if answer.kind == known.kind and answer.seconds and not answer.asked_as_practice
    ][-100:]
    assert len(own) >= 30
    scale = median(own) / 8
    reading = min(3, scale)
    if known.card is None:
        return 8 * scale + 22 * reading
    return 8 * scale + 8 * reading * (1 - chance(known, known.card, seen.day))


@dataclass
class Correction:
    """By how many logits forecasts are moved, and how well that is known.

    at_first: the chance that a question is answered rightly when it is met for the first time.
    """

    shift: float
    slope: float
    variances: tuple[float, float, float]
    tests: int
    at_first: float

    def applied(self, chance: float, days: int) -> float:
        odds = chance / (1 - chance) if chance < 1 else math.inf
        odds *= math.exp(self.shift + self.slope * age(days))
        return 1.0 if math.isinf(odds) else odds / (1 + odds)


def age(days: int) -> float:
    return math.log(max(1, days) / 7)


def correction(seen: Seen) -> Correction:
    """The likeliest shift and slope: the slope by thirds, for each of them the shift by halves."""
    asked = [answer for answer in seen.answers if not answer.asked_as_practice]
    asked.sort(key=lambda answer: (answer.day, answer.at))
    since = min(answer.at for answer in asked[-600:])
    tests: list[tuple[float, float, bool]] = []
    for history in by_question(seen.answers).values():
        card: Card | None = None
        day, key = date.min, ""
        for answer in history:
            if answer.practice:
                continue
            if key and answer.key and answer.key != key:
                card, day = None, date.min
            key = answer.key or key
            before, day = day, max(day, answer.day)
            if card is not None and day > before and answer.at >= since:
                recall = SCHEDULER.get_card_retrievability(card, midnight(day))
                recall = min(0.98, max(0.02, recall))
                tests.append(
                    (math.log(recall / (1 - recall)), age((day - before).days), answer.recalled)
                )
            card, _ = SCHEDULER.review_card(
                card or Card(card_id=1, due=midnight(day)), Rating(answer.grade), midnight(day)
            )

    def loss(shift: float, slope: float) -> float:
        found = (shift / 0.8) ** 2 / 2 + (slope / 0.15) ** 2 / 2
        for logit, x, recalled in tests:
            moved = logit + shift + slope * x
            found += math.log1p(math.exp(-moved if recalled else moved))
        return found

    def best_shift(slope: float) -> float:
        low, high = -4.0, 4.0
        while high - low > 1e-11:
            shift = (low + high) / 2
            tilt = shift / 0.64 + sum(
                1 / (1 + math.exp(-logit - shift - slope * x)) - recalled
                for logit, x, recalled in tests
            )
            low, high = (low, shift) if tilt > 0 else (shift, high)
        return (low + high) / 2

    low, high = -1.0, 1.0
    while high - low > 1e-7:
        one, two = low + (high - low) / 3, high - (high - low) / 3
        if loss(best_shift(one), one) < loss(best_shift(two), two):
            high = two
        else:
            low = one
    slope = (low + high) / 2
    shift = best_shift(slope)
    a, b, d = 1 / 0.64, 0.0, 1 / 0.0225
    for logit, x, _ in tests:
        moved = 1 / (1 + math.exp(-logit - shift - slope * x))
        bend = moved * (1 - moved)
        a, b, d = a + bend, b + bend * x, d + bend * x * x
    whole = a * d - b * b
    variances = (d / whole, -b / whole, a / whole)
    return Correction(shift, slope, variances, len(tests), at_first(seen))


def at_first(seen: Seen) -> float:
    """The share of first answers that were right, with ten more of which one half were."""
    assert len(seen.answers) < 2000
    firsts = [history[0] for history in by_question(seen.answers).values()]
    counted = [answer.recalled for answer in firsts if not answer.asked_as_practice]
    assert len(counted) > 50
    return (sum(counted) + 5) / (len(counted) + 10)


@pytest.fixture(scope="module")
def corrected(seen: Seen) -> Correction:
    return correction(seen)


def near(given: float, expected: float) -> bool:
    """As near as the search by thirds comes to the best slope."""
    return math.isclose(given, expected, rel_tol=0, abs_tol=1e-5)


def test_how_forecasts_are_corrected(seen: Seen, corrected: Correction) -> None:
    given = seen.figures["calibration"]
    assert given["forecasts"] == corrected.tests > 200
    assert near(given["shift_logits"], corrected.shift)
    assert near(given["slope_logits"], corrected.slope)


def test_every_topic_and_every_paper(seen: Seen, corrected: Correction) -> None:
    rows = {row["id"]: row for row in seen.figures["topics"]}
    assert rows.keys() == {"north", *TOPICS}
    for topic, row in rows.items():
        of = [q for q in seen.questions if q.topic == topic or q.topic.startswith(f"{topic}.")]
        is_standing(seen, corrected, row, of)
        assert row["own_questions"] == sum(q.topic == topic for q in of)
    assert {row["id"] for row in seen.figures["papers"]} == set(PAPERS)
    for row in seen.figures["papers"]:
        is_standing(
            seen, corrected, row, [q for q in seen.questions if row["id"] in TOPICS[q.topic][1]]
        )


def is_standing(seen: Seen, corrected: Correction, row: Figures, of: list[Known]) -> None:
    """Asserts every figure of `row`, which stands for the questions `of`."""
    with_card = [(q, q.card) for q in of if q.card is not None]
    assert row["questions"] == len(of)
    assert row["seen"] == len(with_card)
    assert row["answers"] == sum(q.reviews for q, _ in with_card)
    assert row["too_few_to_tell"] == (row["answers"] < 5)
    assert row["lapses"] == sum(q.lapses for q, _ in with_card)
    assert close(row["marks"], sum(q.weight for q in of))
    at_stake = sum(q.weight * (1 - q.guess) for q in of if q.card is None)
    for name, day in (("recall_today", seen.day), ("recall_ahead", seen.ahead)):
        chances = [(for_learner(q, card, day, corrected), card) for q, card in with_card]
        is_band(
            row[name], [(each, age(days_since(card, day))) for each, card in chances], corrected
        )
        if day == seen.ahead:
            lost = zip(with_card, chances, strict=True)
            at_stake += sum(q.weight * (1 - each) for (q, _), (each, _) in lost)
    assert near(row["marks_at_stake"], at_stake)
    assert row["marks_won"] <= row["marks_at_stake"]
    stakes = [q.weight * (1 - for_learner(q, q.card, seen.ahead, corrected)) for q in of]
    wins = [
        (min(won(q, seen), stake), seconds(seen, q)) for q, stake in zip(of, stakes, strict=True)
    ]
    assert near(row["marks_won"], sum(each for each, _ in wins))
    minutes = sum(time for each, time in wins if each > 0) / 60
    assert close(row["minutes"], minutes)
    assert near(row["marks_per_minute"], sum(each for each, _ in wins) / minutes)
    first = seen.day - timedelta(days=29)
    names = {q.name for q, _ in with_card}
    recent = [
        answer
        for answer in seen.answers
        if answer.question in names
        and answer.day >= first
        and not answer.practice
        # Answers to another key say nothing of what is asked now.
        and answer.key in {"", seen.keys[answer.question]}
    ]
    assert is_share(row["accuracy"], sum(answer.recalled for answer in recent), len(recent))


def is_band(
    given: Figures | None, chances: list[tuple[float, float]], corrected: Correction
) -> None:
    if given is None or not chances:
        assert given is None
        assert not chances
        return
    mean = sum(each for each, _ in chances) / len(chances)
    bends = sum(each * (1 - each) for each, _ in chances)
    middle = sum(each * (1 - each) * x for each, x in chances) / bends
    a, b, d = corrected.variances
    learner = a + 2 * b * middle + d * middle * middle
    doubt = math.sqrt(learner + 0.5**2 + 0.4**2 / len(chances))
    assert near(given["mean"], mean)
    for end, sign in (("low", -1), ("high", 1)):
        logit = math.log(mean / (1 - mean)) + sign * 1.2815515655446004 * doubt
        assert near(given[end], 1 / (1 + math.exp(-logit)))


def test_topics_stand_by_marks_per_minute(seen: Seen) -> None:
    rows = seen.figures["topics"]
    own = {row["id"]: row["marks_per_minute"] for row in rows if row["own_questions"]}
    best = max(own, key=lambda name: own[name])
    assert seen.figures["best_topic"] == best
    assert rows[0]["id"] in {best, best.partition(".")[0]}
    papers = [row["marks_per_minute"] for row in seen.figures["papers"]]
    assert papers == sorted(papers, reverse=True)


def test_what_a_session_wins(seen: Seen) -> None:
    left = seen.figures["session"]["minutes"] * 60.0
    assert left == 1200
    wins = sorted(
        ((won(q, seen), seconds(seen, q)) for q in seen.questions),
        key=lambda win: -win[0] / win[1],
    )
    total, number = 0.0, 0
    for each, time in wins:
        left -= time
        if left < 0 or not each:
            break
        total, number = total + each, number + 1
    assert number > 10
    assert seen.figures["session"]["questions"] == pytest.approx(number, abs=1)
    assert seen.figures["session"]["marks_won"] == pytest.approx(total, rel=0.03)


def test_the_exam_day_is_kept(seen: Seen) -> None:
    exam = seen.figures["exam_day"]
    assert (seen.ahead - seen.day).days in ({30} if exam is None else {74, 75, 76})
    assert exam is None or date.fromisoformat(exam) == seen.ahead
