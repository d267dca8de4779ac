"""What bringing banks in would do to a study folder, before any of it is done."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from tui.banks.characters import one_line
from tui.banks.check import check_file
from tui.banks.folder import SUFFIXES
from tui.banks.sources import source_file
from tui.study.bringing.differences import Differences, differences
from tui.study.bringing.errors import BringingError
from tui.study.bringing.names import is_portable, same_name_as
from tui.study.bringing.staging import StagedBank
from tui.study.bringing.standing import StandingBank


class Change(Enum):
    """What becomes of a bank."""

    ADDED = auto()
    SAME = auto()
    """It is there already, word for word."""
    COMPLETED = auto()
    """It is there already, and a source of it was not."""
    UPDATED = auto()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What bringing one bank in would do.

    name: its file's in the folder of banks. old: the file whose place it takes. new_sources,
    other_sources: those to be written where there is no file, and where there is another.
    """

    staged: StagedBank
    change: Change
    name: str
    old: StandingBank | None = None
    differences: Differences | None = None
    new_sources: tuple[str, ...] = ()
    other_sources: tuple[str, ...] = ()


def propose(
    staged: Sequence[StagedBank], standing: Sequence[StandingBank], banks: Path, day: date
) -> tuple[Proposal, ...]:
    """What bringing `staged` into the folder `banks`, which holds `standing`, would do.

    Raises BringingError where that would touch another bank's source or a file of the learner's.
    """
    by_id = {each.id: each for each in reversed(standing) if each.id}
    replaced = {by_id[each.id].path for each in staged if each.id in by_id}
    others = [each for each in standing if each.path not in replaced]
    names = {same_name_as(each.path.name) for each in standing}
    proposals: list[Proposal] = []
    for each in staged:
        old = by_id.get(each.id)
        new_sources, other_sources = _sources(each, old, others, banks)
        if old is None:
            name = _free_name(each, names, banks)
            names.add(same_name_as(name))
            proposals.append(Proposal(each, Change.ADDED, name, new_sources=new_sources))
            continue
        found = None
        change = Change.COMPLETED if new_sources else Change.SAME
        if other_sources or not filecmp.cmp(each.path, old.path, shallow=False):
            change = Change.UPDATED
            found = differences(check_file(old.path, day).bank, each.checked.bank)
        proposals.append(
            Proposal(each, change, old.path.name, old, found, new_sources, other_sources)
        )
    return tuple(proposals)


def _sources(
    staged: StagedBank, old: StandingBank | None, others: Iterable[StandingBank], banks: Path
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sources of `staged` that are not there, and those that are there and other."""
    new: list[str] = []
    other: list[str] = []
    for file in staged.sources:
        place = source_file(banks, file)
        if place is None:
            raise BringingError(
                f"question_banks/{one_line(file)} would be written through a link that leads out "
                "of the folder.",
                "Nothing is changed. Put a folder in the place of the link.",
            )
        if not os.path.lexists(place):
            new.append(file)
        elif not place.is_file():
            raise _conflict(file, staged, "in its place is something that is not a file")
        elif not filecmp.cmp(staged.source(file), place, shallow=False):
            users = [each.called for each in others if file in each.sources]
            if users:
                raise _conflict(file, staged, f"the bank {one_line(users[0])} quotes from another")
            if old is None or file not in old.sources:
                raise _conflict(file, staged, "another file lies there, which no bank names")
            other.append(file)
    return tuple(new), tuple(other)


def _conflict(file: str, staged: StagedBank, reason: str) -> BringingError:
    return BringingError(
        f"The source {one_line(file)} of {staged.id or one_line(staged.name)} can't be written: "
        f"{reason} of that name.",
        "Nothing is changed. Give one of them another name, in the bank and on the disk.",
    )


def _free_name(staged: StagedBank, names: set[str], banks: Path) -> str:
    """A name for the bank's file that no other has: its own if that can be."""
    suffix = next(each for each in SUFFIXES if staged.name.endswith(each))
    candidates = [staged.name] if is_portable(staged.name) else []
    candidates.append(f"{staged.id}{suffix}")
    candidates += [f"{staged.id}-{number}{suffix}" for number in range(2, len(names) + 3)]
    return next(
        name
        for name in candidates
        if same_name_as(name) not in names and not os.path.lexists(banks / name)
    )
