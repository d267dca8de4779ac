"""Mutated lines of an exported log: taken in or refused, and studied with. Run it to try more.

python -m tests.fuzz.lines --cases 100000
"""

from __future__ import annotations

import io
import json
import shutil
import sys
from contextlib import suppress
from datetime import UTC
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.conftest import MORNING, SAMPLES, HandClock, counted_ids
from tests.fuzz.fence import fenced
from tests.fuzz.running import TOGETHER, Case, Limited, main
from tests.fuzz.texts import AS_BYTES, AS_LINES, mutated
from tests.fuzz.trees import mutate_tree, other_value
from tests.independent.made import made as made_log
from tests.progress.entries import amendment, review, undo
from tui.cli.stats_page import page
from tui.log import Entry
from tui.progress import log
from tui.progress.columns import moment_text
from tui.progress.elsewhere import read_elsewhere
from tui.progress.exchange import export_lines, import_lines, read_lines
from tui.progress.lines import to_line
from tui.progress.mark_lines import mark_line, wording_line
from tui.progress.marks import FLAG, PARKED, SETTING, Mark
from tui.progress.variants import Taught
from tui.schedule.grades import grade_for
from tui.study.changes import forget_looking
from tui.study.desk import Desk, open_desk
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
FIELDS = (
    "id", "question", "at", "day", "kind", "answer", "score", "parts", "grade", "seconds", "device",
    "key", "practice", "event", "target", "how",
)  # fmt: skip
AT = moment_text(MORNING)
MOMENTS = (
    "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2099-12-31T23:59:59.999999Z",
    "0001-01-01T00:00Z",
    "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2025-11-22T18:36:00",
    "2025-11-22T18:36:00+99:00", "20251122T183600Z", "2025-11-22", "2025-02-30T00:00:00Z",
    "2026-11-02T24:00:00Z", "2100-01-01T00:00:00+14:00", "1970-01-01T00:00:00+14:00", "٢٠٢٥-11-22",
)  # fmt: skip


@cache
def seeds() -> tuple[str, ...]:
    """The lines of a log of some weeks as it is exported, and of each sort of entry."""
    entries: list[Entry] = [review("R1"), amendment("A1", "R1"), review("R2"), undo("U1", "R2")]
    entries += made_log(3, MORNING, UTC, days=20, a_day=10)
    marks = [Mark(FLAG, "bank/a", AT, "why"), Mark(PARKED, "bank/a", AT, None)]
    marks.append(Mark(SETTING, "minutes", AT, "20"))
    taught = Taught("bank/a", "right", "also right", AT, "device", "A1")
    return (*map(to_line, entries), *map(mark_line, marks), wording_line(taught))


def made(seed: int, number: int) -> bytes:
    """The line of a case, or what is left of it."""
    chance = Random(f"line {seed} {number}")
    line = chance.choice(seeds())
    way = chance.randrange(5)
    if way == 0:
        return mutated(chance, line.encode(), AS_BYTES)
    if way == 1:
        return mutated(chance, line.encode(), AS_LINES)
    fields: dict[str, Any] = json.loads(line)
    if way == 2:
        fields[chance.choice(FIELDS)] = other_value(chance)
    elif way == 3:
        fields[chance.choice(("at", "day"))] = chance.choice(MOMENTS)
        fields["seconds"] = chance.choice((0, 1e308, 1e15, 5e-324, 86_400, 10**300, 1e-9, -0.0))
        fields["score"] = chance.choice((0, 1, 5e-324, 0.9999999999999999, 0.5, -0.0, True))
        fields["grade"] = chance.choice((1, 2, 3, 4, 4.0, "1", 5))
        fields["id"] = f"{chance.getrandbits(60)}"
    else:
        for _ in range(chance.choice((1, 2, 4))):
            mutate_tree(chance, fields, FIELDS)
    return _written(chance, fields)


def _written(chance: Random, fields: dict[str, Any]) -> bytes:
    sys.set_int_max_str_digits(0)
    try:
        text = json.dumps(fields, ensure_ascii=chance.random() < 0.5)
    finally:
        sys.set_int_max_str_digits(sys.int_info.default_max_str_digits)
    if chance.random() < 0.1:
        # A name twice, which no writer of JSON makes.
        text = text[:-1] + f', "{chance.choice(FIELDS)}": {chance.choice(("1", "null", text))}}}'
    if chance.random() < 0.05:
        deep = chance.choice((100, 2_000, 200_000))
        text = text[:-1] + f', "deep": {"[" * deep}{"]" * deep}}}'
    return text.encode("utf-8", "surrogatepass")


class LineCases:
    """A study folder whose log takes the lines in, renewed now and then."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self._opened: tuple[StudyFolder, Desk] | None = None
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
        if is_last:
            with in_time():
                _read_from_elsewhere(folder, desk)
        assert not escapes, escapes
        return in_time.longest

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
            if self._opened is not None:
                self._opened[1].close()
            root = self._root / "study"
            shutil.rmtree(root, ignore_errors=True)
            shutil.copytree(SAMPLES, root)
            folder = StudyFolder(
                root, root / "question_banks", root / "progress.db", root / "cache"
            )
            self._opened = folder, open_desk(folder, self._clock, counted_ids())
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
    for path in (folder.progress, exported):
        found = read_elsewhere(path, grade_for)
        assert not found.refused, found.refused
        assert {entry.id: entry for entry in found.entries} == held


def opened(folder: Path) -> Case:
    """Cases with lines, in `folder`."""
    return LineCases(folder)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main(opened))
