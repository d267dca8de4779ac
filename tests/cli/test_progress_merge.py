from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.progress.entries import NOON, amendment, review, undo
from tests.progress.files import contents, fill, open_at
from tests.progress.test_migrations import from_version
from tui.kinds.verdict import Variant
from tui.log import Entry
from tui.progress import flags, log, memories, parked, settings, variants
from tui.progress.lines import to_line
from tui.schedule.fsrs6 import replay


def device(folder: Path, *entries: Entry) -> Path:
    """The study folder of a device that has logged `entries`."""
    (folder / "question_banks").mkdir(parents=True)
    with open_at(folder / "progress.db") as db:
        fill(db, list(entries))
        with db.transaction():
            memories.rebuild(db, replay)
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return device(tmp_path / "here", review("R1", score=0.0), review("R2", "bank/b"))


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """It had R2 as well, and took it back; it answered bank/a on the same day."""
    late = review("R3", at=NOON + timedelta(hours=2))
    return device(tmp_path / "there", review("R2", "bank/b"), undo("U1", "R2"), late)


def known(root: Path) -> tuple[list[Entry], object]:
    with open_at(root / "progress.db") as db:
        return list(log.entries(db)), memories.every(db)


def test_both_end_with_the_same(here: Path, there: Path) -> None:
    untouched = contents(there)
    done = cssprep("progress", "merge", str(there / "progress.db"), folder=here)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 new here, 1 known already." in done.stdout
    assert "Added: 1 answer, 1 taken back." in done.stdout
    assert contents(there) == untouched
    cssprep("progress", "merge", str(here / "progress.db"), folder=there)
    assert known(here) == known(there)
    both = [review("R1", score=0.0), review("R3", at=NOON + timedelta(hours=2))]
    assert known(here)[1] == {"bank/a": replay(both)}


def test_once_more_changes_nothing_and_needs_no_backup(here: Path, there: Path) -> None:
    other = str(there / "progress.db")
    done = cssprep("progress", "merge", other, "--json", folder=here)
    backup = Path(json.loads(done.stdout)["backup"])
    with open_at(backup) as db:
        assert [entry.id for entry in log.entries(db)] == ["R1", "R2"]
    before = known(here)
    done = cssprep("progress", "merge", other, "--json", folder=here)
    found = json.loads(done.stdout)
    assert (done.returncode, found["answers"], found["backup"]) == (0, 0, None)
    assert known(here) == before


def test_a_dry_run_says_it_and_changes_nothing(here: Path, there: Path) -> None:
    before = known(here)
    done = cssprep("progress", "merge", str(there / "progress.db"), "--dry-run", folder=here)
    assert "Would add: 1 answer, 1 taken back." in done.stdout
    assert "nothing was changed" in done.stdout
    assert known(here) == before
    assert not (here / "progress_backups").exists()


def test_flags_parkings_and_the_plan_go_by_the_newest_change(here: Path, there: Path) -> None:
    with open_at(there / "progress.db") as db, db.transaction():
        flags.flag(db, "bank/a")
        parked.park(db, "bank/b")
        settings.put(db, "exam_day", "2027-02-10")
        settings.put(db, "theme", "nord")
    done = cssprep("progress", "merge", str(there / "progress.db"), folder=here)
    assert "Newer there: bank/a is flagged." in done.stdout
    assert "Newer there: exam day: 10 Feb 2027." in done.stdout
    with open_at(here / "progress.db") as db:
        assert list(flags.flagged(db)) == ["bank/a"]
        assert list(parked.parked(db)) == ["bank/b"]
        assert settings.get(db, "exam_day") == "2027-02-10"
        assert settings.get(db, "theme") is None
        with db.transaction():
            flags.unflag(db, "bank/a")
            settings.put(db, "exam_day", None)
    done = cssprep("progress", "merge", str(there / "progress.db"), folder=here)
    assert "Newer there" not in done.stdout
    cssprep("progress", "merge", str(here / "progress.db"), folder=there)
    with open_at(there / "progress.db") as db:
        assert flags.flagged(db) == {}
        assert settings.get(db, "exam_day") is None


def test_a_refused_line_is_named_and_the_rest_comes_in(here: Path, tmp_path: Path) -> None:
    file = tmp_path / "stick.jsonl"
    good = '{"question": "bank/c", "at": "2025-11-22T12:00:00Z", "score": 1}'
    file.write_text(f"{good}\nnonsense\n<<<<<<< HEAD\n", encoding="utf-8")
    done = cssprep("progress", "merge", str(file), folder=here)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"{file}:2: Not JSON: Expecting value at column 1.",
        f"{file}:3: Git left the mark of a conflict here.",
    ]
    assert "Added: 1 answer." in done.stdout


def test_a_damaged_file_lets_nothing_in(here: Path, there: Path) -> None:
    broken = there / "broken.db"
    broken.write_bytes((there / "progress.db").read_bytes()[:5000])
    before = known(here)
    done = cssprep("progress", "merge", str(there), folder=here)
    assert (done.returncode, done.stdout) == (2, "")
    assert str(broken) in done.stderr
    assert done.stderr.count("\n") == 1
    assert known(here) == before


def test_a_row_that_no_line_could_hold_is_refused(here: Path, tmp_path: Path) -> None:
    odd = device(tmp_path / "odd", review("R8", "bank/\u202eb"), review("R9", "bank/c"))
    done = cssprep("progress", "merge", str(odd / "progress.db"), folder=here)
    assert done.returncode == 1
    assert "progress.db:1: `question` holds a character that can't be shown" in done.stderr
    assert "Added: 1 answer." in done.stdout


@pytest.mark.parametrize("version", [1, 2, 3])
def test_files_of_every_version_are_taken_in(here: Path, tmp_path: Path, version: int) -> None:
    file = tmp_path / "old.db"
    from_version(file, version)
    before = file.read_bytes()
    done = cssprep("progress", "merge", str(file), "--json", folder=here)
    assert done.returncode == 0
    assert json.loads(done.stdout)["wordings"] == 1
    assert file.read_bytes() == before
    with open_at(here / "progress.db") as db:
        assert settings.get(db, "minutes") == "20"
        assert list(flags.flagged(db)) == ["bank/b"]


def test_a_clock_that_is_ahead_is_told(here: Path, tmp_path: Path) -> None:
    ahead = device(tmp_path / "ahead", review("R7", at=NOON.replace(year=2090)))
    done = cssprep("progress", "merge", str(ahead / "progress.db"), folder=here)
    assert "22 November 2090" in done.stdout
    assert "check the clocks" in done.stdout


def test_what_was_said_elsewhere_counts_here(here: Path, tmp_path: Path) -> None:
    other = device(tmp_path / "other", review("R1", score=0.0), amendment("A1", "R1"))
    cssprep("progress", "merge", str(other / "progress.db"), folder=here)
    assert known(here)[1] == {"bank/a": replay([review("R1")]), "bank/b": replay([review("R2")])}


def test_ones_own_progress_is_no_other_device(here: Path) -> None:
    for named in (here / "progress.db", here):
        done = cssprep("progress", "merge", str(named), folder=here)
        assert (done.returncode, done.stdout) == (2, "")
        assert "your own progress.db" in done.stderr


def test_a_dry_run_makes_no_progress(there: Path, tmp_path: Path) -> None:
    (tmp_path / "new" / "question_banks").mkdir(parents=True)
    other = str(there / "progress.db")
    done = cssprep("progress", "merge", other, "--dry-run", folder=tmp_path / "new")
    assert done.returncode == 0
    assert "Would add: 2 answers, 1 taken back." in done.stdout
    assert not (tmp_path / "new" / "progress.db").exists()


def test_another_devices_damage_is_not_ones_own(here: Path, there: Path) -> None:
    other = there / "progress.db"
    content = other.read_bytes()
    other.write_bytes(content[:8192] + b"\xff" * (len(content) - 8192))
    done = cssprep("progress", "merge", str(other), folder=here)
    assert done.returncode == 2
    assert f"{other} is damaged. Copy it anew" in done.stderr


def test_an_undo_that_was_imported_unlearns_what_its_answer_taught(here: Path) -> None:
    teaching = amendment("A1", "R1")
    with open_at(here / "progress.db") as db:
        fill(db, [teaching])
        with db.transaction():
            variants.remember(db, "bank/a", Variant("Ahmad Massoud", "Ahmed"), "A1")
    taken_back = to_line(undo("U1", "A1")) + "\n"
    done = cssprep("progress", "import", "-", folder=here, given=taken_back)
    assert done.stdout == "1 added, 0 known already, 0 refused.\n"
    with open_at(here / "progress.db") as db:
        assert variants.every(db) == []


def test_what_was_left_of_a_wording_goes_with_the_next_merge(here: Path, there: Path) -> None:
    with open_at(here / "progress.db") as db:
        fill(db, [amendment("A1", "R1"), undo("U9", "A1")])
        with db.transaction():
            variants.remember(db, "bank/a", Variant("Ahmad Massoud", "Ahmed"), "A1")
    export = there / "known.jsonl"
    cssprep("progress", "export", str(export), folder=here)
    assert cssprep("progress", "merge", str(export), folder=here).returncode == 0
    with open_at(here / "progress.db") as db:
        assert variants.every(db) == []


def test_an_import_is_backed_up_before(here: Path) -> None:
    line = to_line(review("R9")) + "\n"
    cssprep("progress", "import", "-", folder=here, given=line)
    (backup,) = (here / "progress_backups").glob("*-import.db")
    with open_at(backup) as db:
        assert [entry.id for entry in log.entries(db)] == ["R1", "R2"]


def test_lines_of_a_synced_file_are_merged_not_imported(here: Path) -> None:
    line = '{"event":"flag","question":"bank/a","at":"2025-11-22T12:00:00Z","note":""}\n'
    done = cssprep("progress", "import", "-", folder=here, given=line)
    assert done.returncode == 2
    assert "take it in with cssprep progress merge" in done.stderr


def test_nothing_is_backed_up_where_nothing_was(tmp_path: Path, there: Path) -> None:
    """It would be the newest backup, and the first to be put back."""
    new = device(tmp_path / "new")
    done = cssprep("progress", "merge", str(there / "progress.db"), "--json", folder=new)
    assert json.loads(done.stdout)["backup"] is None
    assert not (new / "progress_backups").exists()


def test_a_plan_without_an_answer_is_backed_up(tmp_path: Path, there: Path) -> None:
    new = device(tmp_path / "new")
    with open_at(new / "progress.db") as db, db.transaction():
        settings.put(db, "exam_day", "2027-02-10")
    done = cssprep("progress", "merge", str(there / "progress.db"), "--json", folder=new)
    with open_at(Path(json.loads(done.stdout)["backup"])) as db:
        assert settings.get(db, "exam_day") == "2027-02-10"


def test_a_file_of_which_nothing_was_copied(here: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    empty = tmp_path / "stick" / "progress.db"
    empty.touch()
    done = cssprep("progress", "merge", str(empty), folder=here)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"cssprep: {empty} is empty. Copy it anew.\n"


def test_what_is_piped_in_is_not_read_by_halves(here: Path) -> None:
    """To look at what it is and then to read it are two openings."""
    lines = "".join(to_line(review(f"X{number}")) + "\n" for number in range(500))
    done = cssprep("progress", "merge", "/dev/stdin", folder=here, given=lines)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("cssprep: /dev/stdin is no file. Save what comes from it")


def test_what_macos_leaves_beside_each_file_is_passed_over(here: Path, there: Path) -> None:
    (there / "._progress.db").write_bytes(b"\0\5\x16\7Mac OS X")
    done = cssprep("progress", "merge", str(there), folder=here)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Added: 1 answer, 1 taken back." in done.stdout


def test_of_many_refused_lines_the_first_are_printed(here: Path, tmp_path: Path) -> None:
    file = tmp_path / "stick.jsonl"
    file.write_text(to_line(review("R9")) + "\n" + "nonsense\n" * 30, encoding="utf-8")
    done = cssprep("progress", "merge", str(file), folder=here)
    assert len(done.stderr.splitlines()) == 21
    assert done.stderr.endswith(f"{file}: and 10 more.\n")
    done = cssprep("progress", "merge", str(file), "--json", folder=here)
    assert len(json.loads(done.stdout)["files"][0]["refused"]) == 30
