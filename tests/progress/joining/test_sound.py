from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.progress.hostile import Value, altered, put, sound
from tui.progress.errors import ProgressError
from tui.progress.fields import LONGEST_LINE, MOST_SECONDS
from tui.progress.joining.elsewhere import Elsewhere, read_elsewhere
from tui.progress.lines import to_line
from tui.progress.marks import LATEST
from tui.schedule.grades import grade_for

LONG = "x" * (LONGEST_LINE + 1)


def read(path: Path, table: str, column: str, value: Value) -> Elsewhere:
    sound(path)
    altered(path, put(table, column, value))
    return read_elsewhere(path, grade_for)


def test_what_is_sound_is_read(path: Path) -> None:
    found = read(path, "settings", "value", "25")
    assert not found.refused
    assert (len(found.entries), len(found.marks), len(found.taught)) == (4, 3, 1)


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("log", "id", b"R1", "`id` must be a text."),
        ("log", "id", "", "`id` is empty."),
        ("log", "id", "x" * 201, "longer than 200"),
        ("log", "device", b"D", "`device` must be a text."),
        ("log", "key", 7, "`key` must be a text."),
        ("log", "kind", None, "`kind` must be a text."),
        ("log", "question", "bank/\x1b[2J", "can't be shown"),
        ("log", "question", "", "`question` is empty."),
        ("log", "at", "2025-11-22T12:00:00.123456", "does not say its time zone"),
        ("log", "at", "1970-01-01T00:00:00+14:00", "from 1970 to 2099"),
        ("log", "at", "9999-12-31T23:00:00-14:00", "from 1970 to 2099"),
        ("log", "day", "2025-11-29", "more than two days away"),
        ("log", "score", 1.5, "`score` must be from 0 to 1."),
        ("log", "seconds", MOST_SECONDS + 1, "`seconds` must be from 0 to 604,800."),
        ("log", "seconds", float("inf"), "`seconds` must be from 0 to 604,800."),
        ("log", "seconds", -1, "`seconds` must be from 0 to 604,800."),
        ("log", "answer", '[1, {"a": 2}, null]', "must be lists of texts"),
        ("log", "answer", "[[]]", "must be lists of texts"),
        ("log", "parts", '[[1, null, {"a": 1}]]', "must be lists of texts"),
        ("log", "answer", json.dumps([LONG]), "longer than 1,000,000 characters"),
        ("log", "answer", json.dumps([""] * 400_000), "longer than 1,000,000 characters"),
        ("log", "parts", json.dumps([["a", "b", LONG]]), "longer than 1,000,000 characters"),
        ("flags", "note", LONG, "longer than 1,000,000 characters"),
        ("settings", "value", LONG, "longer than 1,000,000 characters"),
        ("settings", "value", 5, "`value` must be a text"),
        ("changed", "what", "wish", 'not "wish"'),
        ("changed", "name", "", "is empty"),
        ("changed", "at", "2025-11-22T12:00:00", "does not say its time zone"),
        ("changed", "at", 5, "must be a time"),
        ("changed", "at", "2099-01-01T00:00:00Z", f"in a year up to {LATEST[:4]}"),
        ("variants", "expected", LONG, "longer than 1,000,000 characters"),
        ("variants", "question", "\x07", "can't be shown"),
        ("variants", "text", None, "`text` is null."),
        ("variants", "amendment", 7, "`amendment` must be a text"),
    ],
)
def test_a_row_that_no_line_could_be_is_left_out(
    table: str, column: str, value: Value, said: str, path: Path
) -> None:
    found = read(path, table, column, value)
    ((_, reason),) = found.refused
    assert said in reason
    assert reason.isprintable()
    assert len(found.entries) + len(found.marks) + len(found.taught) == 7


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("log", "event", "wish"),
        ("log", "at", None),
        ("log", "at", b"\xff"),
        ("log", "day", 5),
        ("log", "answer", '{"a": 1}'),
        ("log", "answer", "[" * 100_000),
        ("log", "parts", "[[1, 2]]"),
        ("log", "score", "x"),
        ("log", "score", None),
        ("log", "grade", 9),
        ("log", "seconds", b"7"),
        ("flags", "note", b"\xff"),
        ("changed", "name", b"\xff"),
        ("settings", "value", b"\xff"),
        ("variants", "expected", b"\xff"),
    ],
)
def test_a_value_that_our_tables_never_take(
    table: str, column: str, value: Value, path: Path
) -> None:
    with pytest.raises(ProgressError, match="is damaged"):
        read(path, table, column, value)


def test_an_answer_of_many_characters_is_taken_in_as_long_as_its_line_is(path: Path) -> None:
    found = read(path, "log", "answer", json.dumps(["é" * 900_000], ensure_ascii=False))
    assert not found.refused
    assert max(len(to_line(entry)) for entry in found.entries) > 900_000
    path.unlink()
    # With half a character in it all others are escaped.
    escaped = read(path, "log", "answer", '["' + "é" * 900_000 + r'\ud800"]')
    assert "longer than 1,000,000 characters" in escaped.refused[0][1]
