from __future__ import annotations

from datetime import date, timedelta

from tests.conftest import HandClock
from tests.study.test_session import asked, right, wrong
from tui.study.browse import browse, detail
from tui.study.desk import Desk
from tui.study.minutes import planned_minutes, set_minutes
from tui.study.opening import open_session
from tui.study.report import home_report, streak
from tui.study.states import Asked, Finished
from tui.study.today import today, today_line
from tui.study.wish import DAILY, Wish


def answer_all(desk: Desk, *, rightly: bool) -> Finished:
    session = open_session(desk, 600)
    while isinstance(session.state, Asked):
        session.answer(right(session) if rightly else wrong(session), 5)
        session.go_on()
    assert isinstance(session.state, Finished)
    session.end()
    return session.state


def test_a_fresh_folder(desk: Desk) -> None:
    day = today(desk, 600)
    assert (day.due, day.new, day.total, day.seen, day.answered) == (0, 11, 11, 0, 0)
    assert day.open_place is None
    assert today_line(day).startswith("0 to review, 11 new, about ")


def test_an_open_session_is_told(desk: Desk) -> None:
    session = open_session(desk, 600)
    session.answer(right(session), 5)
    session.go_on()
    day = today(desk, 600)
    assert (day.open_place, day.open_of) == (2, 11)
    assert today_line(day) == "in a session, question 2 of 11"
    assert day.answered == 1


def test_all_done(desk: Desk) -> None:
    summary = answer_all(desk, rightly=True).summary
    assert (summary.answered, summary.right, summary.new) == (11, 11, 11)
    assert (summary.gained, summary.slipped, summary.missed) == (11, 0, ())
    assert not summary.more
    assert today_line(today(desk, 20)) == "nothing waits today"


def test_what_slipped_is_told_apart_from_what_was_never_known(desk: Desk, clock: HandClock) -> None:
    answer_all(desk, rightly=True)
    clock.pass_(days=30)
    summary = answer_all(desk, rightly=False).summary
    assert summary.slipped == 11
    assert summary.gained == 0
    assert len(summary.missed) == 11
    assert summary.due_tomorrow == 11
    assert {m.given for m in summary.missed} == {"nonsense"}
    assert "The World Bank" in {m.right_answer for m in summary.missed}


def test_an_open_session_of_another_wish_is_told(desk: Desk, clock: HandClock) -> None:
    wish = Wish(weak=True)
    open_session(desk, 20, wish)
    assert today(desk, 20).open_wish == wish
    clock.pass_(days=1)
    day = today(desk, 20)
    assert (day.open_place, day.open_wish) == (None, DAILY)


def test_the_report(desk: Desk, clock: HandClock) -> None:
    answer_all(desk, rightly=False)
    clock.pass_(days=1)
    answer_all(desk, rightly=True)
    report = home_report(desk)
    assert report.days[-2:] == (22, 11)
    assert report.answers == 33
    assert report.streak == 2
    assert report.weakest == ()
    clock.pass_(days=1)
    weakest = home_report(desk).weakest
    assert {t.title for t in weakest} == {"The river", "The treaty", "The dams"}
    assert all(t.won > 0 and t.seen == t.questions for t in weakest)
    per_minute = [t.won / t.minutes for t in weakest]
    assert per_minute == sorted(per_minute, reverse=True)
    assert report.findings == ()


def test_streaks() -> None:
    day = date(2026, 11, 10)
    back = [day - timedelta(days=n) for n in range(5)]
    assert streak(set(), day) == 0
    assert streak({back[0], back[1], back[3]}, day) == 2
    assert streak({back[1], back[2]}, day) == 2, "today is not over yet"
    assert streak({back[2]}, day) == 0


def test_minutes_are_kept(desk: Desk) -> None:
    assert planned_minutes(desk) == 20
    assert set_minutes(desk, 35) == 35
    assert planned_minutes(desk) == 35
    assert set_minutes(desk, 0) == 5


def test_browse_shows_the_memory(desk: Desk) -> None:
    session = open_session(desk, 60)
    ref = asked(session).ref
    session.answer(right(session), 1)
    rows, found = browse(desk, "")
    assert found == len(rows) == 11
    row = next(row for row in rows if row.ref == ref)
    assert row.recall == 1.0
    assert row.reviews == 1
    assert row.due is not None


def test_browse_finds_by_words(desk: Desk) -> None:
    rows, found = browse(desk, "TREATY broker")
    assert "indus/broker" in {row.ref for row in rows}
    assert found == len(rows)
    assert browse(desk, "nothing-of-the-sort")[1] == 0


def test_detail(desk: Desk) -> None:
    seen = detail(desk, "indus/broker")
    assert seen.question.right_answer() == "The World Bank"
    assert seen.memory is None
    assert seen.proof[0].source_title == "The Indus"
