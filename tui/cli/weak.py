"""`cssprep weak`: where marks are missing, by topic and by paper, and what winning them takes."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from tui.cli.opened import desk_to_look_at, opened_desk

if TYPE_CHECKING:
    from tui.study.desk import Desk

SORTS = ("marks-per-minute", "marks", "recall", "name")
LONGEST = 600
"""Minutes; nobody studies longer in one session."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `cssprep weak`."""
    parser.add_argument("--json", action="store_true", help="as JSON, with every figure")
    parser.add_argument(
        "--exam",
        metavar="DATE",
        help="set the exam day, such as 2027-02-10, which is kept; none takes it back",
    )
    parser.add_argument("--paper", metavar="PAPER", help="only topics that count for this paper")
    parser.add_argument(
        "--minutes",
        type=_minutes,
        metavar="N",
        help="say what so many minutes win (default: as last set, at first 20)",
    )
    parser.add_argument(
        "--sort",
        choices=SORTS,
        default=SORTS[0],
        help="the order of topics and papers (default: %(default)s)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints where each topic stands; 0 where the folder can be opened, a Fault for a bad day."""
    from tui.study.exam_day import exam_day, set_exam_day
    from tui.study.folder import find_folder
    from tui.study.minutes import planned_minutes
    from tui.study.prospect import winnable
    from tui.study.standing import standings
    from tui.study.topics import topic_standings

    opened = desk_to_look_at if arguments.exam is None else opened_desk
    with opened(find_folder(arguments.folder)) as desk:
        if arguments.exam is not None:
            set_exam_day(desk, _exam_day(arguments.exam))
        if arguments.paper is not None:
            _require_paper(desk, arguments.paper)
        found = standings(desk)
        report = topic_standings(desk, found, arguments.sort, arguments.paper)
        minutes = arguments.minutes or planned_minutes(desk)
        prospect = winnable(found, minutes * 60)
        was_set = exam_day(desk)
    if arguments.json:
        import json

        from tui.cli.weak_rows import as_rows

        print(json.dumps(as_rows(report, minutes, prospect), ensure_ascii=False))
        return 0
    from tui.cli.weak_page import page

    for line in page(report, minutes, prospect, was_set):
        print(line.rstrip())
    return 0


def _require_paper(desk: Desk, paper: str) -> None:
    from tui.study.errors import StudyError

    papers = sorted({each for topic in desk.index.topics().values() for each in topic.papers})
    if paper not in papers:
        from difflib import get_close_matches

        near = get_close_matches(paper, papers, n=1, cutoff=0.5)
        known = ", ".join(papers) if papers else "the banks name none"
        advice = f"Did you mean {near[0]}?" if near else f"There are: {known}."
        raise StudyError(f"No topic counts for the paper {paper}.", advice)


def _exam_day(text: str) -> date | None:
    """The day that `text` names; None for "none". StudyError for anything else."""
    from tui.study.errors import StudyError

    if text == "none":
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    # Python reads other ways of writing a date, too, which nobody means.
    if day is None or day.isoformat() != text:
        advice = "Write year, month and day, such as 2027-02-10, or none."
        raise StudyError(f"“{text}” is not a date.", advice)
    return day


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text) <= LONGEST:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no number of minutes: give a whole number from 1 to {LONGEST}"
        )
    return int(text)
