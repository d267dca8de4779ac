"""`cssprep bank list`: the banks of the study folder."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands, counted, short, shown, study_banks

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tui.banks.bank import Bank

DONE = 0
"""The exit code, unless there is no folder to list: that is a Fault, 2."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "list",
        help="list the banks of the study folder, or the questions that a filter finds",
        description="List the banks of the study folder: questions, kinds and topics. With "
        "--filter, list the questions that it finds, with what you remember of each.",
    )
    parser.add_argument(
        "--filter",
        metavar="QUERY",
        help='words and filters such as "afghan kind:date due<7d"; "" finds all questions',
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace, day: date) -> int:
    """Lists the banks of the study folder that `args` name; a Fault if there is none."""
    if args.filter is not None:
        from tui.cli.bank_list_filter import list_questions

        list_questions(args)
        return DONE
    return _list(study_banks(args), day, as_json=args.json)


def _list(folder: Path, day: date, *, as_json: bool) -> int:
    from tui.banks.check import check_folder
    from tui.banks.finding import is_complaint

    checked = check_folder(folder, day)
    banks = [(each.bank, each.drafts) for each in checked if each.bank is not None]
    if as_json:
        rows = [_row(bank, drafts) for bank, drafts in banks]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        _print_table(banks)
    for each in checked:
        faults = sum(map(is_complaint, each.findings))
        if faults:
            path, all_of = shown(each.path), "" if each.bank else "; none of it can be used"
            told = f"{path} has {counted(faults, 'finding')}{all_of}: see cssprep bank check."
            print(told, file=sys.stderr)
    return DONE


def _row(bank: Bank, drafts: int) -> dict[str, object]:
    topics = Counter(question.topic for question in bank.questions)
    return {
        "id": bank.id,
        "title": bank.title,
        "path": short(bank.path),
        "questions": len(bank.questions),
        "drafts": drafts,
        "kinds": dict(Counter(question.kind for question in bank.questions)),
        "topics": [
            {"id": topic.id, "title": topic.title, "questions": topics[topic.id]}
            for topic in bank.topics.values()
        ],
    }


def _print_table(banks: Sequence[tuple[Bank, int]]) -> None:
    if not banks:
        print("No banks.")
    for number, (bank, drafts) in enumerate(banks):
        if number:
            print()
        kinds = Counter(question.kind for question in bank.questions)
        by_kind = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        print(f"{bank.id}  {_plain(bank.title)}")
        print(f"  file       {shown(bank.path)}")
        questions = f"  questions  {len(bank.questions)}{f': {by_kind}' if by_kind else ''}"
        print(textwrap.fill(questions, width=80, subsequent_indent=" " * 13))
        if drafts:
            print(f"  drafts     {drafts}, not asked yet")
        topics = Counter(question.topic for question in bank.questions)
        width = max((len(topic) for topic in bank.topics), default=0)
        for place, topic in enumerate(bank.topics.values()):
            label = "topics" if place == 0 else ""
            count = topics[topic.id]
            print(f"  {label:9}  {topic.id:{width}}  {count:4}  {_plain(topic.title)}")


def _plain(text: str) -> str:
    return " ".join(text.split())
