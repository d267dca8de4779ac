from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tui.study.statistics.facts import Fact
from tui.study.statistics.kept_file import KeptFile, State
from tui.study.statistics.totals import Totals

FACT = Fact(1_700_000_000, 738_000, "short", 7.25, False, True, True, 4, 900_000_000_000, (1, 1, 0))
STATE = State("stamp", 7, "R7", "UTC", Totals())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made" / "statistics.sqlite"


def test_what_was_kept_is_read_back(path: Path) -> None:
    with closing(KeptFile(path)) as file, file.writing():
        file.put_facts("b/q", [FACT, FACT])
        file.put_seconds("short", [1.5, 7.25])
        file.put_state(STATE)
    with closing(KeptFile(path)) as file:
        assert file.facts("b/q") == [FACT, FACT]
        assert file.facts("b/other") == []
        assert list(file.all_facts()) == [[FACT, FACT]]
        assert {kind: list(seconds) for kind, seconds in file.seconds().items()} == {
            "short": [1.5, 7.25]
        }
        assert file.state() == STATE


def test_nothing_is_kept_of_what_fails_half_way(path: Path) -> None:
    with closing(KeptFile(path)) as file:
        with pytest.raises(RuntimeError), file.writing():
            file.put_state(STATE)
            raise RuntimeError
        assert file.state() is None


def test_it_can_be_read_while_much_is_written(path: Path) -> None:
    with closing(KeptFile(path)) as writer, closing(KeptFile(path)) as reader:
        with writer.writing():
            writer.put_state(STATE)
            for number in range(20_000):
                writer.put_facts(f"b/q{number}", [FACT] * 8)
            assert reader.state() is None
        assert reader.state() == STATE


def test_a_file_of_another_layout_is_emptied(path: Path) -> None:
    with closing(KeptFile(path)) as file, file.writing():
        file.put_state(STATE)
        file._connection.execute("PRAGMA user_version = 99")
    with closing(KeptFile(path)) as file:
        assert file.state() is None
