"""What comes of files that others sent: merged, looked at as a learner would, and handed on."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from tests.conftest import SAMPLES, HandClock, counted_ids
from tui.banks.check import check_file
from tui.cli.items_page import page as items_page
from tui.cli.plan_page import page as plan_page
from tui.cli.printable import printable
from tui.cli.progress_merge import complaints_of, told
from tui.cli.stats_page import page as stats_page
from tui.cli.weak_page import page as weak_page
from tui.clock import today as day_of
from tui.progress import flags, log, marks, parked, settings, variants
from tui.progress.columns import moment_text
from tui.progress.errors import ProgressError
from tui.progress.joining.elsewhere import read_elsewhere
from tui.progress.marks import Mark
from tui.schedule.grades import grade_for
from tui.study.desk import Desk, open_desk
from tui.study.exam.plan_reading import plan_reports
from tui.study.exam_day import exam_day
from tui.study.folder import StudyFolder
from tui.study.items.analysis import analysed
from tui.study.items.learners import learners
from tui.study.minutes import planned_minutes
from tui.study.opening import open_session
from tui.study.prospect import winnable
from tui.study.standing import standings
from tui.study.statistics.gathering import statistics
from tui.study.syncing.merge import merge
from tui.study.syncing.shared import is_shared
from tui.study.syncing.sync import Synced, sync
from tui.study.today import today, today_line
from tui.study.topics import topic_standings

SLOW_SECONDS = 6.0
"""Of a processor, for what takes a while: a plan of five years, and two rounds of syncing."""
PLAN_REPORTS = 3


def study_at(root: Path, clock: HandClock) -> Desk:
    """The desk of a new study folder at `root`, in the place of what was there."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SAMPLES, root)
    folder = StudyFolder(root, root / "question_banks", root / "progress.db", root / "cache")
    return open_desk(folder, clock, counted_ids())


def taken_in(desk: Desk, path: Path) -> str | None:
    """Merges the file; None where it was, else the sentence that says why not."""
    try:
        found = read_elsewhere(path, grade_for, log.ids(desk.progress), desk.clock.zone())
    except ProgressError as error:
        assert_printable([str(error)])
        return str(error)
    merged = merge(desk, [found])
    assert_printable(reason for _, reason in found.refused)
    assert_printable(map(printable, (*complaints_of(found), *told(merged))))
    assert merge(desk, [found]).answers == 0
    return None


def looked_at(desk: Desk) -> None:
    """All that commands say of the progress."""
    assert_printable(_told(desk))
    open_session(desk, 20).end()


def _told(desk: Desk) -> Iterator[str]:
    minutes = planned_minutes(desk)
    found = standings(desk)
    report = topic_standings(desk, found)
    yield today_line(today(desk, minutes))
    yield from weak_page(report, minutes, winnable(found, minutes * 60), exam_day(desk))
    yield from stats_page(statistics(desk))
    for plan in islice(plan_reports(desk), PLAN_REPORTS):
        yield from plan_page(plan)
    people = learners([read_elsewhere(desk.folder.progress, grade_for)])
    for path in desk.folder.banks.glob("*.yaml"):
        bank = check_file(path, day_of(desk.clock)).bank
        assert bank is not None
        yield from items_page(analysed(bank, people), files=1, people=len(people))


def changed_here(desk: Desk) -> None:
    """The learner takes back or sets anew what a device with another clock has changed."""
    now = moment_text(desk.clock.now())
    db = desk.progress
    with db.transaction():
        for mark in marks.every(db):
            if mark.at <= now:
                continue
            match mark.what, mark.value:
                case "flag", None:
                    flags.flag(db, mark.name)
                case "flag", _:
                    flags.unflag(db, mark.name)
                case "parked", None:
                    parked.park(db, mark.name)
                case "parked", _:
                    parked.unpark(db, [mark.name])
                case _:
                    settings.put(db, mark.name, None)


def handed_on(desk: Desk, shared: Path, other: Path, clock: HandClock) -> None:
    """A second device, with a new folder at `other`, takes all of it in and refuses nothing."""
    changed_here(desk)
    shutil.rmtree(shared, ignore_errors=True)
    shared.mkdir()
    assert_whole(sync(desk, shared))
    second = study_at(other, clock)
    try:
        with second.progress.transaction():
            # Both count their ids up, and a device has one of its own.
            second.progress.write("UPDATE device SET id = 'second'")
    finally:
        second.close()
    second = open_desk(second.folder, clock, counted_ids())
    try:
        assert_whole(sync(second, shared))
        assert set(log.entries(second.progress)) == set(log.entries(desk.progress))
        assert shared_marks(second) == shared_marks(desk)
        assert set(variants.taught(second.progress)) == set(variants.taught(desk.progress))
        assert_whole(sync(desk, shared))
    finally:
        second.close()


def assert_whole(synced: Synced) -> None:
    """Nothing of the folder was refused, or left for later."""
    assert not synced.unread, synced.unread
    for file in synced.merged.files:
        assert not file.refused, file.refused
        assert not file.missing


def shared_marks(desk: Desk) -> list[Mark]:
    """What goes from one device to another."""
    return [mark for mark in marks.every(desk.progress) if is_shared(mark)]


def assert_printable(lines: Iterable[str]) -> None:
    """No terminal obeys them, and nobody has to read a page of them."""
    for line in lines:
        assert line.replace("\n", "").isprintable(), ascii(line[:500])
        assert len(line) < 2_000, line[:200]
