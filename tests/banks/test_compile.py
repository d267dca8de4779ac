from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.banks.generated import generated_bank, generated_source
from tests.banks.sample import BANK, TODAY, write
from tui.banks.cache import open_cache
from tui.banks.compile import compile_banks, main
from tui.banks.folder import BanksError
from tui.banks.index import open_index
from tui.banks.store import LARGE


def refs(cache: Path) -> list[str]:
    with closing(open_cache(cache)) as connection:
        return [ref for (ref,) in connection.execute("SELECT ref FROM question ORDER BY id")]


def test_as_a_program_it_compiles_a_folder_into_a_cache(tmp_path: Path) -> None:
    write(tmp_path / "banks")
    cache = tmp_path / "cache.sqlite"
    assert main([str(cache), str(tmp_path / "banks"), TODAY.isoformat()]) == 0
    assert refs(cache) == ["sample/leader-today", "sample/valley"]


def test_it_leaves_nothing_to_be_read_through_after_a_kill(tmp_path: Path) -> None:
    write(tmp_path / "banks")
    cache = tmp_path / "cache.sqlite"
    with closing(open_cache(cache)):
        assert main([str(cache), str(tmp_path / "banks"), TODAY.isoformat()]) == 0
        assert cache.with_name("cache.sqlite-wal").stat().st_size == 0


def test_a_compilation_that_fails_leaves_what_there_was(tmp_path: Path) -> None:
    write(tmp_path / "banks")
    cache = tmp_path / "cache.sqlite"
    with closing(open_cache(cache)) as connection:
        compile_banks(connection, tmp_path / "banks", TODAY)
        write(tmp_path / "banks", BANK.replace("id: valley", "id: panjshir"))
        connection.execute(
            "CREATE TRIGGER no BEFORE INSERT ON body BEGIN SELECT RAISE(FAIL, 'x'); END"
        )
        with pytest.raises(Exception, match="x"):
            compile_banks(connection, tmp_path / "banks", TODAY)
    assert refs(cache) == ["sample/leader-today", "sample/valley"]


def test_a_folder_that_is_gone_leaves_what_there_was(tmp_path: Path) -> None:
    write(tmp_path / "banks")
    cache = tmp_path / "cache.sqlite"
    with closing(open_cache(cache)) as connection:
        compile_banks(connection, tmp_path / "banks", TODAY)
        with pytest.raises(BanksError):
            compile_banks(connection, tmp_path / "gone", TODAY)
    assert len(refs(cache)) == 2


OPEN = """
import sys
from datetime import date
from pathlib import Path
from tui.banks.index import open_index
index = open_index(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 1, 1))
print(len(index.refs()), index.path is not None, "yaml" in sys.modules)
"""


def test_processes_that_start_at_once_all_see_the_banks(tmp_path: Path) -> None:
    count = 800
    write(tmp_path / "banks", generated_bank(count), "generated.yaml")
    (tmp_path / "banks" / "sources" / "generated.txt").write_text(generated_source(count))
    assert (tmp_path / "banks" / "generated.yaml").stat().st_size > LARGE
    command = [sys.executable, "-c", OPEN, str(tmp_path / "banks"), str(tmp_path / "cache")]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = [process.communicate(timeout=60)[0] for process in started]
    # Being large, the bank was compiled elsewhere: none of the three had to load a parser.
    assert said == [f"{count} True False\n"] * 3
    index = open_index(tmp_path / "banks", tmp_path / "cache", TODAY)
    assert index.faults() == []
    index.close()
