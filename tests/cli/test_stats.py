from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.cli.test_import_hygiene import imported
from tests.independent.made import write
from tui.study.folder import StudyFolder
from tui.study.statistics.tables import PARTS


@pytest.fixture
def studied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without banks, and months of answers that end now."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("TZ", "UTC")
    (tmp_path / "question_banks").mkdir()
    write(tmp_path / "progress.db", 5, datetime.now(UTC), UTC, days=100, a_day=12)
    return tmp_path


def test_nothing_answered_yet(folder: StudyFolder) -> None:
    done = cssprep("stats", folder=folder.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1:] == ["", "Nothing answered yet."]
    for part in PARTS:
        done = cssprep("stats", "--part", part, folder=folder.root)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.endswith("  Nothing answered yet.\n")


def test_json_of_nothing(folder: StudyFolder) -> None:
    found = json.loads(cssprep("stats", "--json", folder=folder.root).stdout)
    assert list(found) == ["today", *PARTS]
    assert found["forecasts"]["trust"] == "nothing"
    assert found["forecasts"]["share"] is None
    assert found["retention"]["all"]["share"] is None
    assert found["times"] == []
    assert [hour["share"] for hour in found["hours"]] == [None] * 24


def test_ten_answers_are_too_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "question_banks").mkdir()
    now = datetime.now(UTC)
    lines = [
        json.dumps(
            {
                "question": f"b/q{n % 5}",
                "at": (now - timedelta(days=3 * (n < 5), minutes=n)).isoformat(),
                "score": float(n != 7),
                "kind": "short",
            }
        )
        for n in range(10)
    ]
    taken = cssprep("progress", "import", "-", folder=tmp_path, given="\n".join(lines))
    assert taken.stdout.startswith("10 added")
    page = cssprep("stats", folder=tmp_path).stdout
    assert "Too few answers to tell whether the forecasts hold: 5 so far" in page
    assert "10 answers in 0 min" in page
    assert "None yet." in page  # no time is known
    part = cssprep("stats", "--part", "retention", folder=tmp_path).stdout
    assert "80.0 % (38–96)" in part


def test_the_page_fits_eighty_columns(studied: Path) -> None:
    for arguments in ([], *(["--part", part] for part in PARTS)):
        done = cssprep("stats", *arguments, folder=studied)
        assert (done.returncode, done.stderr) == (0, "")
        assert max(map(len, done.stdout.splitlines())) <= 80
        assert "\x1b" not in done.stdout


def test_the_page_sums_up_every_part(studied: Path) -> None:
    page = cssprep("stats", folder=studied).stdout
    for told in (
        "Days studied",
        "in a row; longest",
        "A year, day by day",
        "Last 90 days:",
        "How well the forecasts held",
        "Predicted",
        "Recalled by age of the memory",
        "Time per kind of question",
        "Hours of the day",
        "Questions that keep slipping",
    ):
        assert told in page


def test_one_part_as_json(studied: Path) -> None:
    everything = json.loads(cssprep("stats", "--json", folder=studied).stdout)
    for part in PARTS:
        found = json.loads(cssprep("stats", "--json", "--part", part, folder=studied).stdout)
        assert found == {"today": everything["today"], part: everything[part]}


def test_a_part_that_there_is_not(folder: StudyFolder) -> None:
    done = cssprep("stats", "--part", "weather", folder=folder.root)
    assert done.returncode == 2
    assert "'weather'" in done.stderr
    assert "retention" in done.stderr


def test_once_derived_it_needs_nothing_slow(studied: Path) -> None:
    folder = StudyFolder(studied, studied / "question_banks", studied / "progress.db", studied)
    assert "textual" not in imported("main(['stats'])", folder)
    assert imported("main(['stats'])", folder) == set()
