"""Keeps what takes long to compute for as long as nothing that it follows from has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from tui.clock import today
from tui.progress import history, settings

if TYPE_CHECKING:
    from tui.study.desk import Desk

_Found = TypeVar("_Found")


@dataclass(slots=True)
class Kept:
    """Values by name, each with the state that it was computed in. May be shared by threads."""

    values: dict[str, tuple[object, Any]] = field(default_factory=dict)


def kept(desk: Desk, name: str, extra: object, compute: Callable[[], _Found]) -> _Found:
    """What `compute` gives, or gave when nothing was different from now.

    Different are: the log, the banks, the study day, the settings, and `extra`. One value is kept
    for each `name`, the last one.
    """
    state = (
        history.newest(desk.progress),
        desk.index.stamp(),
        today(desk.clock),
        settings.every(desk.progress),
        extra,
    )
    found = desk.kept.values.get(name)
    if found is None or found[0] != state:
        # Taken before computing: what changes meanwhile makes it old, never wrong.
        found = (state, compute())
        desk.kept.values[name] = found
    value: _Found = found[1]
    return value
