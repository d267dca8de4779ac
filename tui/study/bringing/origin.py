"""What an argument of `bank add` means: a bank, a folder, an archive or a Git repository."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tui.banks.characters import one_line
from tui.banks.folder import SUFFIXES
from tui.study.bringing.errors import BringingError
from tui.study.bringing.tree import Found, Tree, find_banks


@dataclass(frozen=True, slots=True)
class Origin:
    """Where banks come from: a tree, and the banks in it."""

    tree: Tree
    found: Found


def open_origin(argument: str, workspace: Path, seconds: float) -> Origin:
    """The banks that `argument` names; a repository is fetched into `workspace` within
    `seconds`.

    Raises BringingError if there are none, or if they come in a way that is not to be trusted.
    """
    from tui.study.bringing.git import is_git, open_repository

    if is_git(argument):
        tree: Tree = open_repository(argument, workspace, seconds)
        return Origin(tree, find_banks(tree))
    path = Path(argument).expanduser()
    name = one_line(argument, 300)
    if not argument or not os.path.lexists(path):
        raise BringingError(f"There is no file or folder {name}.", "Check the path.")
    from tui.study.bringing.folders import FolderTree

    # Not Path.is_dir, which raises where a folder may not be looked into.
    if os.path.isdir(path):  # noqa: PTH112
        tree = FolderTree(path)
        return Origin(tree, find_banks(tree))
    if path.name.endswith(SUFFIXES):
        return Origin(FolderTree(path.parent), Found("", (path.name,)))
    if not os.path.isfile(path):  # noqa: PTH113
        raise BringingError(f"{name} is neither a file nor a folder.", "Check the path.")
    from tui.study.bringing.archives import open_archive

    tree = open_archive(path)
    return Origin(tree, find_banks(tree))
