from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.banks.sample import BANK, write
from tests.progress.entries import NOON, logs, review, undo
from tests.progress.files import fill
from tui.clock import FixedClock
from tui.log import Entry
from tui.study.desk import Desk, open_desk
from tui.study.folder import BANKS, StudyFolder
from tui.study.statistics.kept import Stopped, derived
from tui.study.statistics.kept_file import kept_path

PAKISTAN = timezone(timedelta(hours=5))


@contextmanager
def desk_in(
    folder: Path, cache: str = "cache", zone: tzinfo = UTC, progress: str = "progress.db"
) -> Iterator[Desk]:
    (folder / BANKS).mkdir(exist_ok=True)
    study = StudyFolder(folder, folder / BANKS, folder / progress, folder / cache)
    numbers = itertools.count()
    with open_desk(study, FixedClock(NOON, zone), lambda: f"d{next(numbers)}") as desk:
        yield desk


def afresh(desk: Desk) -> object:
    """What the log gives where nothing was kept."""
    folder = desk.folder
    path = kept_path(folder.cache, desk.progress.path)
    if not path.exists():  # nothing is kept of an empty log
        return derived(desk)
    aside = path.with_suffix(".aside")
    path.rename(aside)
    found = derived(desk)
    aside.replace(path)
    return found


@settings(deadline=None, max_examples=40)
@given(logs(max_size=30), st.lists(st.integers(0, 30), max_size=3), st.booleans())
def test_bringing_it_up_to_date_gives_what_deriving_all_gives(
    entries: list[Entry], cuts: list[int], other_zone: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place, start = Path(folder), 0
        with desk_in(place) as desk:
            for cut in (*sorted(cuts), len(entries)):
                fill(desk.progress, entries[start:cut])
                start = max(start, cut)
                derived(desk)
        with desk_in(place, zone=ZoneInfo("Europe/London") if other_zone else UTC) as desk:
            found = derived(desk)
            assert found is not None
            assert found == afresh(desk)


def test_nothing_is_derived_where_too_much_is_new(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk.progress, [review("R1"), review("R2", at=NOON + timedelta(minutes=1))])
        assert derived(desk, most=1) is None
        assert derived(desk, most=2) is not None
        fill(desk.progress, [undo("U1", "R1")])
        assert derived(desk, most=0) is None
        found = derived(desk, most=1)
        assert found is not None
        assert sum(hour.answers for hour in found[0].hours) == 1
        assert derived(desk, most=0) is not None


def test_what_is_given_up_half_way_keeps_nothing(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        names = ("a/one", "a/two", "a/three")
        fill(desk.progress, [review(f"R{n}", question=name) for n, name in enumerate(names)])
        asked = iter([False, True])
        with pytest.raises(Stopped):
            derived(desk, stop=lambda: next(asked))
        assert derived(desk, most=2) is None
        assert derived(desk) == afresh(desk)


def test_an_answer_that_was_taken_back_leaves_no_trace(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        empty = derived(desk)
        fill(desk.progress, [review("R1"), review("R2", at=NOON + timedelta(days=3))])
        assert derived(desk) != empty
        fill(desk.progress, [undo("U1", "R1"), undo("U2", "R2")])
        found = derived(desk)
        assert found is not None
        assert found == empty


def test_the_hours_follow_the_zone(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk.progress, [review("R1")])
        found = derived(desk)
        assert found is not None
        assert found[0].hours[12].answers == 1
    with desk_in(tmp_path, zone=PAKISTAN) as desk:
        found = derived(desk)
        assert found is not None
        assert found[0].hours[17].answers == 1
        assert found == afresh(desk)


@pytest.mark.parametrize("broken", [b"", b"no database at all" * 100])
def test_a_broken_file_is_made_anew(tmp_path: Path, broken: bytes) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk.progress, [review("R1")])
        before = derived(desk)
        kept_path(desk.folder.cache, desk.progress.path).write_bytes(broken)
        assert derived(desk) == before
        assert derived(desk, most=0) == before


def test_without_a_cache_folder_all_is_derived(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with desk_in(tmp_path, cache="file/cache") as desk:
        fill(desk.progress, [review("R1")])
        found = derived(desk)
        assert found is not None
        assert sum(hour.answers for hour in found[0].hours) == 1


def test_another_log_in_the_same_place_is_not_mixed_up(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        fill(desk.progress, [review("R1"), review("R2", question="bank/b")])
        derived(desk)
    for file in tmp_path.glob("progress.db*"):
        file.unlink()
    with desk_in(tmp_path) as desk:
        fill(desk.progress, [review("R1"), review("R3"), review("R4")])
        found = derived(desk)
        assert found is not None
        assert sum(hour.answers for hour in found[0].hours) == 3
        assert found == afresh(desk)


def test_answers_under_an_earlier_name_are_the_questions_own(tmp_path: Path) -> None:
    two = [
        review("R1", question="sample/old", at=NOON),
        review("R2", question="sample/valley", at=NOON + timedelta(days=5)),
    ]
    write(tmp_path / BANKS, BANK)
    with desk_in(tmp_path) as desk:
        fill(desk.progress, [*two])
        found = derived(desk)
        assert found is not None
        assert found[0].ages == {}
    write(tmp_path / BANKS, BANK.replace("  - id: valley\n", "  - id: valley\n    was: [old]\n"))
    with desk_in(tmp_path) as desk:
        found = derived(desk)
        assert found is not None
        assert list(found[0].ages) == [5]
        fill(desk.progress, [review("R3", question="sample/old", at=NOON + timedelta(days=7))])
        found = derived(desk)
        assert found is not None
        assert sorted(found[0].ages) == [2, 5]
        assert found == afresh(desk)
