"""`cssprep progress leeches` and `parked`: what keeps slipping, and what is not asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from tui.cli.opened import opened_desk
from tui.cli.printable import printable_line

if TYPE_CHECKING:
    from tui.study.folder import StudyFolder
    from tui.study.leech_report import Leech

HEADS = {
    "leeches": "Slip again and again; the next time after a miss they come with help:",
    "parked": "Parked, not asked:",
    "cured": "Slipped again and again, and recalled on two later days:",
}


def print_leeches(folder: StudyFolder, *, as_json: bool) -> int:
    """Prints the leeches there are, those parked, and those that were recalled again."""
    from tui.study.leech_report import leech_report

    with opened_desk(folder, existing=True) as desk:
        report = leech_report(desk)
    groups = {"leeches": report.leeches, "parked": report.parked, "cured": report.cured}
    if as_json:
        told = {name: [_row(leech) for leech in group] for name, group in groups.items()}
        print(json.dumps(told, ensure_ascii=False))
        return 0
    if not any(groups.values()):
        print("No question keeps slipping, and none is parked.")
    for name, group in groups.items():
        if group:
            print(HEADS[name])
        for leech in group:
            print(printable_line(f"  {leech.ref}: {_told(leech)}"))
    return 0


def print_parked(folder: StudyFolder, *, unpark: Sequence[str], as_json: bool) -> int:
    """Takes the questions `unpark` out again, and prints those that are parked then."""
    from tui.study.parking import parked_since, unpark_all

    with opened_desk(folder, existing=True) as desk:
        names = unpark_all(desk, unpark)
        parked = parked_since(desk)
    if as_json:
        print(json.dumps([{"question": ref, "at": at.isoformat()} for ref, at in parked.items()]))
        return 0
    for name in names:
        print(printable_line(f"{name} is asked again."))
    if not parked:
        print("No question is parked.")
    for ref, at in parked.items():
        print(printable_line(f"{ref}: parked on {at.astimezone():%d %B %Y}"))
    return 0


def _row(leech: Leech) -> dict[str, object]:
    row = asdict(leech)
    row["question"] = row.pop("ref")
    for field in ("since", "cured"):
        row[field] = row[field] and row[field].isoformat()
    return row


def _told(leech: Leech) -> str:
    parts = []
    if leech.since is not None:
        missed = "once" if leech.missed_since == 1 else f"{leech.missed_since} times"
        parts.append(f"a leech since {leech.since:%d %B %Y}")
        parts.append(f"right {leech.right_since}, missed {missed} since then")
    if leech.cured is not None:
        parts.append(f"recalled again by {leech.cured:%d %B %Y}")
    return "; ".join(parts) or leech.prompt
