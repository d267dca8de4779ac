"""Mutated lines of an exported log: taken in or refused, and studied with. Run it to try more.

python -m tests.fuzz.lines --cases 100000
"""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.fuzz.fence import fenced
from tests.fuzz.handing_on import SLOW_SECONDS, handed_on, looked_at, study_at, taken_in
from tests.fuzz.made_lines import made, seeds
from tests.fuzz.running import TOGETHER, Case, Limited, main
from tui.cli.stats_page import page
from tui.progress import log
from tui.progress.exchange import export_lines, import_lines, read_lines
from tui.progress.joining.elsewhere import HalfCopiedError, read_elsewhere
from tui.schedule.grades import grade_for
from tui.study.changes import forget_looking
from tui.study.desk import Desk
from tui.study.folder import StudyFolder
from tui.study.in_force import replaying
from tui.study.opening import open_session
from tui.study.standing import standings
from tui.study.statistics.gathering import statistics
from tui.study.today import today

STUDIED_EACH = 50
"""After so many lines, what the file holds by then is studied with."""
HELD = TOGETHER
"""Lines after which a new file is begun, so that a case stays short."""


class LineCases:
    """A study folder whose log takes the lines in, renewed now and then."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self._opened: tuple[StudyFolder, Desk] | None = None
        self._joined: Desk | None = None
        self._sent: list[bytes] = []
        self._clock = HandClock()

    def __call__(self, seed: int, number: int) -> float:
        """Takes one line in; after some lines, looks at what the learner would."""
        in_time = Limited()
        content = made(seed, number)
        folder, desk = self._desk(number)
        is_last = number % STUDIED_EACH == STUDIED_EACH - 1
        with fenced(folder.root, folder.cache) as escapes:
            with in_time():
                self._taken_in(desk, content)
            if is_last:
                with in_time():
                    _studied(desk)
        # This opens a copy in the system's temporary folder.
        with in_time():
            _sent_by_another(folder.root / "sent.jsonl", content)
        self._sent.append(content)
        if is_last:
            with in_time():
                _read_from_elsewhere(folder, desk)
            with Limited(SLOW_SECONDS)():
                self._merged()
        assert not escapes, escapes
        return in_time.longest

    def _merged(self) -> None:
        """The lines since the last time, as one file that a device has sent to another."""
        desk = self._joined
        assert desk is not None
        path = self._root / "sent.jsonl"
        path.write_bytes(b"\n".join((seeds()[0].encode(), *self._sent)) + b"\n")
        self._sent.clear()
        assert taken_in(desk, path) is None
        looked_at(desk)
        handed_on(desk, self._root / "shared", self._root / "second", self._clock)

    def _taken_in(self, desk: Desk, content: bytes) -> None:
        db = desk.progress
        before = len(log.ids(db))
        with db.transaction():
            lines = read_lines(io.BytesIO(content).readline)
            found = import_lines(db, lines, grade_for=grade_for, replay=replaying(db))
            forget_looking(db)
        for _, reason in found.refused:
            assert reason.isprintable(), reason
            assert len(reason) < 500, reason
        assert len(log.ids(db)) == before + found.added
        # Once more: it is known.
        with db.transaction():
            lines = read_lines(io.BytesIO(content).readline)
            again = import_lines(db, lines, grade_for=grade_for, replay=replaying(db))
        assert again.added == 0
        assert again.known == found.added + found.known

    def _desk(self, number: int) -> tuple[StudyFolder, Desk]:
        if self._opened is None or number % HELD == 0:
            for open_before in (self._opened[1] if self._opened else None, self._joined):
                if open_before is not None:
                    open_before.close()
            desk = study_at(self._root / "study", self._clock)
            self._opened = desk.folder, desk
            self._joined = study_at(self._root / "joined", self._clock)
            self._sent.clear()
        return self._opened


def _studied(desk: Desk) -> None:
    """What the app and its commands make of the log."""
    for line in page(statistics(desk)):
        assert line.replace("\n", "").isprintable(), ascii(line)
    standings(desk)
    today(desk, 20)
    session = open_session(desk, 20)
    session.end()


def _sent_by_another(path: Path, content: bytes) -> None:
    """Reads the line from a file of another device, behind one that is sound."""
    path.write_bytes(seeds()[0].encode() + b"\n" + content)
    found = read_elsewhere(path, grade_for)
    assert all(reason.isprintable() for _, reason in found.refused), found.refused


def _read_from_elsewhere(folder: StudyFolder, desk: Desk) -> None:
    """The export holds what the file does, whoever reads either."""
    held = {entry.id: entry for entry in log.entries(desk.progress)}
    exported = folder.root / "log.jsonl"
    exported.write_text("".join(f"{line}\n" for line in export_lines(desk.progress)), "utf-8")
    if not held:
        with pytest.raises(HalfCopiedError, match="is empty"):
            read_elsewhere(exported, grade_for)
    for path in (folder.progress, *([exported] if held else [])):
        found = read_elsewhere(path, grade_for)
        assert not found.refused, found.refused
        assert {entry.id: entry for entry in found.entries} == held


def opened(folder: Path) -> Case:
    """Cases with lines, in `folder`."""
    return LineCases(folder)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main(opened))
