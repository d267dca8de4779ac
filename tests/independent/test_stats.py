"""`cssprep stats --json` beside the same figures computed anew from `cssprep progress export`.

Nothing here uses the app's own statistics or schedule: the memories are those of the package fsrs.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler

from tests.cli.run import cssprep
from tests.independent.exported import Answered, answers, by_question
from tests.independent.made import write

ZONES = {"Asia/Karachi": timedelta(hours=5), "Asia/Kathmandu": timedelta(hours=5, minutes=45)}
EDGES = (0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1)
Figures = dict[str, Any]


@dataclass
class Seen:
    """The command's figures, the exported log, and the learner's zone."""

    figures: Figures
    answers: list[Answered]
    zone: timezone

    @property
    def today(self) -> date:
        return date.fromisoformat(self.figures["today"])


@pytest.fixture(scope="module", params=[(1, "Asia/Karachi"), (2, "Asia/Kathmandu")])
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    seed, name = request.param
    folder: Path = tmp_path_factory.mktemp("study")
    (folder / "question_banks").mkdir()
    zone = timezone(ZONES[name])
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TZ", name)
        patched.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        write(folder / "progress.db", seed, datetime.now(UTC), zone, days=120, a_day=12)
        done = cssprep("stats", "--json", folder=folder)
        export = cssprep("progress", "export", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    found = answers(export.stdout.splitlines())
    assert len(found) > 800
    return Seen(json.loads(done.stdout), found, zone)


def close(given: float | None, expected: float) -> bool:
    return given is not None and math.isclose(given, expected, rel_tol=0, abs_tol=1e-9)


def is_share(given: Figures | None, right: int, of: int) -> bool:
    """Whether `given` is that share, with Wilson's interval worked out anew."""
    if not of or given is None:
        return given is None and not of
    # The interval's ends are the roots of (p − share)² = z² p (1 − p) / n.
    z = 1.959963984540054
    share, a, b = right / of, 1 + z * z / of, -(2 * right / of + z * z / of)
    root = math.sqrt(b * b - 4 * a * share * share)
    return (given["right"], given["of"]) == (right, of) and all(
        close(given[name], value)
        for name, value in (
            ("share", share),
            ("low", max(0.0, (-b - root) / (2 * a))),
            ("high", min(1.0, (-b + root) / (2 * a))),
        )
    )


def test_days_and_the_days_in_a_row(seen: Seen) -> None:
    days = {answer.day for answer in seen.answers}
    one = timedelta(days=1)
    end = seen.today if seen.today in days else seen.today - one
    row = 0
    while end - row * one in days:
        row += 1
    longest = 0
    for day in days:
        length = 0
        while day + length * one in days:
            length += 1
        longest = max(longest, length)
    given = seen.figures["days"]
    assert given["days"] == len(days)
    assert given["first"] == str(min(days))
    assert given["in_a_row"] == row
    assert given["longest"]["days"] == longest
    assert (given["recent"], given["of"]) == (sum(end - n * one in days for n in range(28)), 28)
    assert given["answers"] == len(seen.answers)
    assert close(given["minutes"], sum(answer.seconds for answer in seen.answers) / 60)


@pytest.mark.parametrize(("part", "length"), [("calendar", 365), ("reviews", 90)])
def test_answers_and_minutes_by_day(seen: Seen, part: str, length: int) -> None:
    rows = seen.figures[part]
    days = [seen.today - timedelta(days=n) for n in range(length - 1, -1, -1)]
    assert [row["day"] for row in rows] == list(map(str, days))
    for day, row in zip(days, rows, strict=True):
        of_day = [answer for answer in seen.answers if answer.day == day]
        assert row["answers"] == len(of_day)
        assert close(row["minutes"], sum(answer.seconds for answer in of_day) / 60)


def test_hours_of_the_day_and_what_was_right(seen: Seen) -> None:
    counting = {id(answer) for answer in graded(seen.answers)}
    for hour, row in enumerate(seen.figures["hours"]):
        found = [a for a in seen.answers if a.at.astimezone(seen.zone).hour == hour]
        of = [answer for answer in found if id(answer) in counting]
        assert (row["hour"], row["answers"]) == (hour, len(found))
        assert is_share(row["share"], sum(answer.recalled for answer in of), len(of))


def test_time_by_kind(seen: Seen) -> None:
    known: dict[str, list[float]] = defaultdict(list)
    for answer in seen.answers:
        if answer.seconds and not answer.practice:
            known[answer.kind].append(answer.seconds)
    given = {row["kind"]: row for row in seen.figures["times"]}
    assert given.keys() == known.keys()
    for kind, seconds in known.items():
        lower, middle, upper = quantiles(seconds, n=4, method="inclusive")
        assert given[kind]["answers"] == len(seconds)
        assert close(given[kind]["lower"], lower)
        assert close(given[kind]["median"], middle)
        assert close(given[kind]["upper"], upper)


def test_retention_by_age(seen: Seen) -> None:
    tests = trials(seen.answers)
    for age in (*seen.figures["retention"]["ages"], seen.figures["retention"]["all"]):
        last = age["last"] or 10**6
        found = [each for each in tests if age["first"] <= each.elapsed <= last]
        assert is_share(age["share"], sum(each.recalled for each in found), len(found))
        if found:
            assert close(age["predicted"], sum(each.predicted for each in found) / len(found))
    starts = [age["first"] for age in seen.figures["retention"]["ages"]]
    assert starts == [1, 2, 4, 8, 15, 31, 91]


def test_how_well_the_forecasts_held(seen: Seen) -> None:
    tests, given = trials(seen.answers), seen.figures["forecasts"]
    right, predicted = sum(t.recalled for t in tests), sum(t.predicted for t in tests)
    assert len(tests) > 200
    assert is_share(given["share"], right, len(tests))
    assert close(given["predicted"], predicted / len(tests))
    assert close(given["gap"], (predicted - right) / len(tests))
    off = 0.0
    for low, high, band in zip(EDGES, EDGES[1:], given["bands"], strict=False):
        found = [t for t in tests if low <= t.predicted < high]
        assert (band["low"], band["high"]) == (low, high)
        assert is_share(band["share"], sum(t.recalled for t in found), len(found))
        if found:
            assert close(band["predicted"], sum(t.predicted for t in found) / len(found))
            off += abs(sum(t.predicted - t.recalled for t in found))
    assert len(given["bands"]) == len(EDGES) - 1
    assert close(given["calibration_error"], off / len(tests))


def test_rmse_over_cells(seen: Seen) -> None:
    cells: dict[tuple[float, float, float], list[Trial]] = defaultdict(list)
    for each in trials(seen.answers):
        # As srs-benchmark names them: lapses, days elapsed, number of the review.
        lapses = round(1.65 * 1.73 ** math.floor(math.log(each.lapses, 1.73))) if each.lapses else 0
        days = round(2.48 * 3.62 ** math.floor(math.log(each.elapsed, 3.62)), 2)
        number = round(1.99 * 1.89 ** math.floor(math.log(each.number, 1.89)))
        cells[lapses, days, number].append(each)
    of = sum(map(len, cells.values()))
    squares = sum(
        len(cell) * (sum(t.predicted - t.recalled for t in cell) / len(cell)) ** 2
        for cell in cells.values()
    )
    by_chance = sum(
        sum(t.predicted * (1 - t.predicted) for t in cell) / len(cell) for cell in cells.values()
    )
    given = seen.figures["forecasts"]
    assert close(given["rmse_bins"], math.sqrt(squares / of))
    assert close(given["rmse_chance"], math.sqrt(by_chance / of))


def test_the_median_of_the_last_hundred(seen: Seen) -> None:
    for row in seen.figures["times"]:
        known = [
            answer.seconds
            for answer in seen.answers
            if answer.kind == row["kind"] and answer.seconds and not answer.asked_as_practice
        ]
        assert close(row["lately"], median(known[-100:]))


@dataclass
class Trial:
    """An answer a day or more after the one before, and what fsrs expected of it."""

    elapsed: int
    number: int
    lapses: int
    predicted: float
    recalled: bool


def graded(found: Iterable[Answered]) -> list[Answered]:
    """The answers that count in what is right: to the newest key, without practice."""
    counting: list[Answered] = []
    for of_question in by_question(found).values():
        counting += newest_key(of_question)
    return counting


def newest_key(found: Iterable[Answered]) -> list[Answered]:
    kept: list[Answered] = []
    key = ""
    for answer in found:
        if answer.practice:
            continue
        if key and answer.key and answer.key != key:
            kept = []
        key = answer.key or key
        kept.append(answer)
    return kept


def trials(found: Iterable[Answered]) -> list[Trial]:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    tests: list[Trial] = []
    for of_question in by_question(found).values():
        card: Card | None = None
        day = date.min
        lapses = 0
        known = False
        for number, answer in enumerate(newest_key(of_question), start=1):
            elapsed = (answer.day - day).days if card else 0
            day = max(day, answer.day)
            at = datetime(day.year, day.month, day.day, tzinfo=UTC)
            if card is None:
                card = Card(card_id=1, due=at)
            elif elapsed > 0:
                chance = scheduler.get_card_retrievability(card, at)
                tests.append(Trial(elapsed, number, lapses, chance, answer.recalled))
            card, _ = scheduler.review_card(card, Rating(answer.grade), at)
            lapses += known and not answer.recalled
            known = known or answer.recalled
    return tests
