"""`cssprep bank draft`: drafts of questions, from a bank's source by rules."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands, bank_paths, counted, short, shown

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tui.banks.drafting.drafts import Drafting

DONE = 0
"""The exit code; what can't be done is a Fault, 2."""
LIMIT = 40
"""As in tui.banks.drafting.drafts, which need not be loaded to describe the command."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "draft",
        help="draft questions from a bank's source",
        description="Draft questions from a bank's source by rules alone: dates, numbers, names, "
        "abbreviations, lists, definitions. They are added to the bank's questions with "
        "`draft: true`: checked, never asked. Edit each, then delete that line. Nothing else in "
        "the file changes, and what is drafted already is not drafted again.",
        epilog="The bank is looked for in the study folder; --folder PATH, which every command "
        "takes, names another.",
    )
    parser.add_argument(
        "bank", metavar="BANK", help="the id of a bank of the study folder, or a path"
    )
    parser.add_argument("--source", metavar="ID", help="the source; needed if there are several")
    parser.add_argument(
        "--limit",
        type=_count,
        default=LIMIT,
        metavar="N",
        help=f"make N drafts at most, the most promising ones; 0 for all ({LIMIT} if not given)",
    )
    parser.add_argument(
        "--kind", action="append", default=[], metavar="K", help="this kind alone; may be repeated"
    )
    parser.add_argument(
        "--topic",
        metavar="ID",
        help="the topic that the drafts get; if not given, the one whose title or id is the "
        "heading's above the sentence, else the bank's first",
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="also of sentences that a finished question quotes",
    )
    parser.add_argument("--dry-run", action="store_true", help="print the drafts, write nothing")


def run(args: argparse.Namespace, day: date) -> int:
    """Drafts what `args` ask for; a Fault if it can't."""
    from tui.banks.drafting.drafts import draft

    path = _bank(args, day)
    _check_kinds(args.kind)
    found = draft(path, day, args.source, args.limit, frozenset(args.kind), args.again, args.topic)
    if args.dry_run:
        _print_drafts(found)
    elif found.drafts:
        _refuse_shipped(args, path)
        _write(path, found)
    _tell(path, found, dry=args.dry_run)
    return DONE


def _bank(args: argparse.Namespace, day: date) -> Path:
    from tui.fault import Fault

    paths = bank_paths(args.bank, getattr(args, "folder", None), day)
    if len(paths) != 1:
        names = ", ".join(path.name for path in paths)
        raise Fault(f"There are several banks: {names}.", "Name one of them.")
    return paths[0]


def _refuse_shipped(args: argparse.Namespace, path: Path) -> None:
    """A Fault if `path` is a bank that came with the app, read where the app is installed."""
    from tui.fault import Fault
    from tui.study.errors import StudyError
    from tui.study.folder import find_folder

    try:
        folder = find_folder(getattr(args, "folder", None))
    except StudyError:
        return  # a bank that was named by its path
    if folder.banks.parent != folder.root and path.parent == folder.banks:
        raise Fault(
            f"{path.name} came with the app, and is not changed.",
            "Copy it with its sources into a question_banks folder of your own.",
        )


def _check_kinds(kinds: list[str]) -> None:
    from tui.banks.characters import one_line
    from tui.banks.complaints import did_you_mean
    from tui.fault import Fault
    from tui.kinds import KIND_NAMES

    for kind in kinds:
        if kind not in KIND_NAMES:
            known = f"The kinds are {', '.join(KIND_NAMES)}."
            meant = did_you_mean(kind, KIND_NAMES)
            raise Fault(f"There is no kind of question “{one_line(kind)}”.", meant or known)


def _print_drafts(found: Drafting) -> None:
    from tui.banks.characters import visible
    from tui.banks.drafting.entry_text import written

    for each in found.drafts:
        print(visible(written(each, 2)))


def _write(path: Path, found: Drafting) -> None:
    """Writes the bank, unless somebody else has written it since it was read."""
    from tui.fault import Fault
    from tui.replacing import replacing

    name = short(str(path))
    try:
        target = path.resolve()
        with replacing(target) as partial:
            partial.write_bytes(found.new)
            partial.chmod(target.stat().st_mode)
            if target.read_bytes() != found.old:
                raise Fault(f"{name} was changed in the meantime.", "Save it and try again.")
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        message = f"{name} can't be written: {reason}."
        raise Fault(message, "Check who may write it: ls -l.") from None


def _tell(path: Path, found: Drafting, *, dry: bool) -> None:
    name = shown(str(path))
    if not found.drafts:
        print(
            f"Nothing to draft: the rules find nothing in “{found.source}” that is not asked yet."
        )
        return
    kinds = Counter(each.candidate.kind for each in found.drafts)
    by_kind = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    where = "would be added to" if dry else "added to"
    print(f"{counted(len(found.drafts), 'draft')} {where} {name}: {by_kind}.")
    if found.left:
        print(f"{counted(found.left, 'less promising one')} left out: see --limit.")
    if not dry:
        print()
        print("Next: edit each, and delete its line `draft: true`.")
        print("Rename ids now: once a question has been answered, its id is for ever.")
        print(f"  cssprep bank preview {name}")
        print(f"  cssprep bank check {name}")


def _count(text: str) -> int:
    try:
        count = int(text)
    except ValueError:
        count = -1
    if count < 0:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0")
    return count
