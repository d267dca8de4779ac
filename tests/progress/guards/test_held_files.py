from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import HandClock, counted_ids
from tests.progress.entries import review
from tests.progress.files import fill
from tui.progress import log
from tui.progress.database import open_database
from tui.progress.errors import ProgressError

ANOTHER = """
import sys
from pathlib import Path
from tests.conftest import HandClock, counted_ids
from tui.progress.database import open_database
open_database(Path(sys.argv[1]), HandClock(), counted_ids()).close()
"""


def test_a_second_opening_here_leaves_the_log_to_the_first(tmp_path: Path) -> None:
    """As when a worker reads on a connection of its own, and another program looks in and ends."""
    path = tmp_path / "progress.db"
    with open_database(path, HandClock(), counted_ids()) as first:
        fill(first, [review("R1")])
        open_database(path, HandClock(), counted_ids()).close()
        wal = path.with_name("progress.db-wal").stat().st_ino
        subprocess.run([sys.executable, "-c", ANOTHER, str(path)], check=True)
        assert path.with_name("progress.db-wal").stat().st_ino == wal
        fill(first, [review("R2")])
        # What a kill of this process would leave, to be read by another.
        kept = tmp_path / "kept.db"
        for end in ("", "-wal"):
            source = path.with_name(path.name + end)
            kept.with_name(kept.name + end).write_bytes(
                subprocess.run(["cat", str(source)], check=True, capture_output=True).stdout
            )
        with open_database(kept, HandClock(), counted_ids()) as found:
            assert [entry.id for entry in log.entries(found)] == ["R1", "R2"]


def test_it_can_be_opened_again_once_closed(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    for _ in range(2):
        open_database(path, HandClock(), counted_ids()).close()
    path.write_bytes(b"Dear diary" * 20)
    # The header is looked at again, as nobody holds the file.
    with pytest.raises(ProgressError, match=r"progress\.db"):
        open_database(path, HandClock(), counted_ids())
