"""`cssprep bank guess`: whether a bank can be passed by a guesser who knows nothing of it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands, bank_paths, name_bank

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tui.banks.guess.guessing import Tally

NO_BETTER, BEATEN = 0, 1
"""Exit codes: no strategy beats chance, one does. A bank that can't be read is a Fault, 2."""

_WIDTH = 28
"""Columns of the strategies' names."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "guess",
        help="try test-wise guessing on a bank",
        description="Answer the choices and the true-or-false questions of banks by strategies "
        "that know nothing of the subject, and compare with chance. A short question with two "
        "mistakes or more is put as a choice, too. Exits with 1 if a strategy beats chance "
        "(p below 0.05, corrected for their number), 2 if a bank can't be read.",
    )
    name_bank(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace, day: date) -> int:
    """Guesses at the banks that `args` name, on the study day `day`; a Fault if it can't."""

    paths = bank_paths(args.bank, getattr(args, "folder", None), day)
    found = [_guessed(path, day) for path in paths]
    if args.json:
        rows = [_row(name, tallies) for name, tallies in found]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for number, (name, tallies) in enumerate(found):
            if number:
                print()
            _print_table(name, tallies)
    beaten = any(tally.beats_chance for _, tallies in found for tally in tallies)
    return BEATEN if beaten else NO_BETTER


def _guessed(path: Path, day: date) -> tuple[str, tuple[Tally, ...]]:
    from tui.banks.characters import visible
    from tui.banks.check import check_file
    from tui.banks.folder import BanksError
    from tui.banks.guess.guessing import guess

    bank = check_file(path, day).bank
    if bank is None:
        raise BanksError(f"{visible(str(path))} holds no bank.", "See cssprep bank check.")
    return bank.id, guess(bank.questions)


def _row(name: str, tallies: Sequence[Tally]) -> dict[str, object]:
    return {
        "bank": name,
        "strategies": [
            {
                "strategy": tally.strategy,
                "questions": tally.applies,
                "hits": tally.hits,
                "chance": round(tally.chance, 4),
                "p": tally.p,
                "corrected_p": tally.corrected,
                "beats_chance": tally.beats_chance,
                "hit": list(tally.fed_by),
            }
            for tally in tallies
        ],
    }


def _print_table(name: str, tallies: Sequence[Tally]) -> None:
    print(name)
    print(f"  {'strategy':{_WIDTH}} asked  hits  chance      p  Holm p  verdict")
    for tally in tallies:
        start = f"  {tally.strategy:{_WIDTH}} {tally.applies:5}"
        if not tally.applies:
            print(f"{start}     -       -      -       -  not tried")
            continue
        verdict = "beats chance" if tally.beats_chance else "no better"
        print(
            f"{start}  {tally.hits:4}  {tally.chance:6.1f}  {_odds(tally.p)}"
            f"  {_odds(tally.corrected):>6}  {verdict}"
        )
    for tally in tallies:
        if tally.beats_chance:
            print(f"\n  Right by “{tally.strategy}”: {', '.join(tally.fed_by)}")


def _odds(p: float) -> str:
    """A probability in five columns."""
    return "<.001" if p < 0.001 else f"{p:5.3f}"
