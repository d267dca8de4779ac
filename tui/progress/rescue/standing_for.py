"""Errors about a copy, told of the file that the learner knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.progress.errors import ProgressError


@contextmanager
def standing_for(copy: Path, path: Path) -> Iterator[None]:
    """A ProgressError in the block that names `copy` names `path`."""
    try:
        yield
    except ProgressError as error:
        error.message = error.message.replace(str(copy), str(path))
        error.advice = error.advice.replace(str(copy), str(path))
        error.args = (error.message,)
        raise
