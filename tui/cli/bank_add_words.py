"""What `cssprep bank add` says."""

from __future__ import annotations

import shlex
import sys
import textwrap
from collections.abc import Iterator, Sequence

from tui.banks.bank import CheckedBank
from tui.banks.characters import one_line
from tui.banks.finding import Severity
from tui.banks.render import render
from tui.cli.bank_paths import counted, shown
from tui.cli.colour import may_colour
from tui.study.bringing.adding import Outcome, Refusal
from tui.study.bringing.differences import Differences
from tui.study.bringing.proposal import Change, Proposal
from tui.study.bringing.staging import StagedBank

MOST_FINDINGS = 100
"""Errors that are shown; a bank from a stranger may have a hundred thousand."""

MOST_IDS = 12
"""Questions that are named in one line."""


def print_refused(outcome: Outcome) -> None:
    """Says why nothing was changed, and what to do."""
    if outcome.refusal is Refusal.OTHER_VERSION:
        for each in outcome.proposals:
            if each.change is Change.UPDATED:
                print("\n".join(_version_lines(each)))
        print("Nothing is changed. With --update it is taken; progress and the old file are kept.")
        return
    errors = [found for each in outcome.staged for found in each.findings(Severity.ERROR)]
    sys.stdout.write(render("full", errors[:MOST_FINDINGS], colour=may_colour()))
    if len(errors) > MOST_FINDINGS:
        print(f"… and {len(errors) - MOST_FINDINGS} more.\n")
    faulty = [each for each in outcome.staged if each.findings(Severity.ERROR)]
    warnings = sum(len(each.findings(Severity.WARNING)) for each in outcome.staged)
    counts = counted(len(errors), "error") + (
        f", {counted(warnings, 'warning')}" if warnings else ""
    )
    banks = ", ".join(each.id or one_line(each.name) for each in faulty)
    print(f"{banks}: {counts}. Nothing is changed.")
    if outcome.refusal is Refusal.UNUSABLE:
        unusable = [each for each in outcome.staged if each.checked.bank is None]
        names = ", ".join(one_line(each.name) for each in unusable)
        print(f"None of {names} can be used as it is.")
    else:
        print("Have them mended; or add --anyway, and faulty questions are not asked.")


def print_added(outcome: Outcome) -> None:
    """Says what was done, and what to do next."""
    placed = outcome.placed
    assert placed is not None
    if placed.made_own:
        banks = shown(str(placed.folder.banks))
        print(f"Your own folder of banks is {banks}; the banks that come with cssprep are in it.")
    for each in outcome.proposals:
        print("\n".join(_done_lines(each)))
        if each.staged.id in placed.kept:
            print(f"  before     {shown(str(placed.kept[each.staged.id]))}")
    changed = [each for each in outcome.proposals if each.change is not Change.SAME]
    if not changed:
        return
    weak = [each for each in changed if _complaints(each.staged)]
    if weak:
        files = (shlex.quote(shown(str(placed.folder.banks / each.name))) for each in weak)
        print(f"What there is to complain of: cssprep bank check {' '.join(files)}")
    print("Next: cssprep study")


def _done_lines(each: Proposal) -> Iterator[str]:
    staged = each.staged
    title = one_line(staged.checked.bank.title, 60) if staged.checked.bank else ""
    if each.change is Change.SAME:
        yield f"{staged.id} is there already, word for word."
        return
    did = {
        Change.ADDED: "Added",
        Change.COMPLETED: "Completed",
        Change.UPDATED: "Updated",
    }[each.change]
    yield f"{did} {staged.id}: {title}"
    renamed = each.change is Change.ADDED and each.name != staged.name
    why = f" (not {one_line(staged.name, 40)}, which is taken or no name)" if renamed else ""
    yield f"  file       {one_line(each.name, 200)}{why}"
    sources = (*each.new_sources, *each.other_sources)
    if sources:
        yield f"  sources    {', '.join(one_line(file, 200) for file in sources)}"
    yield f"  questions  {_held(staged.checked)}"
    if _complaints(staged):
        yield f"  findings   {_complaints(staged)}"
    if each.differences is not None:
        yield f"  changes    {_summary(each.differences)}"


def _version_lines(each: Proposal) -> Iterator[str]:
    yield f"Another version of {each.staged.id} is there. With this one:"
    found = each.differences or Differences()
    rows: tuple[tuple[str, Sequence[str]], ...] = (
        ("added", found.added),
        ("removed", found.removed),
        ("renamed", [f"{old} → {new}" for old, new in found.renamed]),
        ("answer changed", found.answers),
        ("reworded", found.reworded),
        ("other sources", each.other_sources),
        ("new sources", each.new_sources),
    )
    for label, names in rows:
        if names:
            yield _named(label, names)
    yield f"  {'the same':15}{found.same:5}"


def _named(label: str, names: Sequence[str]) -> str:
    rest = f", and {len(names) - MOST_IDS} more" if len(names) > MOST_IDS else ""
    listed = ", ".join(one_line(name) for name in names[:MOST_IDS]) + rest
    line = f"  {label:15}{len(names):5}  {listed}"
    return textwrap.fill(
        line, 80, subsequent_indent=" " * 24, break_long_words=False, break_on_hyphens=False
    )


def _summary(found: Differences) -> str:
    counts = (
        (len(found.added), "added"),
        (len(found.removed), "removed"),
        (len(found.renamed), "renamed"),
        (len(found.answers), "with another answer"),
        (len(found.reworded), "reworded"),
        (found.same, "the same"),
    )
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def _held(checked: CheckedBank) -> str:
    count = len(checked.bank.questions) if checked.bank else 0
    return f"{count}" + (f", {counted(checked.drafts, 'draft')}" if checked.drafts else "")


def _complaints(staged: StagedBank) -> str:
    """The numbers of errors and of warnings, or ''."""
    found = [
        counted(len(staged.findings(severity)), severity.value)
        for severity in (Severity.ERROR, Severity.WARNING)
        if staged.findings(severity)
    ]
    return ", ".join(found)
