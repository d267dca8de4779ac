from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.progress.files import open_at
from tests.study.statistics.simulated import LEARNERS, made_desk, simulate
from tui.progress import memories, settings
from tui.schedule.fsrs6 import replay
from tui.schedule.weights import DEFAULT
from tui.study.in_force import SETTING


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The study folder of a learner who forgets faster than others."""
    return studied(tmp_path, "forgets faster")


def studied(folder: Path, learner: str) -> Path:
    with made_desk(folder) as desk:
        simulate(desk, LEARNERS[learner], seed=1)
        with desk.progress.transaction():
            memories.rebuild(desk.progress, replay)
    return folder


def kept(root: Path) -> tuple[object, object]:
    with open_at(root / "progress.db") as db:
        return memories.every(db), settings.every(db)


def test_weights_that_forecast_better_are_taken_into_use_and_given_up(root: Path) -> None:
    before = kept(root)
    dry = cssprep("progress", "fit", "--dry-run", folder=root)
    assert (dry.returncode, dry.stderr) == (0, "")
    assert "Your weights forecast better beyond doubt" in dry.stdout
    assert "This was a dry run: nothing was changed." in dry.stdout
    assert kept(root) == before

    done = cssprep("progress", "fit", folder=root)
    assert (done.returncode, done.stderr) == (0, "")
    told = dry.stdout.split("They would be")[0]
    assert done.stdout.startswith(told)
    assert "are in force now" in done.stdout
    assert kept(root) != before

    part = cssprep("stats", "--part", "forecasts", folder=root).stdout
    assert "By weights fitted to you on" in part

    back = cssprep("progress", "fit", "--default", folder=root)
    assert back.returncode == 0
    assert back.stdout.startswith("The default weights are in force")
    assert kept(root)[0] == before[0]
    part = cssprep("stats", "--part", "forecasts", folder=root).stdout
    assert "`cssprep progress fit` tries weights of your own." in part


def test_lines_are_no_wider_than_a_terminal(root: Path) -> None:
    done = cssprep("progress", "fit", folder=root)
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_default_weights_stay_where_others_are_not_better(tmp_path: Path) -> None:
    root = studied(tmp_path, "as the forecasts assume")
    before = kept(root)
    done = cssprep("progress", "fit", folder=root)
    assert done.returncode == 0
    assert "Your weights do not forecast better" in done.stdout
    assert "So the default weights are in force." in done.stdout
    assert kept(root)[0] == before[0]
    part = cssprep("stats", "--part", "forecasts", folder=root).stdout
    assert "yours were not surely better" in " ".join(part.split())


def test_as_json(root: Path) -> None:
    done = cssprep("progress", "fit", "--json", "--dry-run", folder=root)
    found = json.loads(done.stdout)
    assert found["better"] is True
    assert found["dry_run"] is True
    assert found["in_force"] == list(DEFAULT)
    assert found["judgement"]["better"] == pytest.approx(
        found["judgement"]["default"] - found["judgement"]["fitted"]
    )
    done = cssprep("progress", "fit", "--json", folder=root)
    assert json.loads(done.stdout)["in_force"] == found["weights"] != list(DEFAULT)
    done = cssprep("progress", "fit", "--json", "--default", folder=root)
    assert json.loads(done.stdout)["in_force"] == list(DEFAULT)


def test_a_short_log_is_left_alone(tmp_path: Path) -> None:
    with made_desk(tmp_path):
        pass
    before = kept(tmp_path)
    done = cssprep("progress", "fit", folder=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Your log has 0 answers that count.")
    assert "It takes 500 of these" in done.stdout
    assert kept(tmp_path) == before


def test_without_progress_there_is_nothing_to_fit(tmp_path: Path) -> None:
    (tmp_path / "question_banks").mkdir()
    done = cssprep("progress", "fit", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no progress yet" in done.stderr
    assert not (tmp_path / "progress.db").exists()


def test_broken_weights_are_said_and_given_up(root: Path) -> None:
    with open_at(root / "progress.db") as db, db.transaction():
        settings.put(db, SETTING, "nonsense")
    done = cssprep("stats", folder=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "can't be used" in done.stderr
    assert "`cssprep progress fit --default`" in done.stderr
    done = cssprep("progress", "fit", "--default", folder=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert cssprep("stats", folder=root).returncode == 0


def test_answers_taken_in_are_derived_by_the_weights_in_force(root: Path) -> None:
    cssprep("progress", "fit", folder=root)
    line = '{"question": "made/new", "at": "2026-03-22T12:00:00Z", "score": 1}\n'
    assert cssprep("progress", "import", "-", folder=root, given=line).returncode == 0
    weights = json.loads(cssprep("progress", "fit", "--dry-run", "--json", folder=root).stdout)
    with open_at(root / "progress.db") as db:
        memory = memories.get(db, "made/new")
    assert memory is not None
    assert memory.stability == weights["in_force"][2] != DEFAULT[2]


def test_going_back_and_a_dry_run_are_two_things(root: Path) -> None:
    done = cssprep("progress", "fit", "--default", "--dry-run", folder=root)
    assert done.returncode == 2
    assert "not allowed with" in done.stderr
