from __future__ import annotations

import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.progress.entries import amendment, logs, review, undo
from tests.progress.files import fill, new_database
from tui.log import Entry
from tui.progress import log, memories
from tui.progress.database import Database
from tui.progress.exchange import ImportReport, export_lines, import_lines, read_lines
from tui.progress.fields import LONGEST_LINE
from tui.progress.lines import to_line
from tui.schedule.fsrs6 import replay
from tui.schedule.grades import grade_for

EXAMPLES = settings(max_examples=60, deadline=None)
LEAST = '{"question": "bank/a", "at": "2025-11-22T12:00:00Z", "score": 1}'


def take_in(db: Database, lines: Iterable[str]) -> ImportReport:
    with db.transaction():
        return import_lines(db, lines, grade_for=grade_for, replay=replay)


@EXAMPLES
@given(logs())
def test_what_is_exported_comes_in_as_it_was(entries: list[Entry]) -> None:
    with new_database() as db, new_database() as other:
        fill(db, entries)
        with db.transaction():
            memories.rebuild(db, replay)
        lines = list(export_lines(db))
        assert take_in(other, lines) == ImportReport(len(entries), 0, ())
        assert list(export_lines(other)) == lines
        assert memories.every(other) == memories.every(db)
        assert take_in(other, lines) == ImportReport(0, len(entries), ())
        assert list(export_lines(other)) == lines


@EXAMPLES
@given(logs(), st.data())
def test_two_devices_end_with_the_same_whatever_comes_first(
    entries: list[Entry], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(entries)))
    with new_database() as db, new_database() as other:
        for device, own in ((db, entries[:cut]), (other, entries[cut:])):
            fill(device, own)
            with device.transaction():
                memories.rebuild(device, replay)
        ours, theirs = list(export_lines(db)), list(export_lines(other))
        take_in(db, theirs)
        take_in(other, ours)
        assert sorted(export_lines(db)) == sorted(ours + theirs)
        assert list(export_lines(db)) == list(export_lines(other))
        derived = memories.every(db)
        assert memories.every(other) == derived
        with db.transaction():
            memories.rebuild(db, replay)
        assert memories.every(db) == derived


def test_good_lines_come_in_beside_those_refused(db: Database) -> None:
    lines = [
        "\ufeff" + LEAST,
        "",
        "not JSON",
        LEAST,
        '{"question": "bank/a", "score": 1}',
        to_line(review("R1", "bank/b")) + "\r\n",
        "   \n",
    ]
    report = take_in(db, lines)
    assert (report.added, report.known) == (2, 1)
    assert [number for number, _ in report.refused] == [3, 5]
    assert report.refused[1][1] == "`at` is missing."
    assert set(memories.every(db)) == {"bank/a", "bank/b"}


def test_what_is_there_already_stays_as_it_is(db: Database) -> None:
    fill(db, [review("R1", score=0.0)])
    assert take_in(db, [to_line(review("R1", score=1.0))]) == ImportReport(0, 1, ())
    assert [r.score for r in log.reviews_of(db, ["bank/a"])] == [0.0]


def test_what_was_said_counts_once_the_answer_comes(db: Database) -> None:
    assert take_in(db, [to_line(amendment("A1", "R1"))]).added == 1
    assert memories.every(db) == {}
    take_in(db, [to_line(review("R1", score=0.0))])
    assert memories.get(db, "bank/a") == replay([review("R1")])
    take_in(db, [to_line(undo("U1", "A1"))])
    assert memories.get(db, "bank/a") == replay([review("R1", score=0.0)])
    take_in(db, [to_line(undo("U2", "R1"))])
    assert memories.get(db, "bank/a") is None


def test_an_answer_under_an_earlier_name_moves_the_present_question(db: Database) -> None:
    fill(db, [review("R1", "bank/new")])
    with db.transaction():
        import_lines(
            db,
            [to_line(review("R0", "bank/old", at=datetime(2025, 11, 1, 12, tzinfo=UTC)))],
            grade_for=grade_for,
            replay=replay,
            canonical=lambda question: question.replace("old", "new"),
        )
    assert set(memories.every(db)) == {"bank/new"}


def test_lines_of_bytes_are_read_one_by_one() -> None:
    long = b'"' + b"x" * (5 * LONGEST_LINE) + b'"'
    source = io.BytesIO(b"one\r\n" + long + b"\n\nthr\xe9e\n" + "vier ü".encode())
    lines = list(read_lines(source.readline))
    assert [line for line in lines if len(line) < 100] == [
        "one\r\n",
        "\n",
        "thr\udce9e\n",
        "vier ü",
    ]
    assert LONGEST_LINE < len(lines[1]) < len(long)


def test_a_line_of_just_the_limit_does_not_swallow_the_next() -> None:
    limit = 4 * LONGEST_LINE + 4
    lines = read_lines(io.BytesIO(b"x" * (limit - 1) + b"\n" + b"next\n").readline)
    assert [len(line) for line in lines] == [limit, 5]


def test_a_cut_line_is_refused_once(db: Database) -> None:
    source = io.BytesIO(b"x" * (12 * LONGEST_LINE) + b"\n" + LEAST.encode())
    report = take_in(db, read_lines(source.readline))
    assert report.added == 1
    assert [number for number, _ in report.refused] == [1]


def test_answers_from_elsewhere_start_a_memory_that_any_key_fits(db: Database) -> None:
    take_in(db, [json.dumps({**json.loads(LEAST), "score": 0.5})])
    memory = memories.get(db, "bank/a")
    assert memory is not None
    assert memory.counts_for("k1")
    assert (memory.reviews, memory.recalled) == (1, False)
