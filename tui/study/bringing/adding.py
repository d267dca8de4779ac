"""Brings banks into a study folder: looked through first, then all of them or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from tui.banks.finding import Severity
from tui.study.bringing.limits import FETCH_SECONDS
from tui.study.bringing.origin import open_origin
from tui.study.bringing.placing import Placed, place
from tui.study.bringing.proposal import Change, Proposal, propose
from tui.study.bringing.staging import StagedBank, stage
from tui.study.bringing.standing import standing_banks
from tui.study.bringing.workspace import workspace
from tui.study.folder import StudyFolder


class Refusal(Enum):
    """Why nothing was changed."""

    FAULTY = auto()
    """A bank has errors."""
    UNUSABLE = auto()
    """A bank has errors, and none of it can be used: it can't be read, or has no id of its own."""
    OTHER_VERSION = auto()
    """Another version of a bank is there."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How bringing banks in came out: `placed`, or else why not.

    proposals: what was done, or would be; () where banks are faulty.
    """

    staged: tuple[StagedBank, ...]
    proposals: tuple[Proposal, ...] = ()
    refusal: Refusal | None = None
    placed: Placed | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    only: the ids of the banks wanted; all if there are none. anyway: also with errors. update:
    also where another version is there.
    """

    origin: str
    only: tuple[str, ...] = ()
    anyway: bool = False
    update: bool = False


def add_banks(
    folder: StudyFolder, wish: Wish, day: date, seconds: float = FETCH_SECONDS
) -> Outcome:
    """Brings what `wish` asks for into `folder`, on the study day `day`.

    seconds: how long fetching may take. Raises a Fault where that can't be done, and then
    everything is as it was.
    """
    with workspace(folder.root, day) as work:
        origin = open_origin(wish.origin, work, seconds)
        laid_out = work / "banks"
        laid_out.mkdir()
        staged = stage(origin, laid_out, folder.banks, day, wish.only)
        if any(each.checked.bank is None for each in staged):
            return Outcome(staged, refusal=Refusal.UNUSABLE)
        if not wish.anyway and any(each.findings(Severity.ERROR) for each in staged):
            return Outcome(staged, refusal=Refusal.FAULTY)
        proposals = propose(staged, standing_banks(folder.banks, day), folder.banks, day)
        if not wish.update and any(each.change is Change.UPDATED for each in proposals):
            return Outcome(staged, proposals, Refusal.OTHER_VERSION)
        return Outcome(staged, proposals, placed=place(proposals, folder, work, day))
