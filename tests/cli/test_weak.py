from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tui.cli.weak_page import page
from tui.clock import today
from tui.memory import Grade
from tui.study.desk import Desk
from tui.study.exam_day import set_exam_day
from tui.study.prospect import winnable
from tui.study.standing import standings
from tui.study.topics import topic_standings

TOPICS = [
    "nrf.leaders: {title: Origins and leaders of the National Resistance Front, papers: [essay]}",
    "nrf.aims: {title: Aims, papers: [essay, pakistan-affairs]}",
    "hostile: {title: 'Red [bold]brackets[/bold]'}",
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("TZ", "UTC")
    questions = [
        question(f"q{n}", topic)
        for n, topic in enumerate(["nrf.leaders"] * 6 + ["nrf.aims"] * 2 + ["hostile"])
    ]
    write_bank(tmp_path / "study" / "question_banks", "a", TOPICS, questions)
    return tmp_path / "study"


@pytest.fixture
def desk(root: Path, clock: HandClock) -> Iterator[Desk]:
    with desk_at(root, clock) as opened:
        yield opened


def printed(desk: Desk, exam_day: date | None = None) -> list[str]:
    known = standings(desk)
    return list(page(topic_standings(desk, known), 20, winnable(known, 1200), exam_day))


def studied(desk: Desk) -> None:
    log, day = Log(desk), today(desk.clock)
    for back in (40, 20, 10):
        for n in range(6):
            grade = Grade.AGAIN if back == 20 and n < 2 else Grade.GOOD
            log.answer(f"a/q{n}", day - timedelta(days=back), grade)
    log.answer("a/q6", day - timedelta(days=3), Grade.GOOD)


def row(lines: list[str], title: str) -> str:
    """The figures of the topic with that title, which may stand on the line above them."""
    at = next(n for n, line in enumerate(lines) if line.strip().startswith(title))
    return lines[at] if lines[at].split()[-1][:1].isdigit() else lines[at + 1]


def test_the_page_says_first_what_is_estimate_and_what_history(desk: Desk) -> None:
    studied(desk)
    lines = printed(desk)
    assert lines[0].startswith("Estimates: today, 30 days (30 days from now, 2026-12-02), stake,")
    assert lines[1] == "History: seen, right, lapses."
    assert lines[2] == "No exam day is set: cssprep weak --exam 2027-02-10 sets one."
    assert all(len(line) <= 80 for line in lines)


def test_the_figures_of_a_topic(desk: Desk) -> None:
    studied(desk)
    lines = printed(desk)
    leaders = row(lines, "Origins and leaders of the National Resistance Front").split()
    assert leaders[0] == "6/6"
    # Of the last 30 days: four right and two wrong, then six right.
    assert leaders[5:7] == ["83", "55–95"]
    assert leaders[7] == "2"
    assert row(lines, "Aims").split()[1:7] == ["1/2", "too", "few", "to", "tell", "1"]
    unseen = row(lines, "Red [bold]brackets[/bold]").split()
    assert unseen[:5] == ["0/1", "–", "–", "–", "0"]


def test_papers_stand_below_and_the_last_sentence_says_what_to_do(desk: Desk) -> None:
    lines = printed(desk)
    below = lines[lines.index("Paper (a topic counts in full for each of its papers)") :]
    assert [line.split()[0] for line in below[1:3]] == ["Pakistan", "Essay"]
    assert " ".join(lines[-2:]).startswith(
        "Most marks per minute: Red [bold]brackets[/bold]. In 20 minutes"
    )


def test_an_exam_day_heads_its_column(desk: Desk, clock: HandClock) -> None:
    day = today(clock) + timedelta(days=50)
    set_exam_day(desk, day)
    lines = printed(desk, day)
    assert lines[0].startswith(f"Estimates: today, exam (the exam, {day}), stake,")
    assert "No exam day" not in " ".join(lines)
    clock.pass_(days=51)
    assert f"The exam day set, {day}, is past: cssprep weak --exam" in " ".join(printed(desk, day))


def test_after_everything_was_asked_nothing_is_left_to_win(desk: Desk, clock: HandClock) -> None:
    log = Log(desk)
    for ref in desk.index.refs():
        log.answer(ref, today(clock), Grade.GOOD)
    assert printed(desk)[-1] == "Nothing wins marks today: all that could was asked already."


def test_the_command_keeps_the_exam_day_until_it_is_taken_back(root: Path) -> None:
    exam = (datetime.now(UTC) + timedelta(days=60)).date().isoformat()
    done = cssprep("weak", "--exam", exam, "--json", folder=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["exam_day"] == exam
    assert json.loads(cssprep("weak", "--json", folder=root).stdout)["looks_ahead_to"] == exam
    done = cssprep("weak", "--exam", "none", "--json", folder=root)
    assert json.loads(done.stdout)["exam_day"] is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--exam", "2020-01-01"], "The exam day 2020-01-01 is past. Give a day that is to come."),
        (["--exam", "soon"], "“soon” is not a date. Write year, month and day, such as 2027-02-10"),
        (["--exam", "20270210"], "“20270210” is not a date."),
        (["--exam", "2027-02-30"], "“2027-02-30” is not a date."),
        (["--paper", "esay"], "No topic counts for the paper esay. Did you mean essay?"),
        (["--paper", "zzz"], "There are: essay, pakistan-affairs."),
        (["--minutes", "0"], "'0' is no number of minutes"),
        (["--sort", "colour"], "invalid choice: 'colour'"),
    ],
)
def test_what_is_not_understood_is_said(root: Path, arguments: list[str], said: str) -> None:
    done = cssprep("weak", *arguments, folder=root)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_one_paper_and_so_many_minutes(root: Path) -> None:
    done = cssprep("weak", "--paper", "pakistan-affairs", "--minutes", "1", folder=root)
    assert done.returncode == 0
    assert "Aims" in done.stdout
    assert "Essay" not in done.stdout
    assert "In a minute cssprep study --weak" in " ".join(done.stdout.split())
    found = json.loads(cssprep("weak", "--minutes", "1", "--json", folder=root).stdout)
    assert found["session"]["minutes"] == 1
    assert found["session"]["questions"] == 2


def test_without_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "question_banks").mkdir()
    done = cssprep("weak", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "No questions: put a bank into question_banks.\n")
    found = json.loads(cssprep("weak", "--json", folder=tmp_path).stdout)
    assert (found["topics"], found["papers"], found["best_topic"]) == ([], [], None)
