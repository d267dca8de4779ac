from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.files import killed_when_ready
from tests.study.statistics.simulated import LEARNERS, START, made_desk, simulate
from tests.study.studied import Log
from tests.study.test_session import asked, right
from tui.clock import today
from tui.memory import Grade, Memory
from tui.progress import history, memories, settings
from tui.progress import log as progress_log
from tui.progress.database import Database
from tui.schedule.fsrs6 import replay
from tui.schedule.judging import Dated, Judgement
from tui.schedule.likelihood import Given
from tui.schedule.weights import DEFAULT, Weights, written
from tui.study.calibration import calibration
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.in_force import SETTING, drop_if_broken, replaying, weights_in_force
from tui.study.last_trial import LastTrial, last_trial, worth_trying
from tui.study.opening import open_session
from tui.study.personal import Trial, attempt, go_back, take
from tui.study.standing import standings
from tui.study.statistics.forecasts import Trust
from tui.study.statistics.gathering import WeightsInForce, statistics
from tui.study.statistics.kept_file import kept_path
from tui.study.tested_answers import MOST, dated, part_of

OTHERS: Weights = (0.1, 0.4, 0.8, 2.8, *DEFAULT[4:8], 1.0, *DEFAULT[9:])


@pytest.fixture
def studied(tmp_path: Path) -> Iterator[Desk]:
    """The desk of a learner who forgets faster than others, after 90 days."""
    with made_desk(tmp_path) as opened:
        simulate(opened, LEARNERS["forgets faster"], seed=1)
        with opened.progress.transaction():
            memories.rebuild(opened.progress, replay)
        yield opened


def by_log(db: Database, weights: Weights) -> dict[str, Memory | None]:
    """The memory of every question by its own log and `weights`, one by one."""
    return {
        name: replay(progress_log.reviews_of(db, [name]), weights)
        for name in progress_log.questions(db)
    }


def test_better_weights_are_taken_into_use_and_memories_follow_to_the_bit(studied: Desk) -> None:
    db = studied.progress
    before, logged = memories.every(db), history.newest(db)
    trial = attempt(studied)
    assert trial.better
    assert trial.weights is not None
    assert memories.every(db) == before
    assert weights_in_force(db) == DEFAULT
    assert take(studied, trial)
    assert weights_in_force(db) == trial.weights
    assert memories.every(db) == by_log(db, trial.weights) != before
    with db.transaction():
        memories.rebuild(db, replaying(db))
    assert memories.every(db) == by_log(db, trial.weights)
    assert history.newest(db) == logged


def test_going_back_gives_the_former_memories_to_the_bit(studied: Desk) -> None:
    db = studied.progress
    before = memories.every(db)
    take(studied, attempt(studied))
    go_back(studied)
    assert memories.every(db) == before
    assert settings.get(db, SETTING) is None
    assert last_trial(db) is None


def test_a_learner_as_others_keeps_the_default_weights(tmp_path: Path) -> None:
    with made_desk(tmp_path) as desk:
        simulate(desk, LEARNERS["as the forecasts assume"], seed=1)
        trial = attempt(desk)
        assert trial.judgement is not None
        assert not take(desk, trial)
        assert weights_in_force(desk.progress) == DEFAULT
        found = last_trial(desk.progress)
        assert found == LastTrial(
            today(desk.clock),
            trial.answers,
            trial.tests,
            trial.judgement.default,
            trial.judgement.fitted,
            taken=False,
        )


def test_weights_that_are_no_longer_better_make_room_for_the_default_ones(studied: Desk) -> None:
    trial = attempt(studied)
    assert trial.judgement is not None
    take(studied, trial)
    worse = Trial(trial.answers, trial.tests, trial.weights, at_par(trial))
    assert not take(studied, worse)
    assert weights_in_force(studied.progress) == DEFAULT
    assert memories.every(studied.progress) == by_log(studied.progress, DEFAULT)


def at_par(trial: Trial) -> Judgement:
    assert trial.judgement is not None
    return replace(trial.judgement, fitted=trial.judgement.default)


def test_of_few_answers_nothing_comes(desk: Desk, clock: HandClock) -> None:
    log = Log(desk)
    for back in (9, 5, 1):
        for ref in desk.index.refs():
            log.answer(ref, today(clock) - timedelta(days=back), Grade.GOOD)
    trial = attempt(desk)
    count = len(desk.index.refs())
    assert trial == Trial(3 * count, 2 * count, None, None)
    assert not take(desk, trial)
    assert settings.get(desk.progress, SETTING) is None
    assert last_trial(desk.progress) is None


def test_what_is_answered_while_memories_are_derived_is_not_lost(
    desk: Desk, clock: HandClock
) -> None:
    log = Log(desk)
    refs = desk.index.refs()
    for ref in refs:
        log.answer(ref, today(clock) - timedelta(days=5), Grade.GOOD)
    with desk.progress.transaction():
        settings.put(desk.progress, SETTING, written(OTHERS))

    def meanwhile(doing: str, done: float) -> None:
        assert (doing, done) == ("Deriving", 1.0)
        log.answer(refs[0], today(clock), Grade.AGAIN)

    go_back(desk, meanwhile)
    assert memories.every(desk.progress) == by_log(desk.progress, DEFAULT)
    changed = memories.get(desk.progress, refs[0])
    assert changed is not None
    assert changed.lapses == 1


def test_an_answer_its_amendment_and_its_undo_go_by_the_weights_in_force(desk: Desk) -> None:
    db = desk.progress
    with db.transaction():
        settings.put(db, SETTING, written(OTHERS))
    session = open_session(desk, 60)
    ref = asked(session).ref
    session.answer(right(session), 5)
    assert replay(progress_log.reviews_of(db, [ref]), OTHERS) == memories.get(db, ref)
    assert stability(db, ref) == OTHERS[2]
    session.guessed()
    assert stability(db, ref) == OTHERS[0]
    session.guessed()
    assert stability(db, ref) == OTHERS[2]
    session.undo()
    assert memories.get(db, ref) is None


def stability(db: Database, ref: str) -> float:
    memory = memories.get(db, ref)
    assert memory is not None
    return memory.stability


def test_what_is_kept_notices_other_weights(studied: Desk) -> None:
    before = statistics(studied).memories
    corrected = calibration(studied)
    assert before is not None
    assert before.forecasts.trust is Trust.HOPEFUL
    take(studied, attempt(studied))
    after = statistics(studied).memories
    assert after is not None
    assert after.weights == WeightsInForce(fitted=True, last=last_trial(studied.progress))
    assert after.forecasts.trust is Trust.HOLD
    assert abs(calibration(studied).shift) < abs(corrected.shift) / 2
    kept_path(studied.folder.cache, studied.progress.path).unlink()
    assert statistics(studied).memories == after
    go_back(studied)
    assert statistics(studied).memories == before


def test_standings_notice_other_weights(desk: Desk, clock: HandClock) -> None:
    log = Log(desk)
    for ref in desk.index.refs():
        log.answer(ref, today(clock) - timedelta(days=5), Grade.GOOD)
    before = standings(desk)
    assert standings(desk) is before
    with desk.progress.transaction():
        settings.put(desk.progress, SETTING, written(OTHERS))
        memories.rebuild(desk.progress, replaying(desk.progress))
    after = standings(desk)
    assert after.rows[0].memory == memories.get(desk.progress, after.rows[0].ref)
    assert after.rows[0].recall < before.rows[0].recall


KILLED = """
import sys, time
from pathlib import Path
from tests.study.statistics.simulated import START, DAYS
from tests.study.test_personal import OTHERS
from tui.clock import FixedClock
from tui.study.desk import open_desk
from tui.study.folder import BANKS, StudyFolder
from tui.study.personal import Trial, attempt, take

root = Path(sys.argv[1])
study = StudyFolder(root, root / BANKS, root / "progress.db", root / "cache")

def note(doing, done):
    if (doing, done) == ("Deriving", 1.0):
        print("ready", flush=True)
        time.sleep(60)

with open_desk(study, FixedClock(START), lambda: "d") as desk:
    take(desk, attempt(desk), note)
"""


def test_killed_before_the_end_nothing_has_changed(studied: Desk) -> None:
    db = studied.progress
    before, said = memories.every(db), settings.every(db)
    killed_when_ready(KILLED, studied.folder.root)
    assert memories.every(db) == before
    assert settings.every(db) == said


def test_broken_weights_are_complained_of_and_can_be_dropped(desk: Desk) -> None:
    db = desk.progress
    with db.transaction():
        settings.put(db, SETTING, "0.212 1.2931")
    with pytest.raises(StudyError, match=r"there must be 21 weights, not 2.*fit --default"):
        weights_in_force(db)
    drop_if_broken(db)
    assert weights_in_force(db) == DEFAULT
    with db.transaction():
        settings.put(db, SETTING, written(OTHERS))
    drop_if_broken(db)
    assert weights_in_force(db) == OTHERS


def test_practice_and_other_answer_keys_are_told_apart(desk: Desk, clock: HandClock) -> None:
    log = Log(desk)
    ref = desk.index.refs()[0]
    for back, key in ((30, "k"), (28, "k"), (20, "l"), (20, "l"), (26, "l")):
        log.keys[ref] = ("short", key)
        log.answer(ref, today(clock) - timedelta(days=back), Grade.GOOD)
    days = [each.given.days for each in dated(desk)]
    assert days == [(0, 2), (0, 6, 0)]


def test_of_a_very_long_log_whole_questions_are_taken() -> None:
    each = Dated(Given((3,) * 1000, (0,) * 1000), (START.toordinal(),) * 1000)
    assert len(part_of([each] * 10)) == 10
    assert len(part_of([each] * 100)) == MOST / 1000


@pytest.mark.parametrize(
    ("tests", "last", "worth"),
    [(499, None, False), (500, None, True), (1249, 1000, False), (1250, 1000, True)],
)
def test_a_log_that_has_grown_by_a_quarter_is_worth_another_trial(
    tests: int, last: int | None, worth: bool
) -> None:
    before = last and LastTrial(START.date(), 2 * last, last, 0.4, 0.4, taken=False)
    assert worth_trying(tests, before or None) is worth


def test_a_trial_that_is_not_told_in_full_is_none(desk: Desk) -> None:
    for text in ("", "{", "[]", '{"day": "2026-01-05"}', '{"day": 5}'):
        with desk.progress.transaction():
            settings.put(desk.progress, "memory-fit", text)
        assert last_trial(desk.progress) is None
