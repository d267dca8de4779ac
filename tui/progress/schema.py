"""The versions of progress.db, and the SQL that makes them.

Version  Name of its migration  What it holds
1        version_1              device, log, memories, sessions, steps, variants, flags, settings
2        version_2              practice answers in the log, "counts after all"; parked questions
3        version_3              the time of each change of flags, parking, settings; wordings twice

`PRAGMA user_version` is the version, `PRAGMA application_id` says that the file is ours. A released
version's SQL is never changed: a change is one more version.
"""

from __future__ import annotations

APPLICATION_ID = 0x63737370
"""The letters "cssp"."""

NEWEST = 3
"""The version that this program reads and writes; one more for each migration."""

# INSERT OR REPLACE deletes without asking the trigger against deleting.
NOT_REPLACED = """
    CREATE TRIGGER log_is_not_replaced BEFORE INSERT ON log
    WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id OR number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'the log holds this entry already'); END
    """

LOG_ONLY_GROWS = (
    """
    CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
    """,
    """
    CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
    """,
    NOT_REPLACED,
)

# Times are UTC texts of one width, so that they sort as they follow each other; days are study
# days. Lists are JSON.
VERSION_1 = (
    # Which device this file was made on: one row.
    """
    CREATE TABLE device (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL CHECK (id <> ''),
        made_at TEXT NOT NULL
    ) STRICT
    """,
    # A target may name an entry that another device will bring later: no foreign key.
    """
    CREATE TABLE log (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE CHECK (id <> ''),
        event TEXT NOT NULL CHECK (event IN ('answer', 'amend', 'undo')),
        at TEXT NOT NULL CHECK (length(at) = 27),
        device TEXT NOT NULL,
        question TEXT CHECK (question <> ''),
        day TEXT CHECK (length(day) = 10),
        kind TEXT,
        answer TEXT,
        score REAL CHECK (score BETWEEN 0 AND 1),
        parts TEXT,
        grade INTEGER CHECK (grade BETWEEN 1 AND 4),
        seconds REAL CHECK (seconds >= 0),
        key TEXT,
        target TEXT CHECK (target <> ''),
        how TEXT CHECK (how IN ('right', 'guessed', 'easy')),
        CHECK (event <> 'answer' OR (
            question IS NOT NULL AND day IS NOT NULL AND kind IS NOT NULL AND answer IS NOT NULL
            AND score IS NOT NULL AND parts IS NOT NULL AND grade IS NOT NULL
            AND seconds IS NOT NULL AND key IS NOT NULL AND target IS NULL AND how IS NULL)),
        CHECK (event <> 'amend' OR (
            target IS NOT NULL AND how IS NOT NULL AND score IS NOT NULL AND grade IS NOT NULL)),
        CHECK (event <> 'undo' OR (
            target IS NOT NULL AND how IS NULL AND score IS NULL AND grade IS NULL))
    ) STRICT
    """,
    "CREATE INDEX log_by_question ON log (question, at) WHERE event = 'answer'",
    "CREATE INDEX log_by_target ON log (target, event) WHERE target IS NOT NULL",
    "CREATE INDEX log_by_day ON log (day, seconds) WHERE event = 'answer'",
    "CREATE INDEX log_by_kind ON log (kind, at, seconds) WHERE event = 'answer' AND seconds > 0",
    *LOG_ONLY_GROWS,
    # Derived from the log: may be dropped and made anew at any time.
    """
    CREATE TABLE memories (
        question TEXT PRIMARY KEY,
        stability REAL NOT NULL CHECK (stability > 0),
        difficulty REAL NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
        last_day TEXT NOT NULL,
        due_day TEXT NOT NULL CHECK (due_day > last_day),
        reviews INTEGER NOT NULL CHECK (reviews > 0),
        lapses INTEGER NOT NULL CHECK (lapses BETWEEN 0 AND reviews),
        key TEXT NOT NULL,
        recalled INTEGER NOT NULL CHECK (recalled IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX memories_by_due_day ON memories (due_day)",
    # The queue lies apart: an answer seldom changes it, and it may be long.
    """
    CREATE TABLE sessions (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        day TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        minutes INTEGER NOT NULL,
        title TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place >= 0),
        shown TEXT REFERENCES log (id) DEFERRABLE INITIALLY DEFERRED,
        draft TEXT NOT NULL,
        seconds REAL NOT NULL CHECK (seconds >= 0)
    ) STRICT
    """,
    """
    CREATE TABLE session_queues (
        session TEXT PRIMARY KEY REFERENCES sessions (id),
        queue TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE session_steps (
        session TEXT NOT NULL REFERENCES sessions (id),
        number INTEGER NOT NULL,
        question TEXT NOT NULL,
        review TEXT REFERENCES log (id) DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE variants (
        question TEXT NOT NULL,
        expected TEXT NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        device TEXT NOT NULL,
        amendment TEXT REFERENCES log (id) DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (question, expected, text)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX variants_by_amendment ON variants (amendment) WHERE amendment IS NOT NULL",
    """
    CREATE TABLE flags (
        question TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

# SQLite can't change what a column may hold: the log is copied into a table that has all of it.
# Nothing may be written to the old one meanwhile, and references to it go by its name.
VERSION_2 = (
    """
    CREATE TABLE new_log (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE CHECK (id <> ''),
        event TEXT NOT NULL CHECK (event IN ('answer', 'amend', 'undo')),
        at TEXT NOT NULL CHECK (length(at) = 27),
        device TEXT NOT NULL,
        question TEXT CHECK (question <> ''),
        day TEXT CHECK (length(day) = 10),
        kind TEXT,
        answer TEXT,
        score REAL CHECK (score BETWEEN 0 AND 1),
        parts TEXT,
        grade INTEGER CHECK (grade BETWEEN 1 AND 4),
        seconds REAL CHECK (seconds >= 0),
        key TEXT,
        target TEXT CHECK (target <> ''),
        how TEXT CHECK (how IN ('right', 'guessed', 'easy', 'count')),
        practice INTEGER CHECK (practice IN (0, 1)),
        CHECK (event <> 'answer' OR (
            question IS NOT NULL AND day IS NOT NULL AND kind IS NOT NULL AND answer IS NOT NULL
            AND score IS NOT NULL AND parts IS NOT NULL AND grade IS NOT NULL
            AND seconds IS NOT NULL AND key IS NOT NULL AND practice IS NOT NULL
            AND target IS NULL AND how IS NULL)),
        CHECK (event <> 'amend' OR (
            target IS NOT NULL AND how IS NOT NULL AND score IS NOT NULL AND grade IS NOT NULL)),
        CHECK (event <> 'undo' OR (
            target IS NOT NULL AND how IS NULL AND score IS NULL AND grade IS NULL)),
        CHECK (event = 'answer' OR practice IS NULL)
    ) STRICT
    """,
    """
    INSERT INTO new_log
        (number, id, event, at, device, question, day, kind, answer, score, parts, grade, seconds,
        key, target, how, practice)
    SELECT number, id, event, at, device, question, day, kind, answer, score, parts, grade, seconds,
        key, target, how, CASE event WHEN 'answer' THEN 0 END FROM log ORDER BY number
    """,
    "DROP TABLE log",
    "ALTER TABLE new_log RENAME TO log",
    "CREATE INDEX log_by_question ON log (question, at) WHERE event = 'answer'",
    "CREATE INDEX log_by_target ON log (target, event) WHERE target IS NOT NULL",
    "CREATE INDEX log_by_day ON log (day, seconds) WHERE event = 'answer'",
    # Practice is answered at another pace.
    """
    CREATE INDEX log_by_kind ON log (kind, at, seconds)
    WHERE event = 'answer' AND seconds > 0 AND practice = 0
    """,
    *LOG_ONLY_GROWS,
    """
    CREATE TABLE parked (
        question TEXT PRIMARY KEY,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

# Of a flag, a parking or a setting the newest change stands when two devices come together, taking
# it back being one: so each leaves its time, also where nothing else is left. Settings had none:
# they count as set when the file was made, so that any change from now on is newer.
# A wording may be taught twice, on two devices: taking back the one leaves the other. What taught
# it may still come with another file, so that the log need not hold it.
VERSION_3 = (
    """
    CREATE TABLE changed (
        what TEXT NOT NULL CHECK (what IN ('flag', 'parked', 'setting')),
        name TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (what, name)
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO changed SELECT 'flag', question, at FROM flags",
    "INSERT INTO changed SELECT 'parked', question, at FROM parked",
    "INSERT INTO changed SELECT 'setting', key, made_at FROM settings, device",
    """
    CREATE TABLE new_variants (
        question TEXT NOT NULL,
        expected TEXT NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        device TEXT NOT NULL,
        amendment TEXT
    ) STRICT
    """,
    """
    INSERT INTO new_variants (question, expected, text, at, device, amendment)
    SELECT question, expected, text, at, device, amendment FROM variants
    """,
    "DROP TABLE variants",
    "ALTER TABLE new_variants RENAME TO variants",
    """
    CREATE UNIQUE INDEX variants_once
    ON variants (question, expected, text, ifnull(amendment, ''))
    """,
    "CREATE INDEX variants_by_amendment ON variants (amendment) WHERE amendment IS NOT NULL",
)
