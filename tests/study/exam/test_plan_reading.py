"""The plan's report and its sentences on days of every kind, by a clock that is moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tui.clock import today
from tui.memory import Grade
from tui.study.desk import Desk
from tui.study.exam.exam_words import Ways, exam_line
from tui.study.exam.plan_reading import plan_reports
from tui.study.exam.plan_report import PlanReport, shifted
from tui.study.exam.plan_words import aggregate_words, can_be_done, step_words, verdict, week_words
from tui.study.exam.simulation import StoppedError
from tui.study.exam.study_plan import StudyPlan, keep, study_plan
from tui.study.exam_day import set_exam_day

WAYS = Ways(exam="x sets one", minutes="+ sets some")
TOPICS = [
    "nrf.leaders: {title: Leaders, papers: [essay, current-affairs]}",
    "nrf.aims: {title: Aims, papers: [current-affairs]}",
    "river: {title: Rivers, papers: [international-relations]}",
]


def write_questions(root: Path, count: int) -> None:
    names = [line.partition(":")[0] for line in TOPICS]
    questions = [question(f"q{n}", names[n % 3]) for n in range(count)]
    write_bank(root / "question_banks", "a", TOPICS, questions)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_questions(tmp_path / "study", 30)
    return tmp_path / "study"


@pytest.fixture
def desk(root: Path, clock: HandClock) -> Iterator[Desk]:
    with desk_at(root, clock) as opened:
        yield opened


def read(desk: Desk) -> PlanReport:
    return list(plan_reports(desk))[-1]


def said(desk: Desk) -> str:
    return " ".join(can_be_done(read(desk), WAYS))


def in_days(desk: Desk, days: int) -> date:
    day = today(desk.clock) + timedelta(days=days)
    set_exam_day(desk, day)
    return day


def test_no_date_looks_thirty_days_ahead(desk: Desk) -> None:
    words = said(desk)
    assert words.startswith("No exam day is set: x sets one. Figures look 30 days ahead, to 2 Dec")
    assert "At 20 minutes a day you can see all 30 questions and expect" in words


def test_a_date_that_is_past_asks_for_the_next(desk: Desk, clock: HandClock) -> None:
    in_days(desk, 3)
    clock.pass_(days=4)
    assert said(desk).startswith("The exam day set, 5 Nov 2026, is past: x sets one. Figures look")
    line = exam_line(study_plan(desk).exam, today(clock), "p")
    assert line == "The exam day is past: set the next one, p"


def test_the_day_itself_leaves_nothing_to_plan(desk: Desk, clock: HandClock) -> None:
    Log(desk).answer("a/q1", today(clock), Grade.GOOD)
    in_days(desk, 1)
    clock.pass_(days=1)
    report = read(desk)
    assert report.outlook is None
    assert report.steps == ()
    assert said(desk).startswith("The exam is today, 3 Nov 2026. You have seen 1 of 30 questions,")
    assert exam_line(report.plan.exam, report.today) == "Exam today, 3 Nov 2026"


def test_tomorrow_leaves_one_day(desk: Desk) -> None:
    in_days(desk, 1)
    report = read(desk)
    assert report.outlook is not None
    assert [load.day for load in report.outlook.days] == [report.today]
    assert said(desk).startswith(
        "The exam is tomorrow, 3 Nov 2026: today is the last day of study."
    )


def test_three_years_ahead(desk: Desk) -> None:
    in_days(desk, 3 * 365)
    report = read(desk)
    assert report.outlook is not None
    assert len(report.outlook.days) == 3 * 365
    words = " ".join(can_be_done(report, WAYS))
    assert words.startswith("The exam is in 1,095 days, on 1 Nov 2029. At 20 minutes a day")


def test_no_minutes_at_all(desk: Desk) -> None:
    in_days(desk, 20)
    keep(desk, study_plan(desk).with_minutes(0))
    report = read(desk)
    assert report.outlook is not None
    assert report.outlook.seen == 0
    words = said(desk)
    assert "At 0 minutes a day you can expect 0 to 0" not in words
    assert "At 0 minutes a day you can expect about 0 of 100 marks." in words
    assert words.endswith("Every day is a day off: + sets some.")
    assert step_words(report)[0].startswith("10 minutes a day: about")


def test_no_questions_at_all(root: Path, desk: Desk) -> None:
    (root / "question_banks" / "a.yaml").unlink()
    desk.index.refresh()
    in_days(desk, 20)
    report = read(desk)
    assert said(desk) == (
        "The exam is in 20 days, on 22 Nov 2026. No questions: put a bank into question_banks."
    )
    assert (report.outlook, report.papers, report.weeks) == (None, (), ())


def test_a_bank_that_grows_by_500_two_weeks_before(
    root: Path, desk: Desk, clock: HandClock
) -> None:
    in_days(desk, 40)
    log = Log(desk)
    for back in (20, 10, 5):
        for n in range(30):
            log.answer(f"a/q{n}", today(clock) - timedelta(days=back), Grade.GOOD)
    clock.pass_(days=26)
    keep(desk, study_plan(desk).with_minutes(5))
    before = read(desk)
    write_questions(root, 530)
    desk.index.refresh()
    after = read(desk)
    assert after.outlook is not None and before.outlook is not None
    assert after.questions == 530
    assert after.outlook.unseen > 0
    assert after.outlook.marks.mean < before.outlook.marks.mean
    assert "questions will stay unseen" in said(desk)
    assert len(step_words(after)) == 3


def test_less_is_known_first_and_all_at_the_end(desk: Desk) -> None:
    in_days(desk, 15)
    reports = list(plan_reports(desk))
    assert reports[0].standing is not None and reports[0].outlook is None
    assert reports[-1].outlook is not None and reports[-1].weeks == ()
    assert [step.more for step in reports[-1].steps] == [0, 10, 20, 30]
    assert [step.minutes for step in reports[-1].steps] == [20, 30, 40, 50]


def test_nobody_waits_for_what_is_not_wanted_any_more(desk: Desk) -> None:
    in_days(desk, 15)
    reports = plan_reports(desk, stop=lambda: True)
    assert next(reports).outlook is None
    with pytest.raises(StoppedError):
        next(reports)


def test_papers_and_topics_stand_against_their_pass_marks(desk: Desk, clock: HandClock) -> None:
    in_days(desk, 60)
    log = Log(desk)
    for back in (30, 20, 4):
        for n in range(30):
            log.answer(f"a/q{n}", today(clock) - timedelta(days=back), Grade.GOOD)
    report = read(desk)
    papers = {row.id: row for row in report.papers}
    assert list(papers) == ["current-affairs", "essay", "international-relations"]
    assert papers["essay"].to_pass == 0.4 and papers["essay"].compulsory
    assert papers["international-relations"].to_pass == 0.33
    assert verdict(papers["essay"]) == "above"
    assert verdict(replace(papers["essay"], to_pass=1.0)) == "below"
    for row in (*report.papers, *report.topics):
        assert row.kept is not None
        assert row.standing.low <= row.standing.mean <= row.standing.high
    assert [(row.title, row.depth) for row in report.topics] == [
        ("nrf", 0),
        ("Aims", 1),
        ("Leaders", 1),
        ("Rivers", 0),
    ]
    assert aggregate_words(report).endswith("the aggregate passes at 50 %.")


def test_time_spent_today_is_gone(desk: Desk, clock: HandClock) -> None:
    in_days(desk, 10)
    Log(desk).answer("a/q0", today(clock), Grade.GOOD)
    report = read(desk)
    assert report.outlook is not None
    assert report.outlook.days[0].budget == 20 * 60 - 8
    assert report.outlook.days[1].budget == 20 * 60


def test_more_minutes_leave_days_off_alone() -> None:
    week = StudyPlan(None, (30, 30, 30, 30, 0, 90, 5))
    assert shifted(week, 10).minutes == (40, 40, 40, 40, 0, 100, 15)
    assert shifted(week, -10).minutes == (20, 20, 20, 20, 0, 80, 0)
    assert shifted(StudyPlan(None, (0,) * 7), 10).minutes == (10,) * 7
    assert week_words(week) == "Mon 30, Tue 30, Wed 30, Thu 30, Fri off, Sat 90, Sun 5"


def test_other_days_are_named(desk: Desk) -> None:
    in_days(desk, 20)
    keep(desk, replace(study_plan(desk), minutes=(30, 30, 30, 30, 0, 90, 30)))
    assert "At 30 minutes a day (90 on Sat, Fri off) you can see" in said(desk)


def test_where_most_days_are_off_the_others_are_named(desk: Desk) -> None:
    in_days(desk, 20)
    keep(desk, replace(study_plan(desk), minutes=(0, 30, 0, 0, 0, 30, 0)))
    assert "At 30 minutes a day (on Tue, Sat alone) you can see" in said(desk)
