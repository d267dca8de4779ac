from __future__ import annotations

from datetime import date, timedelta

from tests.conftest import HandClock
from tests.study.studied import Log
from tui.clock import today
from tui.memory import Grade
from tui.study.desk import Desk
from tui.study.exam_day import set_exam_day
from tui.study.kept import kept
from tui.study.standing import standings


def test_nothing_is_computed_twice_while_nothing_changes(desk: Desk) -> None:
    calls: list[str] = []

    def compute() -> str:
        calls.append("once more")
        return str(len(calls))

    assert [kept(desk, "count", None, compute) for _ in range(3)] == ["1", "1", "1"]
    assert kept(desk, "count", "for something else", compute) == "2"
    assert kept(desk, "other", None, compute) == "3"


def test_whatever_it_follows_from_makes_it_new(desk: Desk, clock: HandClock) -> None:
    first = standings(desk)
    assert standings(desk) is first
    Log(desk).answer(desk.index.refs()[0], today(clock), Grade.GOOD)
    answered = standings(desk)
    assert answered is not first
    set_exam_day(desk, date(2027, 2, 10))
    with_exam = standings(desk)
    assert with_exam.exam == date(2027, 2, 10)
    clock.pass_(days=1)
    assert standings(desk).day == with_exam.day + timedelta(days=1)
    (bank,) = desk.folder.banks.glob("*.yaml")
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("The dams", "The great dams"), encoding="utf-8")
    before = standings(desk)
    assert desk.index.refresh()
    assert standings(desk) is not before


def test_desks_on_one_folder_share_it(desk: Desk) -> None:
    found = standings(desk)
    with desk.another() as other:
        assert standings(other) is found
