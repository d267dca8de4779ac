from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.progress.entries import NOON, amendment, review
from tests.progress.files import contents, counted, fill, killed_when_ready, open_at
from tui.clock import FixedClock
from tui.kinds.verdict import Variant
from tui.progress import flags, log, memories, parked, sessions, settings, variants
from tui.progress.copies.backup import is_sound
from tui.progress.database import open_database
from tui.progress.errors import ProgressError
from tui.progress.migrations import MIGRATIONS, Migration, upgrade
from tui.progress.schema import APPLICATION_ID, NEWEST
from tui.schedule.fsrs6 import replay

if TYPE_CHECKING:
    import sqlite_utils

VERSIONS = Path(__file__).parent / "versions"

KILLED_WHILE_UPGRADED = """
import sys, time
from pathlib import Path
from tests.progress.test_migrations import add_moods, upgraded

def slow(database):
    add_moods(database)
    print("ready", flush=True)
    time.sleep(60)

upgraded(Path(sys.argv[1]), slow)
"""


def add_moods(database: sqlite_utils.Database) -> None:
    database.execute("ALTER TABLE flags ADD COLUMN mood TEXT")
    database.execute("UPDATE flags SET mood = 'calm'")


def upgraded(path: Path, *later: Migration) -> None:
    """Upgrades the file as a later release would whose migrations are `later`."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        upgrade(connection, path, lambda: ("D", "now"), (*MIGRATIONS, *later))


def made(path: Path) -> Path:
    """A file of today's version with an answer and a flag in it."""
    with open_at(path) as db:
        fill(db, [review("R1")])
        with db.transaction():
            flags.flag(db, "bank/a")
    return path


def value(path: Path, sql: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(sql).fetchone()
        return found and found[0]


def from_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((VERSIONS / f"version-{version}.sql").read_text())


def schema(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            (name, " ".join(sql.split()))
            for name, sql in connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE sql > ''"
            )
        }


def test_each_version_has_its_migration_and_a_sample_of_its_files() -> None:
    assert [migration.__name__ for migration in MIGRATIONS] == [
        f"version_{number}" for number in range(1, NEWEST + 1)
    ]
    samples = {file.name for file in VERSIONS.iterdir()}
    assert samples == {f"version-{number}.sql" for number in range(1, NEWEST + 1)}


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_files_of_every_version_open_with_all_they_hold(path: Path, version: int) -> None:
    from_version(path, version)
    with open_at(path) as db:
        later = ["P1", "C1", "P2"] if version >= 2 else []
        assert [entry.id for entry in log.entries(db)] == ["R1", "A1", "R2", "U1", *later]
        right_after_all = log.reviews_of(db, ["bank/a"])
        assert [(r.score, r.practice) for r in right_after_all] == [
            (1.0, False),
            *[(0.0, False), (0.0, True)][: len(later)],
        ]
        assert memories.every(db) == {"bank/a": replay(right_after_all)}
        row = sessions.latest(db)
        assert row is not None
        assert (row.started_at, row.queue, row.draft) == (NOON, ("bank/a", "bank/b"), ("Ahm",))
        assert sessions.steps(db, row.id) == [sessions.Step("bank/a", "R1")]
        assert variants.learned(db, ["bank/a"]) == (Variant("Ahmad Massoud", "Ahmad Masood"),)
        assert list(flags.flagged(db)) == ["bank/b"]
        assert parked.parked(db) == ({"bank/c": NOON} if version >= 2 else {})
        assert settings.get(db, "minutes") == "20"
        fill(db, [review("R3"), amendment("A2", "R3")])


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_upgraded_files_are_like_new_ones(tmp_path: Path, version: int) -> None:
    from_version(tmp_path / "old.db", version)
    open_at(tmp_path / "old.db").close()
    open_at(tmp_path / "new.db").close()
    assert schema(tmp_path / "old.db") == schema(tmp_path / "new.db")


def test_a_new_file_needs_no_backup(path: Path) -> None:
    open_at(path).close()
    assert set(contents(path.parent)) == {path.name}


def test_a_file_is_backed_up_before_it_is_upgraded(path: Path) -> None:
    made(path)
    upgraded(path, add_moods)
    backup = path.with_name(f"progress-before-{NEWEST + 1}.db")
    assert set(contents(path.parent)) == {path.name, backup.name}
    assert value(path, "SELECT mood FROM flags") == "calm"
    assert value(path, "PRAGMA user_version") == NEWEST + 1
    assert value(path, "PRAGMA application_id") == APPLICATION_ID
    with open_at(backup) as db:
        assert [entry.id for entry in log.entries(db)] == ["R1"]


def test_it_is_told_how_far_an_upgrade_is(path: Path) -> None:
    from_version(path, 1)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            """
            WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more LIMIT 6000)
            INSERT INTO log (id, event, at, device, question, day, kind, answer, score, parts,
                grade, seconds, key)
            SELECT 'M' || n, 'answer', at, device, question, day, kind, answer, score, parts,
                grade, seconds, key FROM log, more WHERE id = 'R1'
            """
        )
    told: list[tuple[str, float]] = []
    open_database(path, FixedClock(NOON), counted(), lambda *said: told.append(said)).close()
    assert [doing for doing, _ in groupby(told, itemgetter(0))] == ["Backing up", "Upgrading"]
    for doing in ("Backing up", "Upgrading"):
        shares = [share for said, share in told if said == doing]
        assert shares == sorted(shares)
        assert 0 < shares[-1] <= 1


def test_an_upgraded_file_is_not_upgraded_again(path: Path) -> None:
    made(path)
    upgraded(path, add_moods)
    path.with_name(f"progress-before-{NEWEST + 1}.db").unlink()
    upgraded(path, add_moods)
    assert set(contents(path.parent)) == {path.name}


def test_this_version_refuses_what_a_later_one_has_upgraded(path: Path) -> None:
    made(path)
    upgraded(path, add_moods)
    before = contents(path.parent)
    with pytest.raises(ProgressError, match="newer"):
        open_at(path)
    assert contents(path.parent) == before


def test_an_older_program_can_tell_even_while_the_file_is_in_use(path: Path) -> None:
    with open_at(made(path)):
        upgraded(path, add_moods)
        assert int.from_bytes(path.read_bytes()[60:64], "big") == NEWEST + 1


def test_a_migration_that_fails_takes_the_others_with_it(path: Path) -> None:
    def fails(database: sqlite_utils.Database) -> None:
        database.execute("DROP TABLE flags")
        raise ArithmeticError

    made(path)
    with pytest.raises(ArithmeticError):
        upgraded(path, add_moods, fails)
    with open_at(path) as db:
        assert list(flags.flagged(db)) == ["bank/a"]
        assert "mood" not in {
            name for (name,) in db.rows("SELECT name FROM pragma_table_info('flags')")
        }


def test_a_migration_that_breaks_a_reference_is_not_kept(path: Path) -> None:
    def breaks(database: sqlite_utils.Database) -> None:
        database.execute("INSERT INTO session_queues VALUES ('no-such-session', '[]')")

    made(path)
    with pytest.raises(ProgressError, match="damaged"):
        upgraded(path, breaks)
    assert value(path, "SELECT count(*) FROM session_queues") == 0


def test_a_kill_in_mid_upgrade_leaves_the_old_version(path: Path) -> None:
    killed_when_ready(KILLED_WHILE_UPGRADED, made(path))
    assert is_sound(path.with_name(f"progress-before-{NEWEST + 1}.db"))
    with open_at(path) as db:
        assert list(flags.flagged(db)) == ["bank/a"]
    assert value(path, "PRAGMA user_version") == NEWEST


def test_a_damaged_file_is_not_upgraded(path: Path) -> None:
    with open_at(path) as db:
        fill(db, [review(f"R{n}") for n in range(300)])
    content = bytearray(path.read_bytes())
    content[-3 * 4096 : -4096] = b"\xff" * (2 * 4096)
    path.write_bytes(content)
    with pytest.raises(ProgressError, match="damaged"):
        upgraded(path, add_moods)
    assert path.read_bytes() == content
    assert not list(path.parent.glob("progress-before*"))


def test_a_backup_that_has_no_place_stops_the_upgrade(path: Path) -> None:
    made(path)
    path.with_name(f"progress-before-{NEWEST + 1}.db").mkdir()
    with pytest.raises(ProgressError, match="can't be written"):
        upgraded(path, add_moods)
    assert value(path, "PRAGMA user_version") == NEWEST
