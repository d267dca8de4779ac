"""`cssprep plan`: the exam day and the plan towards it, and what they can reach."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.cli.opened import desk_to_look_at, opened_desk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.study.exam.study_plan import StudyPlan


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `cssprep plan`."""
    parser.add_argument(
        "--exam",
        metavar="DATE",
        help="set the exam day, such as 2027-02-10, which is kept; none takes it back",
    )
    parser.add_argument(
        "--minutes",
        action="append",
        default=[],
        metavar="N",
        help="minutes on every day of study, such as 45; sat=90 for one weekday; may be repeated",
    )
    parser.add_argument(
        "--rest",
        action="append",
        default=[],
        metavar="DAY",
        help="a day off, such as fri or fri,sun; none takes all days off back",
    )
    parser.add_argument(
        "--paper",
        action="append",
        default=[],
        metavar="PAPER=MARKS",
        help="what a paper counts, such as essay=100; 0 if you don't sit it; =none undoes it",
    )
    parser.add_argument(
        "--topic",
        action="append",
        default=[],
        metavar="TOPIC=FACTOR",
        help="by how much a topic, with those under it, counts more, such as nrf.leaders=2; "
        "=none undoes it",
    )
    parser.add_argument("--json", action="store_true", help="as JSON, with every figure")


def run(arguments: argparse.Namespace) -> int:
    """Keeps what is given, then prints what the plan comes to; a Fault for nonsense."""
    from tui.study.exam.plan_reading import plan_reports
    from tui.study.exam.study_plan import keep, study_plan
    from tui.study.folder import find_folder

    given = (arguments.exam, arguments.minutes, arguments.rest, arguments.paper, arguments.topic)
    opened = opened_desk if any(given) else desk_to_look_at
    with opened(find_folder(arguments.folder)) as desk:
        before = study_plan(desk)
        plan = changed(before, arguments)
        if plan != before:
            keep(desk, plan)
        for report in plan_reports(desk):
            last = report
    if arguments.json:
        import json

        from tui.cli.plan_rows import as_rows

        print(json.dumps(as_rows(last), ensure_ascii=False))
        return 0
    from tui.cli.plan_page import page

    for line in page(last):
        print(line.rstrip())
    return 0


def changed(plan: StudyPlan, given: argparse.Namespace) -> StudyPlan:
    """The plan with what the options say; StudyError where one is not understood."""
    from tui.study.errors import StudyError
    from tui.study.exam.study_plan import weekday
    from tui.study.minutes import DEFAULT
    from tui.study.typed_day import typed_day

    if given.exam is not None:
        if not given.exam.strip():
            raise StudyError("No exam day is given.", "Write one, such as 2027-02-10, or none.")
        plan = replace(plan, exam=typed_day(given.exam))
    # Minutes for every day first, so that the order of the options does not matter.
    for text in sorted(given.minutes, key=lambda text: "=" in text):
        name, _, amount = text.rpartition("=")
        minutes = _minutes(amount)
        plan = plan.with_day(weekday(name), minutes) if name else plan.with_minutes(minutes)
    for text in given.rest:
        if text.strip().lower() == "none":
            minutes = plan.usual or DEFAULT
            for day in plan.days_off:
                plan = plan.with_day(day, minutes)
            continue
        for name in text.split(","):
            plan = plan.with_day(weekday(name), 0)
    return replace(
        plan,
        papers=_weights(plan.papers, given.paper, "--paper essay=100"),
        topics=_weights(plan.topics, given.topic, "--topic nrf.leaders=2"),
    )


def _minutes(text: str) -> int:
    from tui.study.errors import StudyError

    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text)
    advice = "Give a whole number, such as 45, or one for a weekday, such as sat=90."
    raise StudyError(f"“{text}” is no number of minutes.", advice)


def _weights(known: Mapping[str, float], given: Sequence[str], example: str) -> dict[str, float]:
    """`known` with what the options set, such as "essay=100", or take back, "essay=none"."""
    from tui.study.errors import StudyError

    found = dict(known)
    for text in given:
        name, _, value = text.rpartition("=")
        if not name:
            raise StudyError(f"“{text}” sets nothing.", f"Write it as {example}.")
        if value.lower() == "none":
            found.pop(name, None)
            continue
        try:
            found[name] = float(value)
        except ValueError:
            raise StudyError(f"“{value}” is no number.", f"Write it as {example}.") from None
    return found
