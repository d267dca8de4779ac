"""A log as a learner's weeks leave it: practice, amendments, undos, new keys, a clock set back."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

from tui.clock import FixedClock, study_day
from tui.log import Amendment, Entry, How, Review, Undo
from tui.progress import log
from tui.progress.database import open_database
from tui.schedule.grades import grade_for, regrade

KINDS = ("short", "choice", "list", "date")
SCORES = (1.0, 1.0, 1.0, 1.0, 0.85, 0.5, 0.0, 0.0)


def write(
    progress: Path, seed: int, now: datetime, zone: timezone, *, days: int, a_day: int
) -> None:
    """Writes a log that ends at `now` into the new database `progress`."""
    entries = made(seed, now, zone, days, a_day)
    numbers = count()
    db = open_database(progress, FixedClock(now), lambda: f"d{next(numbers)}")
    with db, db.transaction():
        for entry in entries:
            log.append(db, entry)


def made(seed: int, now: datetime, zone: timezone, days: int, a_day: int) -> list[Entry]:
    chance, ids = random.Random(seed), count()
    questions = [f"made/q{n}" for n in range(days * a_day // 10)]
    entries: list[Entry] = []
    for back in range(days, -1, -1):
        if chance.random() < 0.2:
            continue  # a day off
        start = now - timedelta(days=back, hours=chance.uniform(0, 20))
        for _ in range(chance.randrange(1, 2 * a_day)):
            start += timedelta(seconds=chance.uniform(1, 400))
            at = min(start - timedelta(days=chance.random() < 0.01), now)
            entries += _answered(chance, ids, chance.choice(questions), at, zone)
    chance.shuffle(entries)  # as merged from several devices
    return entries


def _answered(
    chance: random.Random, ids: count[int], question: str, at: datetime, zone: timezone
) -> list[Entry]:
    review = Review(
        id=f"R{next(ids):05}",
        question=question,
        at=at.astimezone(UTC),
        day=study_day(at, zone),
        kind=KINDS[int(question[6:]) % len(KINDS)],
        answer=("as typed",),
        score=(score := chance.choice(SCORES)),
        parts=(),
        grade=grade_for(score),
        seconds=chance.choice((0.0, round(chance.lognormvariate(2.3, 0.7), 3))),
        device="d",
        # The key of some questions changes after some weeks; some answers do not say theirs.
        key=chance.choice(("", *[f"k{question[-1] == '3' and at.day > 20}"] * 20)),
        practice=chance.random() < 0.1,
    )
    entries: list[Entry] = [review]
    for how in chance.sample(list(How), chance.choice((0, 0, 0, 0, 1, 2))):
        at += timedelta(seconds=2)
        score, grade = regrade(how, review.score)
        said = Amendment(f"A{next(ids):05}", review.id, at, how, score, grade, "d")
        entries.append(said)
        if chance.random() < 0.3:
            entries.append(Undo(f"U{next(ids):05}", said.id, at, "d"))
    if chance.random() < 0.05:
        entries.append(Undo(f"U{next(ids):05}", review.id, at, "d"))
    return entries
