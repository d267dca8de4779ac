from __future__ import annotations

from datetime import timedelta

from tests.conftest import HandClock
from tests.progress.entries import review
from tests.progress.files import fill
from tests.study.test_today_and_report import answer_all
from tui.clock import today
from tui.progress import log as progress_log
from tui.study.desk import Desk
from tui.study.leech_report import leech_report
from tui.study.opening import open_session, undo_last
from tui.study.report import home_report
from tui.study.states import Asked
from tui.study.statistics.forecasts import Trust
from tui.study.statistics.gathering import statistics, statistics_at_once
from tui.study.statistics.tables import PARTS, table, tables


def test_nothing_yet(desk: Desk) -> None:
    found = statistics(desk)
    assert found == statistics_at_once(desk)
    assert found.today == today(desk.clock)
    assert found.studied.first is None
    assert found.memories is not None
    assert found.memories.forecasts.trust is Trust.NOTHING
    assert [each.part for each in tables(found)] == list(PARTS)


def test_what_was_studied_is_told(desk: Desk, clock: HandClock) -> None:
    answer_all(desk, rightly=True)
    clock.pass_(days=5)
    answer_all(desk, rightly=False)
    found = statistics(desk)
    assert found == statistics_at_once(desk)
    assert found.memories is not None
    shares = {age.first: age.share for age in found.memories.retention.ages}
    share = shares[4]
    assert share is not None
    assert share.right == 0
    assert share.of > 0
    assert found.studied.days == 2
    assert found.studied.row == home_report(desk).streak == 1
    answers = sum(hour.answers for hour in found.memories.hours)
    assert answers == found.studied.answers
    assert found.memories.hours[9].answers == answers  # the clock stands at nine


def test_what_is_taken_back_and_said_of_answers_shows_at_once(desk: Desk) -> None:
    session = open_session(desk, 60)
    session.answer(("nonsense",), 4)
    assert right_of_all(desk) == (0, 1)
    session.was_right(remember=False)
    assert right_of_all(desk) == (1, 1)
    session.end()
    assert undo_last(desk) is not None
    assert undo_last(desk) is not None
    assert right_of_all(desk) == (0, 0)


def right_of_all(desk: Desk) -> tuple[int, int]:
    """Right answers and all, by the hours of the day."""
    memories = statistics(desk).memories
    assert memories is not None
    shares = [hour.share for hour in memories.hours if hour.share is not None]
    return sum(share.right for share in shares), sum(share.of for share in shares)


def test_leeches_are_those_of_their_own_report(desk: Desk, clock: HandClock) -> None:
    scores = {"broker": "000001", "length": "0000110", "signers": "111000", "gone": "00000"}
    entries = [
        review(f"{name}{n}", f"indus/{name}", clock.now() + timedelta(days=n), float(score))
        for name, told in scores.items()
        for n, score in enumerate(told)
    ]
    fill(desk.progress, [*entries])
    clock.pass_(days=30)
    found, report = statistics(desk).memories, leech_report(desk)
    assert found is not None
    assert found.leeches.now == len(report.leeches) == 1
    assert found.leeches.cured == len(report.cured) == 1
    assert found.leeches.right == sum(leech.right_since for leech in report.leeches)
    assert found.leeches.missed == sum(leech.missed_since for leech in report.leeches)


def test_what_takes_long_is_left_for_later(desk: Desk) -> None:
    answer_all(desk, rightly=True)
    found = statistics_at_once(desk, most=5)
    assert found.memories is None
    assert found.studied.answers == 11
    assert [each.part for each in tables(found)] == ["days", "calendar", "reviews", "workload"]
    assert table(found, "hours") is None
    assert statistics(desk).memories is not None
    assert statistics_at_once(desk, most=5).memories is not None


def test_the_days_are_those_of_the_log(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 60)
    assert isinstance(session.state, Asked)
    session.answer(("nonsense",), 30)
    clock.pass_(days=2)
    found = statistics(desk).studied
    activity = progress_log.activity(desk.progress, today(clock) - timedelta(days=9))
    assert {day.day: day.answers for day in found.year if day.answers} == {
        day: done.answers for day, done in activity.items()
    }
    assert [day.minutes for day in found.last(3)] == [0.5, 0.0, 0.0]


def test_tables_are_square(desk: Desk, clock: HandClock) -> None:
    answer_all(desk, rightly=True)
    clock.pass_(days=3)
    answer_all(desk, rightly=True)
    for each in tables(statistics(desk)):
        assert {len(row) for row in each.rows} <= {len(each.headings)}
        assert each.rows
