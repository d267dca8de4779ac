"""`cssprep bank list --filter`: the questions that a query finds."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from tui.cli.bank_paths import counted, short
from tui.cli.opened import desk_to_look_at

if TYPE_CHECKING:
    from datetime import date

    from tui.study.browse import BrowseRow
    from tui.study.desk import Desk


def list_questions(args: argparse.Namespace) -> None:
    """Prints the questions that the query of `args` finds, with what is remembered of each."""
    from tui.clock import SystemClock, today
    from tui.study.browse import browse
    from tui.study.folder import find_folder

    clock = SystemClock()
    with desk_to_look_at(find_folder(getattr(args, "folder", None))) as desk:
        rows, _ = browse(desk, args.filter, limit=None)
        if args.json:
            print(json.dumps(_as_json(desk, rows), ensure_ascii=False, indent=2))
        else:
            _print_rows(rows, today(clock))


def _print_rows(rows: list[BrowseRow], day: date) -> None:
    from tui.banks.characters import one_line

    width = max((len(row.ref) for row in rows), default=0)
    for row in rows:
        flag = "⚑" if row.flagged else " "
        figures = f"{_recall(row):>5}  {_due(row, day):<10}"
        print(f"{row.ref:<{width}}  {row.kind:<9} {flag} {figures}  {one_line(row.prompt, 500)}")
    print(f"{counted(len(rows), 'question')}." if rows else "No question is like that.")


def _recall(row: BrowseRow) -> str:
    return "new" if row.recall is None else f"{row.recall:.0%}"


def _due(row: BrowseRow, day: date) -> str:
    if row.due is None:
        return ""
    return "due" if row.due <= day else row.due.isoformat()


def _as_json(desk: Desk, rows: list[BrowseRow]) -> list[dict[str, object]]:
    """One object a question; recall from 0 to 1, null where it was never answered."""
    found: list[dict[str, object]] = []
    for row, known in zip(rows, desk.index.rows([row.ref for row in rows]), strict=True):
        place = desk.index.place(row.ref)
        found.append(
            {
                "question": row.ref,
                "bank": known.bank,
                "topic": known.topic,
                "kind": row.kind,
                "prompt": row.prompt,
                "path": short(str(place[0])) if place else None,
                "line": place[1] if place else None,
                "recall": row.recall,
                "due": row.due.isoformat() if row.due else None,
                "reviews": row.reviews,
                "lapses": row.lapses,
                "flagged": row.flagged,
            }
        )
    return found
