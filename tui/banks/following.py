"""Follows a bank file as it is written: what it says now, and in which question it has changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock

from tui.banks.finding import Finding
from tui.banks.freshness import stamp_of
from tui.banks.nodes import Mapping, Node
from tui.banks.outline import Outline, outline
from tui.banks.recovery import look_through
from tui.banks.report import Report
from tui.banks.rereading import Change, change_between, changed_question, outline_after
from tui.banks.rule import BankContext
from tui.banks.single import SingleQuestion, read_single
from tui.banks.sources import LoadedSource, load_sources
from tui.banks.text_file import read_text


@dataclass(frozen=True, slots=True)
class FollowedBank:
    """A bank as it was last readable, and what is wrong with its file now.

    number: counts the readings. outline, context: None where the file was never readable.
    trouble: why the file as it is now can't be read; () if it can. early: what was found in it
    before it was parsed. change: what is another than in the reading before. changed: the place of
    the first question that is, from 0; None if none is.
    """

    number: int = 0
    outline: Outline | None = None
    context: BankContext | None = None
    trouble: tuple[Finding, ...] = ()
    early: tuple[Finding, ...] = ()
    change: Change | None = None
    changed: int | None = None

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.outline.stretches) if self.outline is not None else 0

    def question(self, place: int, shown: str) -> SingleQuestion:
        """The question at `place`, from 0 to `count` - 1; `shown`: what findings call the file."""
        if self.outline is None or self.context is None:
            raise IndexError(place)
        return read_single(self.outline, place, self.context, shown, self.early)


class Following:
    """The bank file at `path` as it changes, on the study day `today`; for use by several threads.

    shown: what findings call the file.
    """

    def __init__(self, path: Path, today: date, shown: str | None = None) -> None:
        self.path = path
        self.shown = str(path) if shown is None else shown
        self._today = today
        self._lock = Lock()
        self._last = FollowedBank()

    def read(self) -> FollowedBank:
        """Reads what has changed; the reading before, where nothing has."""
        with self._lock:
            self._last = self._read(self._last)
            return self._last

    def files(self) -> tuple[Path, ...]:
        """The file, and the texts that it quoted when it was last read."""
        context = self._last.context
        sources = context.sources.values() if context is not None else ()
        folder = self.path.parent
        return (self.path, *(folder / source.file for source in sources if source.file))

    def _read(self, before: FollowedBank) -> FollowedBank:
        report = Report(self.shown)
        text = read_text(self.path, report)
        early = report.findings()
        if text is None:
            return self._troubled(before, early)
        found = (
            outline(text, report)
            if before.outline is None
            else outline_after(before.outline, text, report)
        )
        if found is None:
            return self._troubled(before, self._all_unreadable(text, early))
        sources = self._sources(before, found.node.get("sources"))
        context = before.context
        if context is None or found is not before.outline or sources is not context.sources:
            context = BankContext(found.node, found.ids, sources, self._today, {}, found.lines)
        elif not before.trouble and before.early == early:
            return before
        change = None
        if before.outline is not None:
            change = change_between(before.outline.lines, found.lines)
        changed = changed_question(found, change) if change is not None else None
        return FollowedBank(before.number + 1, found, context, (), early, change, changed)

    def _all_unreadable(self, text: str, early: Iterable[Finding]) -> tuple[Finding, ...]:
        """Every part of `text` that can't be read, and what was found `early`."""
        report = Report(self.shown)
        report.set_text(text)
        for found in early:
            report.repeat(found)
        look_through(text, report)
        return report.findings()

    def _troubled(self, before: FollowedBank, trouble: tuple[Finding, ...]) -> FollowedBank:
        if trouble == before.trouble:
            return before
        number = before.number + 1
        return replace(before, number=number, trouble=trouble, change=None, changed=None)

    def _sources(self, before: FollowedBank, node: Node | None) -> dict[str, LoadedSource]:
        """The sources declared in `node`; those that were read already, where nothing is new."""
        context = before.context
        if context is not None and context.node.get("sources") == node:
            known = context.sources
            if not isinstance(node, Mapping) or self._are_fresh(known.values()):
                return known
        return load_sources(self.path.parent, node)

    def _are_fresh(self, sources: Iterable[LoadedSource]) -> bool:
        folder = self.path.parent
        return all(source.stamp == stamp_of(folder / source.file) for source in sources)
