"""Databases that somebody sends: opened safely, or refused in a sentence, by whichever way."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.fuzz.fence import fenced
from tests.progress.entries import review
from tests.progress.files import contents, fill, open_at
from tui.cli.main import main
from tui.progress import log
from tui.progress.errors import ProgressError
from tui.progress.joining.elsewhere import read_elsewhere
from tui.progress.schema import APPLICATION_ID, NEWEST
from tui.schedule.grades import grade_for


def sound(path: Path) -> None:
    """A log of two answers, in one file."""
    with open_at(path) as db:
        fill(db, [review("R1"), review("R2")])


def run(path: Path, *statements: str) -> None:
    """Changes the file as only somebody who means harm would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


def marked(path: Path) -> None:
    """The mark of our files, without any of their tables."""
    run(path, f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {NEWEST}")


def edit_schema(path: Path, change: str) -> None:
    """Writes into the table that holds the schema, past all checks."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute(f"UPDATE sqlite_schema SET {change}")


def another_program(path: Path) -> None:
    run(path, "CREATE TABLE bookmarks (url TEXT)", "CREATE TABLE log (id, line)")


def marked_as_ours(path: Path) -> None:
    another_program(path)
    marked(path)


def log_is_a_view(path: Path) -> None:
    sound(path)
    run(
        path,
        "PRAGMA foreign_keys = OFF",
        "CREATE TABLE kept AS SELECT * FROM log",
        "DROP TRIGGER log_is_not_cut",
        "DROP TABLE log",
        "CREATE VIEW log AS SELECT * FROM kept",
    )


def log_is_endless(path: Path) -> None:
    sound(path)
    run(path, "PRAGMA foreign_keys = OFF", "DROP TRIGGER log_is_not_cut", "DROP TABLE log")
    run(
        path,
        "CREATE VIEW log AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
        " SELECT x AS number, 'i' || x AS id, 'undo' AS event, 'a' AS at, 'd' AS device,"
        " NULL AS question, NULL AS day, NULL AS kind, NULL AS answer, NULL AS score,"
        " NULL AS parts,"
        " NULL AS grade, NULL AS seconds, NULL AS key, 't' AS target, NULL AS how,"
        " NULL AS practice FROM n",
    )


def log_is_virtual(path: Path) -> None:
    sound(path)
    run(path, "PRAGMA foreign_keys = OFF", "DROP TRIGGER log_is_not_cut", "DROP TABLE log")
    run(path, "CREATE VIRTUAL TABLE log USING fts5(id, event, at, device)")


def another_module(path: Path) -> None:
    sound(path)
    run(path, "CREATE TABLE bait (x)")
    edit_schema(path, "sql = 'CREATE VIRTUAL TABLE bait USING nothing(x)' WHERE name = 'bait'")


def loads_an_extension(path: Path) -> None:
    sound(path)
    run(
        path,
        "CREATE TRIGGER bait AFTER INSERT ON log BEGIN SELECT load_extension('/tmp/evil'); END",
    )


def schema_is_no_sql(path: Path) -> None:
    sound(path)
    edit_schema(path, "sql = 'DROP TABLE everything' WHERE name = 'log'")


def types_are_wrong(path: Path) -> None:
    sound(path)
    run(path, "CREATE TABLE other (id, event, at)", "DROP TRIGGER log_is_not_changed")
    edit_schema(path, "sql = replace(sql, 'STRICT', '') WHERE name = 'log'")
    run(path, "PRAGMA ignore_check_constraints = ON", "UPDATE log SET at = x'00ff', score = 'x'")


def text_is_no_utf8(path: Path) -> None:
    sound(path)
    run(path, "DROP TRIGGER log_is_not_changed")
    run(path, "UPDATE log SET question = CAST(x'c328ff' AS TEXT)")


def text_is_huge(path: Path) -> None:
    sound(path)
    run(path, "DROP TRIGGER log_is_not_changed")
    run(path, "UPDATE log SET answer = '[' || replace(hex(zeroblob(3000000)), '0', '[')")


def page_size_is_wrong(path: Path) -> None:
    sound(path)
    found = bytearray(path.read_bytes())
    found[16:18] = (3).to_bytes(2, "big")
    path.write_bytes(found)


def columns_are_gone(path: Path) -> None:
    sound(path)
    run(path, "DROP TABLE variants", "CREATE TABLE variants (question ANY) STRICT")


def size_is_wrong(path: Path) -> None:
    sound(path)
    found = bytearray(path.read_bytes())
    found[28:32] = b"\xff\xff\xff\xff"
    path.write_bytes(found)


def zeros(path: Path) -> None:
    path.write_bytes(bytes(8192))


def only_a_header(path: Path) -> None:
    sound(path)
    path.write_bytes(path.read_bytes()[:100])


def without_changes(path: Path) -> None:
    sound(path)
    run(path, "DROP TABLE changed")


def without_flags(path: Path) -> None:
    sound(path)
    run(path, "DROP TABLE flags")


def without_sessions(path: Path) -> None:
    sound(path)
    run(path, "PRAGMA foreign_keys = OFF", "DROP TABLE sessions")


def says_an_older_version(path: Path) -> None:
    sound(path)
    run(path, f"PRAGMA user_version = {NEWEST - 1}")


def version_below_zero(path: Path) -> None:
    sound(path)
    run(path, "PRAGMA user_version = -1")


REFUSED = (another_program, marked_as_ours, schema_is_no_sql, page_size_is_wrong, zeros,
           only_a_header, version_below_zero, log_is_virtual, log_is_a_view,
           log_is_endless, loads_an_extension, another_module, without_changes, without_flags,
           without_sessions, says_an_older_version)  # fmt: skip
"""Neither the app nor another command goes on with these."""
ALL = (*REFUSED, types_are_wrong, text_is_no_utf8, text_is_huge, size_is_wrong, columns_are_gone)

Damage = Callable[[Path], None]


def said_when_opened(path: Path) -> str:
    try:
        with open_at(path) as db:
            return f"opened, {len(list(log.entries(db)))} entries"
    except ProgressError as error:
        return str(error)


def said_elsewhere(path: Path) -> str:
    try:
        return f"read, {len(read_elsewhere(path, grade_for).entries)} entries"
    except ProgressError as error:
        return str(error)


@pytest.mark.parametrize("damage", REFUSED)
@pytest.mark.parametrize("said", [said_when_opened, said_elsewhere])
def test_is_refused_and_left_as_it_was(
    damage: Damage, said: Callable[[Path], str], tmp_path: Path
) -> None:
    path = tmp_path / "progress.db"
    damage(path)
    before = path.read_bytes()
    sentence = said(path)
    assert str(path) in sentence
    assert "\n" not in sentence
    assert not sentence.startswith(("opened", "read"))
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", ALL)
def test_is_read_safely_from_elsewhere(damage: Damage, tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    damage(path)
    before = contents(tmp_path)
    sentence = said_elsewhere(path)
    assert sentence.isprintable()
    assert contents(tmp_path) == before


@pytest.mark.parametrize("damage", ALL)
@pytest.mark.parametrize("command", ["stats", "today"])
def test_commands_say_it_in_a_sentence(
    damage: Damage, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = tmp_path / "study"
    (study / "question_banks").mkdir(parents=True)
    damage(study / "progress.db")
    code = main(["--folder", str(study), command])
    said = capsys.readouterr().err
    assert code in (0, 2)
    assert code == 0 or re.fullmatch(r"cssprep: [^\n]+\n", said)


def test_a_database_attached_by_its_schema_is_not_opened(tmp_path: Path) -> None:
    """A view can name another schema, but no file: attaching takes a statement of its own."""
    path, other = tmp_path / "progress.db", tmp_path / "other.db"
    sound(path)
    sound(other)
    run(path, "CREATE TEMP TABLE x (y)", f"ATTACH '{other}' AS theirs")
    study = tmp_path / "study"
    study.mkdir()
    run(path, "CREATE TRIGGER bait AFTER INSERT ON flags BEGIN SELECT 1; END")
    edit_schema(path, "sql = replace(sql, 'SELECT 1', 'DELETE FROM theirs.log')")
    before = other.read_bytes()
    said_when_opened(path)
    said_elsewhere(path)
    assert other.read_bytes() == before


def test_nothing_else_is_opened_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    loads_an_extension(path)
    with fenced(tmp_path) as escapes:
        said_when_opened(path)
    assert escapes == []
