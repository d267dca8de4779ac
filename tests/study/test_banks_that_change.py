from __future__ import annotations

from pathlib import Path

from tests.conftest import HandClock
from tests.study.test_session import asked, go_to, shown
from tui.progress import memories
from tui.study.browse import browse, detail
from tui.study.desk import Desk
from tui.study.flagging import flagged_refs, set_flagged
from tui.study.opening import open_session
from tui.study.parking import parked_refs, set_parked
from tui.study.states import Asked, Finished, Shown
from tui.study.wish import Wish


def bank(desk: Desk) -> Path:
    return desk.folder.banks / "indus.yaml"


def rewrite(desk: Desk, old: str, new: str) -> None:
    text = bank(desk).read_text(encoding="utf-8")
    assert old in text
    bank(desk).write_text(text.replace(old, new), encoding="utf-8")


def test_a_mended_prompt_is_taken_in_at_the_same_place(desk: Desk) -> None:
    session = open_session(desk, 60)
    go_to(session, "broker")
    rewrite(desk, "Who brokered the Indus Waters Treaty?", "Which body brokered the treaty?")
    state = session.reload()
    assert isinstance(state, Asked)
    assert state.question.prompt == "Which body brokered the treaty?"
    assert state.ref == "indus/broker"


def test_a_mended_prompt_keeps_the_schedule(desk: Desk) -> None:
    session = open_session(desk, 60)
    go_to(session, "broker")
    session.answer(("The World Bank",), 1)
    before = memories.get(desk.progress, "indus/broker")
    rewrite(desk, "Who brokered the Indus Waters Treaty?", "Which body brokered the treaty?")
    session.reload()
    assert memories.get(desk.progress, "indus/broker") == before
    assert not shown(session).asked.answer_changed


def test_a_changed_answer_comes_back_today(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 60, Wish("water.river"))
    while isinstance(session.state, Asked):
        names = {"length": "3180", "source-lake": "Mansarovar"}
        given = names.get(session.state.ref.partition("/")[2])
        session.answer((given,) if given else ("Jhelum", "Chenab", "Ravi", "Beas", "Sutlej"), 1)
        session.go_on()
    assert isinstance(session.state, Finished)
    session.end()
    rewrite(desk, 'answer: "3180"', 'answer: "3200"')
    with desk.another() as again:
        session = open_session(again, 60, Wish("water.river"))
        assert asked(session).ref == "indus/length"
        assert asked(session).answer_changed
        session.answer(("3200",), 1)
        memory = memories.get(again.progress, "indus/length")
        assert memory is not None
        assert memory.reviews == 1, "answers to the old key no longer count"


def test_a_renamed_question_keeps_its_progress(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 60)
    go_to(session, "broker")
    session.answer(("The United Nations",), 1)
    session.go_on()
    clock.pass_(days=2)
    rewrite(desk, "- id: broker", "- id: treaty-broker\n    was: [broker]")
    with desk.another() as again:
        session = open_session(again, 60)
        assert asked(session).ref == "indus/treaty-broker"
        assert not asked(session).is_new
        session.answer(("The World Bank",), 1)
        memory = memories.get(again.progress, "indus/treaty-broker")
        assert memory is not None
        assert memory.reviews == 2


def test_a_flag_and_a_parking_follow_a_renamed_question(desk: Desk) -> None:
    for mark in (set_flagged, set_parked):
        with desk.progress.transaction():
            mark(desk, "indus/broker", True)
    rewrite(desk, "- id: broker", "- id: treaty-broker\n    was: [broker]")
    with desk.another() as again:
        assert flagged_refs(again) == parked_refs(again) == {"indus/treaty-broker"}
        assert detail(again, "indus/treaty-broker").flagged
        (row,), _ = browse(again, "flag:yes parked:yes")
        assert row.flagged
        for mark in (set_flagged, set_parked):
            with again.progress.transaction():
                mark(again, "indus/treaty-broker", True)
                mark(again, "indus/treaty-broker", False)
        assert flagged_refs(again) == parked_refs(again) == set()


def test_a_question_that_leaves_in_mid_session_is_passed_over(desk: Desk) -> None:
    session = open_session(desk, 60)
    go_to(session, "eastern-to")
    text = bank(desk).read_text(encoding="utf-8")
    start = text.index("  - id: eastern-to")
    end = text.index("  - id: tributaries")
    bank(desk).write_text(text[:start] + text[end:], encoding="utf-8")
    state = session.reload()
    assert isinstance(state, Asked)
    assert state.ref != "indus/eastern-to"
    assert state.of == 10


def test_a_bank_that_breaks_keeps_its_last_good_questions(desk: Desk) -> None:
    session = open_session(desk, 60)
    ref = asked(session).ref
    bank(desk).write_text("questions: [", encoding="utf-8")
    state = session.reload()
    assert isinstance(state, Asked)
    assert state.ref == ref
    assert isinstance(session.answer(("nonsense",), 1), Shown)
