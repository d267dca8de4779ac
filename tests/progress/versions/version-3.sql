BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'cssprep','version_1','2026-11-22 19:24:30.969317+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'cssprep','version_2','2026-11-22 23:02:15.178832+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'cssprep','version_3','2026-11-23 02:42:29.912563+00:00');
CREATE TABLE changed (
        what TEXT NOT NULL CHECK (what IN ('flag', 'parked', 'setting')),
        name TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (what, name)
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "changed" VALUES('flag','bank/b','2025-11-22T12:00:00.123456Z');
INSERT INTO "changed" VALUES('flag','bank/d','2025-11-22T12:00:00.123457Z');
INSERT INTO "changed" VALUES('parked','bank/c','2025-11-22T12:00:00.123456Z');
INSERT INTO "changed" VALUES('setting','minutes','2025-11-22T12:00:00.123456Z');
CREATE TABLE device (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL CHECK (id <> ''),
        made_at TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "device" VALUES(1,'N0000000000000000000000001','2025-11-22T12:00:00.123456Z');
CREATE TABLE flags (
        question TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "flags" VALUES('bank/b','2025-11-22T12:00:00.123456Z','');
CREATE TABLE "log" (
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
    ;
INSERT INTO "log" VALUES(1,'R1','answer','2025-11-22T12:00:00.123456Z','D','bank/a','2025-11-22','short','["Ahmad Masood"]',0.0,'[["Ahmad Massoud","Ahmad Masood","right"]]',1,7.5,'k1',NULL,NULL,0);
INSERT INTO "log" VALUES(2,'A1','amend','2025-11-22T12:01:00.123456Z','D',NULL,NULL,NULL,NULL,1.0,NULL,3,NULL,NULL,'R1','right',NULL);
INSERT INTO "log" VALUES(3,'R2','answer','2025-11-22T12:02:00.123456Z','D','bank/b','2025-11-22','short','["Ahmad Masood"]',1.0,'[["Ahmad Massoud","Ahmad Masood","right"]]',3,7.5,'k1',NULL,NULL,0);
INSERT INTO "log" VALUES(4,'U1','undo','2025-11-22T12:03:00.123456Z','D',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'R2',NULL,NULL);
INSERT INTO "log" VALUES(5,'P1','answer','2025-11-22T12:04:00.123456Z','D','bank/a','2025-11-22','short','["Ahmad Masood"]',0.0,'[["Ahmad Massoud","Ahmad Masood","right"]]',1,7.5,'k1',NULL,NULL,1);
INSERT INTO "log" VALUES(6,'C1','amend','2025-11-22T12:05:00.123456Z','D',NULL,NULL,NULL,NULL,0.0,NULL,1,NULL,NULL,'P1','count',NULL);
INSERT INTO "log" VALUES(7,'P2','answer','2025-11-22T12:06:00.123456Z','D','bank/a','2025-11-22','short','["Ahmad Masood"]',0.0,'[["Ahmad Massoud","Ahmad Masood","right"]]',1,7.5,'k1',NULL,NULL,1);
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
    ;
INSERT INTO "memories" VALUES('bank/a',7.75083982855898412367e-01,7.39450274127971773907e+00,'2025-11-22','2025-11-23',2,1,'k1',1);
CREATE TABLE parked (
        question TEXT PRIMARY KEY,
        at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "parked" VALUES('bank/c','2025-11-22T12:00:00.123456Z');
CREATE TABLE session_queues (
        session TEXT PRIMARY KEY REFERENCES sessions (id),
        queue TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "session_queues" VALUES('S1','["bank/a","bank/b"]');
CREATE TABLE session_steps (
        session TEXT NOT NULL REFERENCES sessions (id),
        number INTEGER NOT NULL,
        question TEXT NOT NULL,
        review TEXT REFERENCES log (id) DEFERRABLE INITIALLY DEFERRED,
        PRIMARY KEY (session, number)
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "session_steps" VALUES('S1',1,'bank/a','R1');
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
    ;
INSERT INTO "sessions" VALUES(1,'S1','2025-11-22','2025-11-22T12:00:00.123456Z',NULL,20,'Daily session',1,NULL,'["Ahm"]',7.5);
CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "settings" VALUES('minutes','20');
CREATE TABLE "variants" (
        question TEXT NOT NULL,
        expected TEXT NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        device TEXT NOT NULL,
        amendment TEXT
    ) STRICT
    ;
INSERT INTO "variants" VALUES('bank/a','Ahmad Massoud','Ahmad Masood','2025-11-22T12:00:00.123456Z','N0000000000000000000000001','A1');
INSERT INTO "variants" VALUES('bank/a','Ahmad Massoud','Ahmad Masood','2025-11-22T12:00:00.123456Z','N0000000000000000000000001','A9');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX memories_by_due_day ON memories (due_day);
CREATE INDEX log_by_question ON log (question, at) WHERE event = 'answer';
CREATE INDEX log_by_target ON log (target, event) WHERE target IS NOT NULL;
CREATE INDEX log_by_day ON log (day, seconds) WHERE event = 'answer';
CREATE INDEX log_by_kind ON log (kind, at, seconds)
    WHERE event = 'answer' AND seconds > 0 AND practice = 0
    ;
CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_is_not_replaced BEFORE INSERT ON log
    WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id OR number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'the log holds this entry already'); END;
CREATE UNIQUE INDEX variants_once
    ON variants (question, expected, text, ifnull(amendment, ''))
    ;
CREATE INDEX variants_by_amendment ON variants (amendment) WHERE amendment IS NOT NULL;
COMMIT;
PRAGMA application_id = 1668510576;
PRAGMA user_version = 3;
