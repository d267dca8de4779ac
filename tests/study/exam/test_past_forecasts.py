from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tui.clock import today
from tui.memory import Grade
from tui.study.desk import Desk
from tui.study.exam.past_forecasts import PastForecast, past_forecasts
from tui.study.exam_day import set_exam_day
from tui.study.standing import standings
from tui.study.topics import topic_standings

EXAM = date(2027, 2, 10)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    questions = [question(f"q{n}", "river" if n % 2 else "nrf") for n in range(12)]
    topics = ["river: {title: Rivers}", "nrf: {title: NRF}"]
    write_bank(tmp_path / "study" / "question_banks", "a", topics, questions)
    return tmp_path / "study"


@pytest.fixture
def desk(root: Path, clock: HandClock) -> Iterator[Desk]:
    with desk_at(root, clock) as opened:
        set_exam_day(opened, EXAM)
        yield opened


def studied(desk: Desk, day: date, weeks: int = 6) -> Log:
    log = Log(desk)
    for back in range(7 * weeks, 0, -3):
        for n in range(12 - back // 4):
            grade = Grade.AGAIN if (n + back) % 5 == 0 else Grade.GOOD
            log.answer(f"a/q{n}", day - timedelta(days=back), grade)
    return log


def found(desk: Desk) -> tuple[PastForecast, ...]:
    return past_forecasts(desk, EXAM, today(desk.clock))


def test_nothing_answered_has_no_past(desk: Desk) -> None:
    assert found(desk) == ()


def test_there_is_one_for_each_week_since_the_first_answer(desk: Desk, clock: HandClock) -> None:
    studied(desk, today(clock))
    weeks = found(desk)
    assert [week.day for week in weeks] == [
        today(clock) - timedelta(days=7 * back) for back in range(6, -1, -1)
    ]
    assert [week.seen for week in weeks] == sorted(week.seen for week in weeks)
    assert weeks[-1].seen == 12
    for week in weeks:
        assert 0 <= week.marks.low <= week.marks.mean <= week.marks.high <= 1


def test_todays_is_what_the_topics_say_is_not_at_stake(desk: Desk, clock: HandClock) -> None:
    studied(desk, today(clock))
    topics = topic_standings(desk, standings(desk)).topics
    expected = 100 - sum(topic.at_stake for topic in topics if topic.depth == 0)
    assert found(desk)[-1].marks.mean == pytest.approx(expected / 100)


def test_what_comes_later_changes_nothing_that_was_forecast(desk: Desk, clock: HandClock) -> None:
    log = studied(desk, today(clock))
    before = found(desk)
    for n in range(12):
        log.answer(f"a/q{n}", today(clock), Grade.AGAIN)
    clock.pass_(days=7)
    after = found(desk)
    assert after[: len(before) - 1] == before[:-1]
    assert after[len(before) - 1].marks != before[-1].marks


def test_it_is_what_the_same_log_gave_when_it_was_that_week(
    root: Path, tmp_path: Path, clock: HandClock
) -> None:
    day = today(clock)
    with desk_at(root, clock) as desk:
        set_exam_day(desk, EXAM)
        log = studied(desk, day)
        then = found(desk)[-1]
        clock.pass_(days=14)
        for n in range(6):
            log.answer(f"a/q{n}", day + timedelta(days=9), Grade.GOOD)
        assert found(desk)[-3] == then


def test_a_question_with_another_answer_now_was_not_seen(desk: Desk, clock: HandClock) -> None:
    studied(desk, today(clock))
    file = desk.folder.banks / "a.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("answer: Leader of q0\n", "answer: Somebody else\n"))
    desk.index.refresh()
    assert found(desk)[-1].seen == 11


def test_no_more_than_a_year_is_told(desk: Desk, clock: HandClock) -> None:
    Log(desk).answer("a/q1", today(clock) - timedelta(days=800), Grade.GOOD)
    assert len(found(desk)) == 52
