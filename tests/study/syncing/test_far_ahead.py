"""Changes dated far ahead: refused wherever and in whatever order they come."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
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
from tui.study.syncing.shared import checked_at, is_taken_in
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
