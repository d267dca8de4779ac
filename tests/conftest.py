"""What many tests stand on: a study folder with a small bank of all kinds, and a clock."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tui.clock import Clock
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder, find_folder

SAMPLES = Path(__file__).parent / "samples"
MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

# How long an example takes says something of the machine, and nothing of the program.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


class HandClock:
    """A clock that is moved by hand."""

    def __init__(self, moment: datetime = MORNING) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def zone(self) -> tzinfo:
        return UTC

    def pass_(self, **time: float) -> None:
        self.moment += timedelta(**time)


def counted_ids() -> Callable[[], str]:
    """Ids that are counted up: the same in every run."""
    numbers = itertools.count(1)
    return lambda: f"{next(numbers):026}"


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StudyFolder:
    """A study folder with the sample bank; caches and settings lie beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    shutil.copytree(SAMPLES, tmp_path / "study")
    return find_folder(str(tmp_path / "study"))


@pytest.fixture
def desk(folder: StudyFolder, clock: Clock) -> Iterator[Desk]:
    with open_desk(folder, clock, counted_ids()) as opened:
        yield opened
