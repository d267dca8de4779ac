"""What holds for the project as a whole: the wheel, the docs, what is in the repository."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(out), "."]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(out.glob("*.whl")))


def test_the_wheel_carries_every_shipped_bank_and_the_schema(wheel: zipfile.ZipFile) -> None:
    packed = {Path(name).name for name in wheel.namelist() if "/question_banks/" in name}
    banks = {path.name for path in (ROOT / "question_banks").glob("*.yaml")}
    assert packed == banks | {".schema.json"}


def test_the_wheel_carries_no_source_that_may_not_travel(wheel: zipfile.ZipFile) -> None:
    kept_back = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "question_banks" / "sources").iterdir()
    }
    assert kept_back
    packed = {hashlib.sha256(wheel.read(name)).hexdigest() for name in wheel.namelist()}
    assert not kept_back & packed


def test_the_wheel_names_its_command_and_its_licence(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    entry_points = next(name for name in names if name.endswith("entry_points.txt"))
    assert "cssprep = tui.cli.main:main" in wheel.read(entry_points).decode()
    assert any(name.endswith("LICENSE") for name in names)


def documents() -> list[Path]:
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_links_and_paths_in_the_docs_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (document.parent / target).exists(), target
    for path in re.findall(r"`((?:tui|tests|benchmarks|docs|question_banks)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path


def test_commands_in_the_docs_exist() -> None:
    from tui.cli.main import COMMANDS

    for document in documents():
        for name in re.findall(r"`cssprep (\w+)", document.read_text(encoding="utf-8")):
            assert name in COMMANDS, f"{document.name}: cssprep {name}"
