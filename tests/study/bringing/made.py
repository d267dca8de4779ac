"""Study folders and archives for tests, and what lies in a folder."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.banks.sample import BANK, SOURCE, TODAY
from tui.study.bringing.adding import Outcome, Wish, add_banks
from tui.study.folder import StudyFolder

INNER = {"bank.yaml": BANK.encode(), "sources/article.txt": SOURCE.encode()}
"""The files of a sound bank."""


def bank_named(name: str, source: str = "sources/article.txt") -> bytes:
    """The sample bank under another id, quoting from another file."""
    text = BANK.replace("bank: sample", f"bank: {name}").replace("sources/article.txt", source)
    return text.encode()


def study_folder(root: Path) -> StudyFolder:
    """A study folder without banks."""
    banks = root / "study" / "question_banks"
    banks.mkdir(parents=True)
    return StudyFolder(root / "study", banks, root / "study" / "progress.db", root / "cache")


def lay_out(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Writes `files` below `folder`; returns it."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def zip_of(path: Path, files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """The zip `path` of `files`, under the very names given."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo("x")
            info.filename = name
            info.compress_type = method
            archive.writestr(info, content)
    return path


def tar_of(path: Path, files: Mapping[str, bytes], *special: tarfile.TarInfo) -> Path:
    """The tar `path` of `files` and of entries without content, packed as its name says."""
    packing = path.suffix.removeprefix(".").removeprefix("tgz") or (
        "gz" if "tgz" in path.name else ""
    )
    mode = f"w:{'' if packing == 'tar' else packing}"
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for each in special:
            archive.addfile(each)
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


def add(folder: StudyFolder, origin: Path | str, *, update: bool = False, anyway: bool = False,
        only: tuple[str, ...] = ()) -> Outcome:  # fmt: skip
    """The outcome of adding what `origin` names."""
    return add_banks(folder, Wish(str(origin), only, anyway, update), TODAY)


def files(folder: Path) -> dict[str, bytes]:
    """What lies below `folder`, by path, but for a workspace."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cssprep-work-" not in str(path)
    }
