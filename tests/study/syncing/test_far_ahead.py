"""Changes dated far ahead: refused wherever and in whatever order they come."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import HandClock
from tests.progress.entries import NOON
from tests.progress.files import new_database
from tui.progress import flags, marks
from tui.progress import settings as kept
from tui.progress.columns import moment_text
from tui.progress.database import Database
from tui.progress.fields import Refused
from tui.progress.joining import merging
from tui.progress.joining.elsewhere import Elsewhere, read_elsewhere
from tui.progress.joining.mark_lines import mark_line
from tui.progress.marks import FLAG, LATEST, PARKED, SETTING, Mark, latest
from tui.schedule.grades import grade_for
from tui.study.desk import Desk
from tui.study.syncing.shared import checked_at, held_back, is_taken_in
from tui.study.syncing.sync import sync

EDGE = latest(NOON)
TIMES = st.sampled_from(
    (moment_text(NOON), EDGE, EDGE.replace("000000Z", "000001Z"), "2097-01-01T00:00:00.000000Z")
) | st.just(LATEST)
MARKS = st.one_of(
    st.builds(Mark, st.just(FLAG), st.just("bank/a"), TIMES, st.sampled_from((None, "", "x"))),
    st.builds(Mark, st.just(PARKED), st.just("bank/a"), TIMES, st.sampled_from((None, ""))),
    st.builds(
        Mark,
        st.just(SETTING),
        st.sampled_from(("minutes", "theme")),
        TIMES,
        st.sampled_from((None, "20", "9999")),
    ),
)


def take_in(db: Database, *files: Elsewhere) -> None:
    new = merging.incoming(db, files, lambda mark: is_taken_in(mark, NOON))
    with db.transaction():
        merging.write(db, new, {})


def lines(folder: Path, name: str, found: Sequence[Mark]) -> Elsewhere:
    path = folder / name
    path.write_text("".join(f"{mark_line(mark)}\n" for mark in found) + "\n", encoding="utf-8")
    return read_elsewhere(path, grade_for, check=checked_at(NOON))


def seen(db: Database) -> Elsewhere:
    return read_elsewhere(db.path, grade_for, check=checked_at(NOON))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(MARKS, max_size=3), min_size=3, max_size=3))
def test_no_order_and_no_way_makes_a_difference(of_three: list[list[Mark]]) -> None:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        files = [lines(folder, f"{n}.jsonl", found) for n, found in enumerate(of_three)]
        results = []
        for order in permutations(files):
            db = stack.enter_context(new_database())
            for file in (*order, order[0]):
                take_in(db, file)
            results.append(marks.every(db))
        # By way of a third device, which has what came from the first from the second.
        first, second, third = (stack.enter_context(new_database()) for _ in range(3))
        take_in(first, files[0])
        take_in(second, seen(first), files[1])
        take_in(third, files[2], seen(second))
        take_in(first, seen(third))
        assert marks.every(third) == marks.every(first)
        results.append(marks.every(first))
    assert all(result == results[0] for result in results)
    assert all(mark.at <= EDGE and mark.value != "9999" for mark in results[0])


def test_each_is_told_but_for_what_belongs_to_the_other_device() -> None:
    check = checked_at(NOON)
    for mark, named in (
        (Mark(FLAG, "bank/a", LATEST, None), "the flag of bank/a"),
        (Mark(PARKED, "bank/a", LATEST, ""), "the parking of bank/a"),
        (Mark(SETTING, "minutes", LATEST, "20"), "minutes of a session"),
    ):
        with pytest.raises(Refused, match=f"The change of {named} is dated .*: check the clocks"):
            check(mark)
    with pytest.raises(Refused, match='"9999" can\'t be used as minutes of a session'):
        check(Mark(SETTING, "minutes", EDGE, "9999"))
    check(Mark(SETTING, "theme", LATEST, "nord"))
    check(Mark(FLAG, "bank/a", EDGE, None))


def test_what_is_changed_after_a_merge_stands_on_every_device(
    desk: Desk, clock: HandClock, tmp_path: Path
) -> None:
    """Also where a device sent the latest time that is taken in."""
    shared = tmp_path / "shared"
    shared.mkdir()
    edge = latest(clock.now())
    hostile = [Mark(SETTING, "exam_day", edge, "2055-01-01"), Mark(FLAG, "bank/a", edge, "x")]
    hostile += [Mark(SETTING, "minutes", LATEST, "20")]
    text = "".join(f"{mark_line(mark)}\n" for mark in hostile)
    (shared / "hostile.jsonl").write_text(text, encoding="utf-8")
    synced = sync(desk, shared)
    assert kept.get(desk.progress, "exam_day") == "2055-01-01"
    assert [number for file in synced.merged.files for number, _ in file.refused] == [3]
    with desk.progress.transaction():
        kept.put(desk.progress, "exam_day", None)
        flags.unflag(desk.progress, "bank/a")
    clock.pass_(seconds=1)
    assert sync(desk, shared).merged.marks == ()
    assert kept.get(desk.progress, "exam_day") is None
    (own,) = (path for path in shared.iterdir() if path.name != "hostile.jsonl")
    check = checked_at(clock.now())
    found = read_elsewhere(own, grade_for, check=check)
    assert found.refused == ()
    assert {(mark.name, mark.value) for mark in found.marks} == {
        ("exam_day", None),
        ("bank/a", None),
    }


def test_what_others_would_refuse_is_not_written(desk: Desk, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    with desk.progress.transaction():
        marks.put(desk.progress, Mark(FLAG, "bank/a", LATEST, ""))
        marks.put(desk.progress, Mark(FLAG, "bank/b", moment_text(NOON), ""))
    own = sync(desk, shared).own
    found = read_elsewhere(own, grade_for, check=checked_at(desk.clock.now()))
    assert [mark.name for mark in found.marks] == ["bank/b"]
    assert sync(desk, shared).aside is None


def test_what_was_set_while_the_clock_was_ahead_is_told_and_gives_way(
    desk: Desk, clock: HandClock, tmp_path: Path
) -> None:
    """And this device's own file, which held it, counts as sound."""
    shared = tmp_path / "shared"
    shared.mkdir()
    began = clock.moment
    clock.moment = began.replace(year=2060)
    with desk.progress.transaction():
        kept.put(desk.progress, "exam_day", "2061-02-10")
        flags.flag(desk.progress, "bank/a", "ours")
    own = sync(desk, shared).own
    assert own.read_text(encoding="utf-8").count("2060-") == 2
    clock.moment = began
    synced = sync(desk, shared)
    assert [mark.name for mark in synced.held_back] == ["bank/a", "exam_day"]
    assert (synced.aside, synced.read_in_part, synced.written) == (None, set(), True)
    assert "2060-" not in own.read_text(encoding="utf-8")
    assert kept.get(desk.progress, "exam_day") == "2061-02-10"

    theirs = Mark(SETTING, "exam_day", moment_text(began - timedelta(days=9)), "2027-02-10")
    lines(shared, "other.jsonl", [theirs])
    synced = sync(desk, shared)
    assert synced.merged.marks == (theirs,)
    assert [mark.name for mark in synced.held_back] == ["bank/a"]
    assert kept.get(desk.progress, "exam_day") == "2027-02-10"
    # Nor does it come back once clocks show as much.
    clock.moment = began.replace(year=2061)
    assert sync(desk, shared).merged.marks == ()
    assert kept.get(desk.progress, "exam_day") == "2027-02-10"


def test_what_is_made_again_is_handed_on(desk: Desk, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    with desk.progress.transaction():
        marks.put(desk.progress, Mark(FLAG, "bank/a", LATEST, "ahead"))
        marks.put(desk.progress, Mark(SETTING, "exam_day", LATEST, None))
        marks.put(desk.progress, Mark(SETTING, "minutes", LATEST, "20"))
    assert len(sync(desk, shared).held_back) == 3
    with desk.progress.transaction():
        flags.unflag(desk.progress, "bank/a")
        # The very same as before.
        kept.put(desk.progress, "exam_day", None)
        kept.put(desk.progress, "minutes", "20")
    synced = sync(desk, shared)
    assert synced.held_back == ()
    found = read_elsewhere(synced.own, grade_for, check=checked_at(desk.clock.now())).marks
    assert {(mark.name, mark.value) for mark in found} == {
        ("bank/a", None),
        ("exam_day", None),
        ("minutes", "20"),
    }


def test_an_own_file_that_alone_knows_of_a_change_far_ahead_is_kept(
    desk: Desk, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    own = sync(desk, shared).own
    line = mark_line(Mark(FLAG, "bank/a", LATEST, "lost here"))
    with own.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    aside = sync(desk, shared).aside
    assert aside is not None
    assert line in aside.read_text(encoding="utf-8")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(MARKS, max_size=3), min_size=3, max_size=3))
def test_devices_agree_whatever_a_wrong_clock_left_on_one(of_three: list[list[Mark]]) -> None:
    """On all that any of them may hand on, whoever takes in whom first."""
    with ExitStack() as stack:
        results = []
        for order in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
            devices = [stack.enter_context(new_database()) for _ in of_three]
            for db, found in zip(devices, of_three, strict=True):
                with db.transaction():
                    for mark in sorted(found, key=lambda mark: mark.rank):
                        marks.put(db, mark)
            for number in order * 2:
                take_in(devices[number], *(seen(db) for db in devices))
            handed_on = [[m for m in marks.every(db) if is_taken_in(m, NOON)] for db in devices]
            assert handed_on[0] == handed_on[1] == handed_on[2]
            known = {(mark.what, mark.name) for mark in handed_on[0]}
            for db in devices:
                assert not known & {(mark.what, mark.name) for mark in held_back(db)}
            results.append(handed_on[0])
        assert results[0] == results[1] == results[2]
