"""The laws of a merge: the same in any order and any number of times, and as if one saw all."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.progress.entries import MOMENTS, NOON, QUESTIONS, TEXTS, amendment, logs, review, undo
from tests.progress.files import fill, new_database
from tui.clock import study_day
from tui.log import Amendment, Entry, Review
from tui.progress import flags, log, marks, memories, parked, variants
from tui.progress import settings as progress_settings
from tui.progress.columns import moment_text
from tui.progress.database import Database
from tui.progress.joining import merging
from tui.progress.joining.elsewhere import Elsewhere, read_elsewhere
from tui.progress.lines import to_line
from tui.progress.marks import FLAG, PARKED, SETTING, Mark
from tui.progress.variants import Taught
from tui.schedule.fsrs6 import replay
from tui.schedule.grades import grade_for

EXAMPLES = settings(max_examples=25, deadline=None)
SOUND = TEXTS.filter(lambda text: "\ud800" not in text and "\0" not in text)


@dataclass(frozen=True)
class Device:
    """What one device has come to know."""

    entries: list[Entry]
    marks: list[Mark]
    taught: list[Taught]


@st.composite
def skewed(draw: st.DrawFn) -> list[Entry]:
    """A log whose devices go by clocks that are up to ten days apart."""
    skew = {"D": timedelta(0), "E": timedelta(days=draw(st.integers(-10, 10))), "": timedelta(1)}
    moved: list[Entry] = []
    for entry in draw(logs()):
        at = entry.at + skew[entry.device]
        if isinstance(entry, Review):
            moved.append(replace(entry, at=at, day=study_day(at, UTC)))
        else:
            moved.append(replace(entry, at=at))
    return moved


@st.composite
def some_marks(draw: st.DrawFn) -> Mark:
    what = draw(st.sampled_from((FLAG, PARKED, SETTING)))
    name = draw(st.sampled_from(QUESTIONS[:2]))
    value = draw(st.none() | (st.just("") if what == PARKED else SOUND))
    return Mark(what, name, moment_text(draw(MOMENTS)), value)


@st.composite
def devices(draw: st.DrawFn, count: int = 3) -> list[Device]:
    """Devices that know parts of one history, any entry being known to one of them or more."""
    entries = draw(skewed())
    said = [entry.id for entry in entries if isinstance(entry, Amendment)]
    wordings = st.builds(
        Taught,
        question=st.sampled_from(QUESTIONS[:2]),
        expected=st.just("a"),
        text=st.sampled_from(("b", "c")),
        at=st.builds(moment_text, MOMENTS),
        device=st.sampled_from("DE"),
        amendment=st.sampled_from([*said, "absent", None]),
    )
    some = st.integers(1, 2**count - 1)
    known = [(entry, draw(some)) for entry in entries]
    marked = [(mark, draw(some)) for mark in draw(st.lists(some_marks(), max_size=6))]
    taught = [(one, draw(some)) for one in draw(st.lists(wordings, max_size=4))]
    return [
        Device(
            [entry for entry, where in known if where >> number & 1],
            [mark for mark, where in marked if where >> number & 1],
            [one for one, where in taught if where >> number & 1],
        )
        for number in range(count)
    ]


def take_in(db: Database, files: Sequence[Elsewhere]) -> merging.Incoming:
    new = merging.incoming(db, files, lambda mark: True)
    derived = merging.derive(db, new.entries, replay)
    with db.transaction():
        merging.write(db, new, derived)
    return new


def made(stack: ExitStack, *of: Device) -> Database:
    """A database of a device that has seen all of `of`, with its memories as the app keeps them."""
    db = stack.enter_context(new_database())
    for device in of:
        take_in(
            db,
            [
                Elsewhere(
                    db.path,
                    tuple(device.entries),
                    marks=tuple(device.marks),
                    taught=tuple(device.taught),
                )
            ],
        )
    return db


def content(db: Database) -> tuple[object, ...]:
    """All that a merge is about, in an order of its own."""
    return (
        [to_line(entry) for entry in log.entries(db)],
        marks.every(db),
        sorted(map(repr, variants.taught(db))),
        memories.every(db),
        flags.flagged(db),
        parked.parked(db),
        progress_settings.every(db),
    )


def seen(db: Database) -> Elsewhere:
    return read_elsewhere(db.path, grade_for)


@EXAMPLES
@given(devices(2))
def test_whichever_takes_in_the_other(both: list[Device]) -> None:
    with ExitStack() as stack:
        one, two = (made(stack, device) for device in both)
        first, second = seen(one), seen(two)
        take_in(one, [second])
        take_in(two, [first])
        assert content(one) == content(two)


@EXAMPLES
@given(devices())
def test_by_whatever_way_it_came(three: list[Device]) -> None:
    with ExitStack() as stack:
        one, two, third = (made(stack, device) for device in three)
        far, near = made(stack, three[0]), made(stack, three[1])
        take_in(one, [seen(two)])
        take_in(one, [seen(third)])
        take_in(near, [seen(third)])
        take_in(far, [seen(near)])
        assert content(one) == content(far)
        at_once = made(stack, three[2])
        take_in(at_once, [seen(two), seen(made(stack, three[0]))])
        assert content(at_once) == content(one)


@EXAMPLES
@given(devices(2))
def test_again_adds_nothing(both: list[Device]) -> None:
    with ExitStack() as stack:
        one, two = (made(stack, device) for device in both)
        before = content(one)
        assert not take_in(one, [seen(one)])
        assert content(one) == before
        take_in(one, [seen(two)])
        after = content(one)
        assert not take_in(one, [seen(two), seen(two)])
        assert content(one) == after


@EXAMPLES
@given(devices())
def test_memories_are_those_of_one_device_that_saw_all(three: list[Device]) -> None:
    with ExitStack() as stack:
        one, two, third = (made(stack, device) for device in three)
        take_in(one, [seen(two), seen(third)])
        alone = stack.enter_context(new_database())
        fill(alone, list({e.id: e for device in three for e in device.entries}.values()))
        with alone.transaction():
            memories.rebuild(alone, replay)
        assert memories.every(one) == memories.every(alone)
        assert {e.id: e for e in log.entries(one)} == {e.id: e for e in log.entries(alone)}


def test_only_what_is_touched_is_derived(db: Database) -> None:
    fill(db, [review("R1", "bank/a"), review("R2", "bank/b"), amendment("A1", "R2")])
    assert set(merging.derive(db, [review("R3", "bank/a")], replay)) == {"bank/a"}
    assert set(merging.derive(db, [undo("U1", "A1")], replay)) == {"bank/b"}
    assert merging.derive(db, [undo("U1", "R2")], replay) == {"bank/b": None}
    assert merging.derive(db, [undo("U1", "absent")], replay) == {}
    assert set(merging.derive(db, [], replay, every=True)) == {"bank/a", "bank/b"}


def test_answers_under_an_earlier_name_belong_to_the_present_one(db: Database) -> None:
    old = review("R1", "bank/old", at=NOON - timedelta(days=9))
    fill(db, [old])
    new = [review("R2", "bank/new"), review("R3", "bank/older", at=NOON - timedelta(days=20))]
    found = merging.derive(db, new, replay, lambda name: "bank/new")
    assert found == {"bank/new": replay([new[1], old, new[0]])}


def test_both_answered_the_same_question_on_one_day(db: Database) -> None:
    here, there = review("R1", score=0.0), review("R2", at=NOON + timedelta(hours=1))
    fill(db, [there])
    take_in(db, [Elsewhere(db.path, (here,))])
    assert memories.get(db, "bank/a") == replay([here, there])


def test_an_answer_taken_back_here_stays_taken_back(db: Database) -> None:
    there: list[Entry] = [review("R1"), amendment("A1", "R1")]
    taught = Taught("bank/a", "x", "y", moment_text(NOON), "E", "A1")
    fill(db, [*there, undo("U1", "R1")])
    file = Elsewhere(db.path, tuple(there), taught=(taught,))
    assert not take_in(db, [file])
    assert memories.every(db) == {}
    assert variants.every(db) == []


def test_a_wording_goes_with_the_answer_that_taught_it(db: Database) -> None:
    fill(db, [review("R1"), amendment("A1", "R1")])
    with db.transaction():
        variants.join(db, [Taught("bank/a", "x", "y", moment_text(NOON), "D", "A1")])
    assert len(variants.every(db)) == 1
    take_in(db, [Elsewhere(db.path, (undo("U1", "R1"),))])
    assert variants.every(db) == []


def test_the_newest_change_stands_and_what_is_said_then_is_newer_still(db: Database) -> None:
    ahead = moment_text(NOON + timedelta(days=400))
    with db.transaction():
        flags.flag(db, "bank/a", "mine")
    take_in(db, [Elsewhere(db.path, (), marks=(Mark(FLAG, "bank/a", ahead, None),))])
    assert flags.flagged(db) == {}
    with db.transaction():
        # The clock here is behind, and yet this was said knowing of that.
        flags.flag(db, "bank/a", "again")
    (mark,) = [mark for mark in marks.every(db) if mark.what == FLAG]
    assert (mark.value, mark.at > ahead) == ("again", True)
    assert not take_in(db, [Elsewhere(db.path, (), marks=(Mark(FLAG, "bank/a", ahead, None),))])


def test_a_line_and_a_row_of_one_entry_are_the_same_one(db: Database) -> None:
    entry = review("R1")
    fill(db, [entry])
    assert not merging.incoming(db, [Elsewhere(db.path, (replace(entry, seconds=1.0),))], bool)


def test_of_two_entries_of_one_id_the_same_is_taken_in_any_order(db: Database) -> None:
    one, two = review("R1", score=0.0), review("R1", score=1.0)
    files = [Elsewhere(db.path, (one,)), Elsewhere(db.path, (two,))]
    found = merging.incoming(db, files, bool)
    assert found == merging.incoming(db, files[::-1], bool)
    assert [isinstance(entry, Review) for entry in found.entries] == [True]
