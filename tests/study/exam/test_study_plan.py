from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import HandClock
from tests.study.studied import desk_at, question, write_bank
from tui.clock import today
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.exam.study_plan import StudyPlan, budgets, counts, keep, study_plan, weekday
from tui.study.exam_day import exam_day, set_exam_day
from tui.study.minutes import planned_minutes, set_minutes

MONDAY = date(2026, 11, 2)
WEEK = (30, 30, 30, 30, 0, 90, 30)


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    topics = [
        "nrf.leaders: {title: Leaders, papers: [essay, current-affairs]}",
        "river: {title: Rivers, papers: [pakistan-affairs]}",
        "other: {title: Other}",
    ]
    questions = [question("q1", "nrf.leaders"), question("q2", "river"), question("q3", "other")]
    write_bank(tmp_path / "study" / "question_banks", "a", topics, questions)
    with desk_at(tmp_path / "study", clock) as opened:
        yield opened


def test_nothing_set_means_every_day_as_long_as_a_session(desk: Desk) -> None:
    assert study_plan(desk) == StudyPlan(None, (20,) * 7)
    set_minutes(desk, 35)
    assert study_plan(desk).minutes == (35,) * 7


def test_a_plan_is_kept(desk: Desk) -> None:
    plan = StudyPlan(
        exam=date(2027, 2, 10),
        minutes=WEEK,
        papers={"essay": 100.0, "pakistan-affairs": 0.0},
        topics={"nrf": 2.0, "river": 0.5},
    )
    keep(desk, plan)
    assert study_plan(desk) == plan
    assert exam_day(desk) == date(2027, 2, 10)
    keep(desk, StudyPlan(None, WEEK))
    assert study_plan(desk) == StudyPlan(None, WEEK)


def test_an_exam_day_alone_fixes_no_minutes(desk: Desk) -> None:
    keep(desk, replace(study_plan(desk), exam=date(2027, 2, 10)))
    set_minutes(desk, 50)
    assert study_plan(desk).minutes == (50,) * 7


def test_what_was_sensible_when_it_was_set_stays(desk: Desk, clock: HandClock) -> None:
    set_exam_day(desk, MONDAY + timedelta(days=3))
    keep(desk, replace(study_plan(desk), topics={"other": 3.0}))
    clock.pass_(days=5)
    (desk.folder.banks / "a.yaml").unlink()
    desk.index.refresh()
    keep(desk, study_plan(desk).with_minutes(40))
    assert study_plan(desk).exam == MONDAY + timedelta(days=3)
    assert study_plan(desk).topics == {"other": 3.0}


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (StudyPlan(None, (-1,) * 7), "No day has -1 minutes for study."),
        (StudyPlan(None, (1441,) * 7), "No day has 1,441 minutes for study."),
        (StudyPlan(None, (20,) * 6), "A week has 7 days, not 6."),
        (StudyPlan(MONDAY, (20,) * 7), "The exam day 2026-11-02 is today."),
        (StudyPlan(date(2020, 1, 1), (20,) * 7), "The exam day 2020-01-01 is past."),
        (
            StudyPlan(None, (20,) * 7, {"esay": 50.0}),
            "No bank has the paper esay. Did you mean essay?",
        ),
        (
            StudyPlan(None, (20,) * 7, {}, {"nfr": 2.0}),
            "No bank has the topic nfr. Did you mean nrf?",
        ),
        (StudyPlan(None, (20,) * 7, {"essay": -1.0}), "-1 is no weight for essay."),
        (StudyPlan(None, (20,) * 7, {"essay": float("nan")}), "nan is no weight for essay."),
        (StudyPlan(None, (20,) * 7, {}, {"river": 2000.0}), "2000 is no weight for river."),
        (
            StudyPlan(None, (20,) * 7, {}, {"nrf": 0.0, "river": 0.0, "other": 0.0}),
            "Then no question would count for anything.",
        ),
    ],
)
def test_nonsense_is_said_and_nothing_of_it_kept(desk: Desk, plan: StudyPlan, said: str) -> None:
    before = study_plan(desk)
    with pytest.raises(StudyError) as caught:
        keep(desk, plan)
    assert said in str(caught.value)
    assert study_plan(desk) == before


def test_minutes_change_on_days_of_study_alone() -> None:
    plan = StudyPlan(None, WEEK)
    assert plan.days_off == (4,)
    assert plan.usual == 30
    assert plan.with_minutes(60).minutes == (60, 60, 60, 60, 0, 60, 60)
    assert plan.with_day(4, 15).minutes == (30, 30, 30, 30, 15, 90, 30)
    assert plan.with_minutes(0).with_minutes(25).minutes == (25,) * 7
    assert plan.with_minutes(0).usual == 0


@pytest.mark.parametrize(
    ("text", "day"), [("fri", 4), ("Friday", 4), ("MO", 0), ("su", 6), (" tues ", 1)]
)
def test_weekdays_are_understood(text: str, day: int) -> None:
    assert weekday(text) == day


@pytest.mark.parametrize(
    ("text", "said"),
    [("fry", "Did you mean friday?"), ("x", "Write one of mon, tue"), ("satruday", "saturday?")],
)
def test_what_is_no_weekday_is_said(text: str, said: str) -> None:
    with pytest.raises(StudyError) as caught:
        weekday(text)
    assert said in str(caught.value)


def test_budgets_reach_from_today_to_the_eve_of_the_exam() -> None:
    plan = StudyPlan(MONDAY + timedelta(days=7), WEEK)
    found = budgets(plan, MONDAY)
    assert [day for day, _ in found] == [MONDAY + timedelta(days=n) for n in range(7)]
    assert [seconds for _, seconds in found] == [60.0 * minutes for minutes in WEEK]


@given(st.integers(-30, 1200))
def test_there_is_a_budget_for_each_day_before_the_exam(days: int) -> None:
    plan = StudyPlan(MONDAY + timedelta(days=days), WEEK)
    assert len(budgets(plan, MONDAY)) == max(0, days)
    assert budgets(replace(plan, exam=None), MONDAY) == []


def test_weights_of_papers_and_topics_multiply() -> None:
    plan = StudyPlan(None, WEEK, {"essay": 50.0}, {"nrf": 2.0, "nrf.leaders": 3.0})
    assert counts(plan, "nrf.leaders", ["essay"]) == 3.0
    assert counts(plan, "nrf.leaders", ["essay", "pakistan-affairs"]) == 9.0
    assert counts(plan, "river", []) == 1.0
    assert counts(replace(plan, papers={}), "river", ["essay", "urdu"]) == 1.0


def test_a_session_is_as_long_as_the_plan_says_for_the_day(desk: Desk, clock: HandClock) -> None:
    keep(desk, replace(study_plan(desk), minutes=(30, 45, 0, 30, 30, 30, 30)))
    assert today(clock) == MONDAY
    assert planned_minutes(desk) == 30
    set_minutes(desk, 60)
    assert planned_minutes(desk) == 60
    clock.pass_(days=1)
    assert planned_minutes(desk) == 45
    clock.pass_(days=1)
    # A day off on which one wants to study all the same.
    assert planned_minutes(desk) == 60
