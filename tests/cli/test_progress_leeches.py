from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from tests.app.leeches import leech_session
from tests.cli.run import cssprep
from tests.conftest import HandClock, counted_ids
from tests.progress.entries import review
from tests.progress.files import fill, open_at
from tui.study.desk import open_desk
from tui.study.folder import StudyFolder

LAKE = "indus/source-lake"


def make_leech(folder: StudyFolder) -> None:
    clock = HandClock(datetime.now(UTC) - timedelta(days=1000))
    with open_desk(folder, clock, counted_ids()) as desk:
        leech_session(desk, clock)


def progress(folder: StudyFolder, *arguments: str) -> str:
    done = cssprep("progress", *arguments, folder=folder.root)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_leeches_and_what_has_become_of_them(folder: StudyFolder) -> None:
    make_leech(folder)
    told = progress(folder, "leeches")
    assert told.startswith("Slip again and again")
    assert f"  {LAKE}: a leech since " in told
    rows = json.loads(progress(folder, "leeches", "--json"))
    assert [row["question"] for row in rows["leeches"]] == [LAKE]
    assert (rows["parked"], rows["cured"]) == ([], [])
    (row,) = rows["leeches"]
    assert set(row) == {
        *("question", "prompt", "topic", "since", "cured", "lapses", "right_since"),
        *("missed_since", "parked"),
    }
    assert (row["cured"], row["missed_since"], row["parked"]) == (None, 0, False)


def test_one_miss_is_one(folder: StudyFolder) -> None:
    make_leech(folder)
    with open_at(folder.progress) as db:
        fill(db, [review("R1", LAKE, datetime.now(UTC), score=0.0, key="")])
    assert "right 0, missed once since then" in progress(folder, "leeches")


def test_parked_from_the_plain_session_and_taken_out(folder: StudyFolder) -> None:
    make_leech(folder)
    done = cssprep("study", "--plain", folder=folder.root, given=":park\n:quit\n")
    assert "This one has been missed 4 times in a row. Read its passage first" in done.stdout
    assert "Parked." in done.stdout
    assert progress(folder, "parked").startswith(f"{LAKE}: parked on ")
    assert "Parked, not asked:" in progress(folder, "leeches")
    refused = cssprep("progress", "parked", "--unpark", LAKE, "indus/broker", folder=folder.root)
    assert refused.returncode == 2
    assert "indus/broker is not parked." in refused.stderr
    assert [row["question"] for row in json.loads(progress(folder, "parked", "--json"))] == [LAKE]
    assert progress(folder, "parked", "--unpark", LAKE) == (
        f"{LAKE} is asked again.\nNo question is parked.\n"
    )


def test_help_line_by_line(folder: StudyFolder) -> None:
    make_leech(folder)
    given = "\nLake Mansarovar\n:count\n\n:quit\n"
    said = cssprep("study", "--plain", folder=folder.root, given=given).stdout
    assert "“The Indus rises near Lake Mansarovar in Tibet” and runs for 3,180" in said
    assert "For practice." in said
    assert "The Indus rises near [1] ____ in Tibet" in said
    assert "For practice: in full later in this session." in said
    assert "This answer counts already, or can't." in said


def test_nothing_to_list(folder: StudyFolder) -> None:
    assert cssprep("progress", "leeches", folder=folder.root).returncode == 2
    cssprep("study", "--plain", folder=folder.root)
    assert progress(folder, "leeches") == "No question keeps slipping, and none is parked.\n"
    assert progress(folder, "parked") == "No question is parked.\n"
