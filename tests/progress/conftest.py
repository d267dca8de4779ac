from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.progress.files import open_at
from tui.progress.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with open_at(path) as opened:
        yield opened
