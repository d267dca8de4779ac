from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tui.cli.plan_page import page
from tui.cli.plan_rows import as_rows
from tui.clock import today
from tui.memory import Grade
from tui.study.desk import Desk
from tui.study.exam.plan_reading import plan_reports
from tui.study.exam.plan_report import PlanReport
from tui.study.exam.study_plan import keep, study_plan
from tui.study.exam_day import set_exam_day

TOPICS = [
    "nrf.leaders: {title: Origins and leaders of the National Resistance Front, papers: [essay]}",
    "nrf.aims: {title: Aims, papers: [essay, pakistan-affairs]}",
    "hostile: {title: 'Red [bold]brackets[/bold]', papers: [international-relations]}",
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("TZ", "UTC")
    names = ["nrf.leaders"] * 6 + ["nrf.aims"] * 4 + ["hostile"] * 2
    questions = [question(f"q{n}", topic) for n, topic in enumerate(names)]
    write_bank(tmp_path / "study" / "question_banks", "a", TOPICS, questions)
    return tmp_path / "study"


@pytest.fixture
def desk(root: Path, clock: HandClock) -> Iterator[Desk]:
    with desk_at(root, clock) as opened:
        yield opened


def read(desk: Desk) -> PlanReport:
    return list(plan_reports(desk))[-1]


def studied(desk: Desk, days: int = 50) -> None:
    log, day = Log(desk), today(desk.clock)
    for back in (20, 12, 3):
        for n in range(8):
            log.answer(f"a/q{n}", day - timedelta(days=back), Grade.GOOD)
    set_exam_day(desk, day + timedelta(days=days))


def test_what_can_be_done_comes_first_then_more_minutes_forecast_and_days(desk: Desk) -> None:
    studied(desk)
    lines = list(page(read(desk)))
    assert lines[0].startswith("The exam is in 50 days, on 22 Dec 2026. At 20 minutes a day you")
    heads = ["Minutes a day: Mon 20", "30 minutes a day:", "Marks to expect", "Paper ", "Topic "]
    heads += ["Of all marks", "day  ", "The forecast as it was"]
    places = [next(n for n, line in enumerate(lines) if line.startswith(head)) for head in heads]
    assert places == sorted(places)
    assert "check the current FPSC rules" in " ".join(lines)


def test_the_page_has_eighty_columns(desk: Desk) -> None:
    studied(desk, 300)
    lines = list(page(read(desk)))
    assert [line for line in lines if len(line.rstrip()) > 80] == []
    assert any("Red [bold]brackets[/bold]" in line for line in lines)


def test_papers_stand_beside_their_pass_marks(desk: Desk) -> None:
    studied(desk)
    lines = list(page(read(desk)))
    papers = {line.split("  ")[0]: line.split() for line in lines}
    assert papers["Essay"][-2] == papers["Pakistan affairs"][-2] == "40"
    assert papers["International relations"][-2] == "33"
    assert papers["Essay"][-1] in {"above", "open", "below"}


def test_after_four_weeks_the_days_are_told_by_week(desk: Desk) -> None:
    keep(desk, replace(study_plan(desk), minutes=(20, 20, 20, 20, 0, 20, 20)))
    studied(desk, 45)
    lines = [line.rstrip() for line in page(read(desk))]
    assert sum(line.startswith(("Mon 2 Nov 2026", "Sun 29 Nov 2026")) for line in lines) == 2
    assert not any(line.startswith("Mon 30 Nov 2026") for line in lines)
    assert sum(line.startswith("Week of ") for line in lines) == 3
    assert next(line for line in lines if line.startswith("Fri 6 Nov 2026")).endswith("off")


def test_no_questions_are_said_to_be_none(desk: Desk) -> None:
    for bank in desk.folder.banks.glob("*.yaml"):
        bank.unlink()
    desk.index.refresh()
    lines = list(page(read(desk)))
    assert "No questions: put a bank into question_banks." in " ".join(lines)
    assert not any(line.startswith("Marks to expect") for line in lines)


def test_every_figure_for_programs(desk: Desk) -> None:
    studied(desk)
    keep(desk, replace(study_plan(desk), papers={"essay": 50.0}, topics={"nrf": 2.0}))
    found = json.loads(json.dumps(as_rows(read(desk))))
    assert (found["day"], found["exam_day"]) == ("2026-11-02", "2026-12-22")
    assert found["days_left"] == 50 == len(found["days"])
    assert (found["paper_marks"], found["topic_factors"]) == ({"essay": 50.0}, {"nrf": 2.0})
    kept, now = found["if_the_plan_is_kept"]["marks"], found["if_nothing_more_is_studied"]
    assert now["mean"] < kept["mean"] <= kept["high"] <= 1
    assert [step["minutes"] for step in found["at_other_minutes"]] == [5, 20, 30, 40, 50]
    assert found["papers"][0]["pass"] == 0.4
    assert found["topics"][0]["compulsory"] is None
    assert len(found["past_forecasts"]) == 3


def test_the_command_keeps_what_it_is_given(root: Path) -> None:
    exam = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    given = ["--minutes", "sat=90", "--minutes", "45", "--rest", "fri,sun", "--paper", "essay=50"]
    done = cssprep("plan", "--exam", exam, *given, "--topic", "nrf=2", "--json", folder=root)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(cssprep("plan", "--json", folder=root).stdout)
    assert found["exam_day"] == exam
    assert list(found["minutes"].values()) == [45, 45, 45, 45, 0, 90, 0]
    assert found["paper_marks"] == {"essay": 50.0}
    given = ["--exam", "none", "--rest", "none", "--paper", "essay=none", "--topic", "nrf=none"]
    found = json.loads(cssprep("plan", *given, "--json", folder=root).stdout)
    assert (found["exam_day"], found["days_left"]) == (None, None)
    assert list(found["minutes"].values()) == [45, 45, 45, 45, 45, 90, 45]
    assert (found["paper_marks"], found["topic_factors"]) == ({}, {})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--exam", "2020-01-01"], "The exam day 2020-01-01 is past. Give a day that is to come."),
        (["--exam", "soon"], "“soon” is not a date."),
        (["--exam", ""], "No exam day is given. Write one, such as 2027-02-10, or none."),
        (["--minutes", "-5"], "“-5” is no number of minutes."),
        (["--minutes", "1500"], "No day has 1,500 minutes for study."),
        (["--minutes", "fry=30"], "“fry” is no day of the week. Did you mean friday?"),
        (["--rest", "x"], "“x” is no day of the week. Write one of mon, tue"),
        (["--paper", "esay=50"], "No bank has the paper esay. Did you mean essay?"),
        (["--paper", "essay"], "“essay” sets nothing. Write it as --paper essay=100."),
        (["--paper", "essay=much"], "“much” is no number."),
        (["--paper", "essay=-1"], "-1 is no weight for essay. Give a number from 0 to 1,000."),
        (["--topic", "nfr=2"], "No bank has the topic nfr. Did you mean nrf?"),
    ],
)
def test_what_is_not_understood_is_said(root: Path, arguments: list[str], said: str) -> None:
    if arguments[1].startswith("-"):
        arguments = ["=".join(arguments)]
    done = cssprep("plan", *arguments, folder=root)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr
