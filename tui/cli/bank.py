"""`cssprep bank`: checks and lists question banks."""

from __future__ import annotations

import argparse
import json
import os
import sys
import textwrap
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli import bank_coverage, bank_guess

if TYPE_CHECKING:
    from datetime import date

    from tui.banks.bank import Bank, CheckedBank
    from tui.banks.finding import Finding
    from tui.clock import Clock

CLEAN, FOUND, CANNOT_RUN = 0, 1, 2
"""Exit codes: nothing to complain of, something, not checked at all."""

# As in tui.banks.render, which need not be loaded to describe the command.
FORMATS = ("full", "concise", "json", "github")


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of `cssprep bank` to `parser`."""
    commands = parser.add_subparsers(
        title="commands", dest="action", metavar="COMMAND", required=True
    )
    check = commands.add_parser(
        "check",
        help="say what is wrong with banks, by line",
        description="Say what is wrong with banks, by line. Exits with 0 if nothing is, 1 if "
        "something is, 2 if a path can't be read. Notes don't count.",
    )
    check.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        type=Path,
        help="a bank or a folder of banks; without one, the banks of the study folder",
    )
    check.add_argument("--format", choices=FORMATS, default="full", help="full if not given")
    banks = commands.add_parser(
        "list",
        help="list the banks of the study folder",
        description="List the banks of the study folder: questions, kinds and topics.",
    )
    banks.add_argument("--json", action="store_true", help="as JSON")
    bank_coverage.add(commands)
    bank_guess.add(commands)


def run(args: argparse.Namespace, clock: Clock | None = None) -> int:
    """Runs what `args` ask for; a Fault says that it can't be."""
    from tui.clock import SystemClock, today

    day = today(clock or SystemClock())
    if args.action == "coverage":
        return bank_coverage.run(args, day)
    if args.action == "guess":
        return bank_guess.run(args, day)
    if args.action == "list":
        return _list(_study_banks(args), day, as_json=args.json)
    return _check(args.paths or [_study_banks(args)], day, args.format)


def _study_banks(args: argparse.Namespace) -> Path:
    from tui.study.folder import find_folder

    return find_folder(getattr(args, "folder", None)).banks


def _check(paths: Sequence[Path], day: date, form: str) -> int:
    from tui.banks.finding import is_complaint
    from tui.banks.render import render

    checked = [bank for path in paths for bank in _checked(path, day)]
    findings = [_shown(found) for bank in checked for found in bank.findings]
    sys.stdout.write(render(form, findings, colour=_may_colour()))
    if form == "full":
        print(_total(checked, findings))
    return FOUND if any(map(is_complaint, findings)) else CLEAN


def _checked(path: Path, day: date) -> tuple[CheckedBank, ...]:
    from tui.banks.characters import visible
    from tui.banks.check import check_file, check_folder
    from tui.banks.folder import BanksError

    name = visible(str(path))
    # Not Path.is_dir, which raises where a folder may not be looked into.
    if os.path.isdir(path):  # noqa: PTH112
        banks = path / "question_banks"
        found = check_folder(banks if os.path.isdir(banks) else path, day)  # noqa: PTH112
        if not found:
            raise BanksError(f"There is no bank in {name}.", "Banks are files ending in .yaml.")
        return found
    if not os.path.lexists(path):
        raise BanksError(f"There is no file or folder {name}.", "Check the path.")
    if not os.access(path, os.R_OK):
        raise BanksError(f"{name} can't be read.", "Check who may read it: ls -l.")
    return (check_file(path, day),)


def _shown(finding: Finding) -> Finding:
    """`finding` with its path from the current folder where it lies below that."""
    from dataclasses import replace

    return replace(finding, path=_short(finding.path))


def _short(path: str) -> str:
    here = f"{Path.cwd()}{os.sep}"
    return path.removeprefix(here)


def _total(checked: Sequence[CheckedBank], findings: Sequence[Finding]) -> str:
    severities = Counter(found.severity.value for found in findings)
    counts = [
        _counted(severities[word], word)
        for word in ("error", "warning", "note")
        if severities[word]
    ]
    banks = _counted(len(checked), "bank")
    questions = sum(len(each.bank.questions) for each in checked if each.bank)
    said = ", ".join(counts) or "nothing to complain of"
    return f"{banks}, {_counted(questions, 'sound question')}: {said}."


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _may_colour() -> bool:
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _list(folder: Path, day: date, *, as_json: bool) -> int:
    from tui.banks.check import check_folder
    from tui.banks.finding import is_complaint

    checked = check_folder(folder, day)
    banks = [each.bank for each in checked if each.bank is not None]
    if as_json:
        print(json.dumps([_row(bank) for bank in banks], ensure_ascii=False, indent=2))
    else:
        _print_table(banks)
    for each in checked:
        faults = sum(map(is_complaint, each.findings))
        if faults:
            path, all_of = _short(each.path), "" if each.bank else "; none of it can be used"
            told = f"{path} has {_counted(faults, 'finding')}{all_of}: see cssprep bank check."
            print(told, file=sys.stderr)
    return CLEAN


def _row(bank: Bank) -> dict[str, object]:
    topics = Counter(question.topic for question in bank.questions)
    return {
        "id": bank.id,
        "title": bank.title,
        "path": _short(bank.path),
        "questions": len(bank.questions),
        "kinds": dict(Counter(question.kind for question in bank.questions)),
        "topics": [
            {"id": topic.id, "title": topic.title, "questions": topics[topic.id]}
            for topic in bank.topics.values()
        ],
    }


def _print_table(banks: Sequence[Bank]) -> None:
    if not banks:
        print("No banks.")
    for number, bank in enumerate(banks):
        if number:
            print()
        kinds = Counter(question.kind for question in bank.questions)
        by_kind = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        print(f"{bank.id}  {_plain(bank.title)}")
        print(f"  file       {_short(bank.path)}")
        counted = f"  questions  {len(bank.questions)}{f': {by_kind}' if by_kind else ''}"
        print(textwrap.fill(counted, width=80, subsequent_indent=" " * 13))
        topics = Counter(question.topic for question in bank.questions)
        width = max((len(topic) for topic in bank.topics), default=0)
        for place, topic in enumerate(bank.topics.values()):
            label = "topics" if place == 0 else ""
            count = topics[topic.id]
            print(f"  {label:9}  {topic.id:{width}}  {count:4}  {_plain(topic.title)}")


def _plain(text: str) -> str:
    return " ".join(text.split())
