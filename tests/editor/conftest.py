"""One language server for all tests of the folder."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.banks.sample import BANK, write
from tests.editor.language_server import LanguageServer
from tui.banks.schema import MODELINE, write_schema

SERVER = Path(sys.prefix) / "editor" / "node_modules" / "yaml-language-server"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """The server that VS Code, Neovim and Helix ask about YAML; `make test` installs it."""
    node = shutil.which("node")
    if node is None or not SERVER.exists():
        pytest.skip("needs npm: make .venv/editor-ready")
    command = [node, str(SERVER / "bin" / "yaml-language-server"), "--stdio"]
    with LanguageServer(command, tmp_path_factory.mktemp("editor")) as running:
        yield running


class Opened:
    """A bank in the editor, its schema beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        write_schema(folder)

    def write(self, text: str = BANK) -> Path:
        """Writes the bank `text` after its modeline."""
        return write(self.folder, f"{MODELINE}\n{text}")


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return Opened(tmp_path)
