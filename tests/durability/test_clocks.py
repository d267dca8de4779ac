"""A clock set back, another time zone, a week asleep: the session goes on, and the log is whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest

from tests.app.driving import at_home, at_question, folded, shown, told
from tests.conftest import MORNING, HandClock, counted_ids
from tui.clock import SystemClock, study_day
from tui.progress import log, memories
from tui.schedule.fsrs6 import replay
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.opening import open_session, undo_last
from tui.study.report import home_report
from tui.study.session import Session
from tui.study.states import Asked, Finished, Shown
from tui.study.today import today as todays_work

KARACHI = timezone(timedelta(hours=5))


class Traveller(HandClock):
    """A clock that is moved by hand, and whose zone is, too."""

    here: tzinfo = KARACHI

    def zone(self) -> tzinfo:
        return self.here


def back_a_year(clock: Traveller) -> None:
    clock.pass_(days=-365)


def back_to_1970(clock: Traveller) -> None:
    clock.moment = datetime(1970, 1, 1, 0, 0, 30, tzinfo=UTC)


def far_ahead(clock: Traveller) -> None:
    clock.pass_(days=4000)


def to_honolulu(clock: Traveller) -> None:
    clock.here = timezone(timedelta(hours=-10))


def over_the_date_line(clock: Traveller) -> None:
    clock.here = timezone(timedelta(hours=14))


def a_week_asleep(clock: Traveller) -> None:
    clock.pass_(days=7)


HAPPENS = [
    back_a_year,
    back_to_1970,
    far_ahead,
    to_honolulu,
    over_the_date_line,
    a_week_asleep,
]


def answer_one(session: Session) -> str:
    asked = session.state
    assert isinstance(asked, Asked)
    shown = session.answer(asked.question.key(), 4)
    assert isinstance(shown, Shown)
    session.go_on()
    return shown.review.id


@pytest.mark.parametrize("happens", HAPPENS)
def test_a_session_goes_on(happens: Callable[[Traveller], None], folder: StudyFolder) -> None:
    clock = Traveller()
    with open_desk(folder, clock, counted_ids()) as desk:
        session = open_session(desk, 600)
        promised = [answer_one(session), answer_one(session)]
        happens(clock)
        promised += [answer_one(session), answer_one(session)]
        # And so does a start under the new clock, with all that Home reads.
        with desk.another() as again:
            todays_work(again, 20)
            home_report(again)
            after = open_session(again, 600)
            if not isinstance(after.state, Finished):
                promised.append(answer_one(after))
            back = undo_last(again)
            if back is not None:
                assert isinstance(back.state, Asked)
        assert {entry.id for entry in log.entries(desk.progress)} >= set(promised)
        derived = memories.every(desk.progress)
        with desk.progress.transaction():
            memories.rebuild(desk.progress, replay)
        assert memories.every(desk.progress) == derived


async def test_a_week_asleep_counts_as_one_pause(desk: Desk, clock: HandClock) -> None:
    async with at_question(desk, "broker") as pilot:
        clock.pass_(days=7)
        await pilot.press("a", "enter")
        review = shown(pilot).review
    assert review.seconds <= 240
    assert review.day == date(2026, 11, 9)


async def test_a_clock_before_the_last_answer_is_told(desk: Desk, clock: HandClock) -> None:
    answer_one(open_session(desk, 600))
    clock.pass_(days=-3)
    async with at_home(desk) as pilot:
        assert "Your last answer is of 2 November 2026" in told(pilot)
        assert "30 October 2026" in told(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "Indus" in folded(pilot)


async def test_an_answer_that_was_taken_back_says_nothing_of_the_clock(
    desk: Desk, clock: HandClock
) -> None:
    clock.pass_(days=365)
    session = open_session(desk, 600)
    answer_one(session)
    session.undo()
    clock.pass_(days=-365)
    async with at_home(desk) as pilot:
        assert "last answer" not in told(pilot)


async def test_two_clocks_some_minutes_apart_are_no_trouble(desk: Desk, clock: HandClock) -> None:
    answer_one(open_session(desk, 600))
    clock.pass_(minutes=-30)
    async with at_home(desk) as pilot:
        assert "last answer" not in told(pilot)


def test_the_machine_s_zone_is_asked_for_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    late = MORNING.replace(hour=23)
    days = []
    for name in ("Asia/Karachi", "Pacific/Honolulu", "Asia/Karachi"):
        monkeypatch.setenv("TZ", name)
        days.append(study_day(late, SystemClock().zone()))
    monkeypatch.undo()
    SystemClock().zone()
    assert days == [date(2026, 11, 3), date(2026, 11, 2), date(2026, 11, 3)]
