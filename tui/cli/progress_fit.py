"""`cssprep progress fit`: the weights of the memory fitted to one's own answers."""

from __future__ import annotations

import argparse
import json
import math
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from tui.cli.opened import opened_desk, opened_progress

if TYPE_CHECKING:
    from tui.schedule.judging import Judgement
    from tui.study.desk import Desk
    from tui.study.folder import StudyFolder
    from tui.study.personal import Trial

WIDTH = 80

DESCRIPTION = (
    "Fits the weights of the memory to your own answers, puts them to the test on answers that "
    "they were not fitted to, says what came of it, and takes them into use only if they forecast "
    "better than the default ones beyond doubt. Your answers stay as they are."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments."""
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--dry-run", action="store_true", help="say it, and change nothing")
    choice.add_argument("--default", action="store_true", help="go back to the default weights")
    parser.add_argument("--json", action="store_true", help="as JSON")


def print_fit(folder: StudyFolder, arguments: argparse.Namespace) -> int:
    """Fits, or goes back, and prints what came of it."""
    from tui.cli.meter import Meter
    from tui.study.in_force import weights_in_force
    from tui.study.personal import attempt, go_back, take
    from tui.study.today import due_count

    with _opened(folder, mend=arguments.default) as desk, Meter() as meter:
        before = due_count(desk)
        if arguments.default:
            go_back(desk, meter)
            trial = None
        else:
            trial = attempt(desk, meter)
            if not arguments.dry_run:
                take(desk, trial, meter)
        after, weights = due_count(desk), weights_in_force(desk.progress)
    if arguments.json:
        rows = _rows(trial) | {
            "dry_run": arguments.dry_run,
            "in_force": weights,
            "due_before": before,
            "due": after,
        }
        print(json.dumps(rows))
        return 0
    if trial is None:
        print("The default weights are in force; all memories were derived anew from your answers.")
    else:
        for line in _told(trial, dry_run=arguments.dry_run):
            print(line)
    if not arguments.dry_run and before != after:
        print(f"Due today: {after:,} instead of {before:,}.")
    return 0


def _told(trial: Trial, *, dry_run: bool) -> Iterator[str]:
    """What came of `trial`, a paragraph at a time."""
    from tui.schedule.judging import ENOUGH

    judgement = trial.judgement
    yield _wrapped(
        f"Your log has {_counted(trial.answers, 'answer')} that count. {trial.tests:,} of them put "
        "a forecast to the test: they came a study day or more after the answer before."
    )
    if judgement is None:
        yield _wrapped(
            f"It takes {ENOUGH:,} of these to tell weights of your own from chance. Nothing was "
            "changed."
        )
        return
    yield _wrapped(
        f"Weights fitted to the answers up to a day forecast those after it, {judgement.answers:,} "
        "in all, which they had not seen:"
    )
    yield ""
    yield "                       default     yours   what happened"
    expected = (judgement.expected_default, judgement.expected_fitted, judgement.recalled)
    default, yours, seen = (round(share * 1000) for share in expected)
    yield f"  right, of 1,000   {default:>10}{yours:>10}{seen:>16}"
    yield f"  log loss          {judgement.default:>10.4f}{judgement.fitted:>10.4f}"
    yield ""
    yield _wrapped(_verdict(judgement))
    yield _wrapped(_done(trial.better, dry_run=dry_run))


def _verdict(judgement: Judgement) -> str:
    """How much better, and whether that is more than chance."""
    low = judgement.better - 1.96 * judgement.doubt
    high = judgement.better + 1.96 * judgement.doubt
    interval = f"by {judgement.better:.4f} (95 % interval {low:.4f} to {high:.4f})"
    if judgement.beyond_doubt:
        more = (math.exp(judgement.better) - 1) * 100
        return (
            f"Your weights forecast better beyond doubt: the log loss is less {interval}. On "
            f"average, they gave what happened a chance {more:.1f} % higher."
        )
    if judgement.better > 0:
        return (
            f"Your weights may forecast better, but chance may do that: log loss less {interval}."
        )
    return (
        "Your weights do not forecast better than the default ones: log loss "
        f"{-judgement.better:.4f} higher."
    )


def _done(better: bool, *, dry_run: bool) -> str:
    if dry_run:
        would = "would be taken into use" if better else "would not be taken into use"
        return f"They {would}. This was a dry run: nothing was changed."
    if better:
        return (
            "Weights fitted to all your answers are in force now, and all memories were derived "
            "anew by them. `cssprep progress fit --default` goes back."
        )
    return "So the default weights are in force. It is worth trying again once you answered more."


def _rows(trial: Trial | None) -> dict[str, object]:
    """The figures of `trial` by name; none of them where there was none."""
    if trial is None:
        return {}
    rows = asdict(trial)
    if trial.judgement is not None:
        rows["judgement"] |= {"better": trial.judgement.better}
    return rows | {"better": trial.better}


def _wrapped(text: str) -> str:
    """`text` in lines of at most `WIDTH`, figures not parted from what they count."""
    held = text.replace(" %", "\N{NO-BREAK SPACE}%").replace("fit --", "fit\N{NO-BREAK SPACE}--")
    return textwrap.fill(held, WIDTH, break_on_hyphens=False).replace("\N{NO-BREAK SPACE}", " ")


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _opened(folder: StudyFolder, *, mend: bool) -> Desk:
    from tui.study.in_force import drop_if_broken

    if mend:
        with opened_progress(folder.progress, existing=True) as db:
            drop_if_broken(db)
    return opened_desk(folder, existing=True)
