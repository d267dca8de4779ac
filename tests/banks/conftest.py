"""A folder of banks, and its index as often as it is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.banks.sample import BANK, TODAY, write
from tui.banks.index import Index, open_index

Opener = Callable[[], Index]
OTHER = BANK.replace("bank: sample", "bank: other").replace("title: A sample", "title: Another")


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    folder = tmp_path / "question_banks"
    write(folder)
    return folder


@pytest.fixture
def opened(banks: Path, tmp_path: Path) -> Iterator[Opener]:
    """Opens an index of `banks`, as often as it is called."""
    found: list[Index] = []

    def opener() -> Index:
        found.append(open_index(banks, tmp_path / "cache", TODAY))
        return found[-1]

    yield opener
    for index in found:
        index.close()
