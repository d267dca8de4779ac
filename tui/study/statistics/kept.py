"""Keeps what is derived from each answer, and brings it up to the state of the log.

Deriving goes through the log as the schedule does, one answer after the other, which takes seconds
for a long log. So it is kept, and only questions of which the log says more are derived again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import msgspec

from tui import __version__
from tui.banks.cache import throw_away
from tui.clock import Clock
from tui.memory import Grade, Memory
from tui.progress import history
from tui.progress.history import Answer, Newest
from tui.schedule.weights import written
from tui.study.desk import Desk
from tui.study.in_force import weights_in_force
from tui.study.statistics.facts import Fact, facts
from tui.study.statistics.kept_file import FORMAT, KeptFile, State, kept_path
from tui.study.statistics.totals import Totals

_UNUSABLE = (sqlite3.Error, OSError, msgspec.MsgspecError, ValueError)

Derived = tuple[Totals, dict[str, Sequence[float]]]
"""The sums, and by kind of question the seconds of its answers in ascending order."""


class Stopped(Exception):
    """Deriving was given up, as it was asked to be; what is kept is what was kept before."""


Stop = Callable[[], bool]
"""Whether deriving is to be given up; asked after each question."""


def never() -> bool:
    """Goes on to the end."""
    return False


def derived(desk: Desk, most: int | None = None, stop: Stop = never) -> Derived | None:
    """What the log of `desk` gives, as it is at this moment.

    None where more than `most` entries of the log would have to be gone through first. Where the
    cache folder can't be used, all is derived each time. Raises Stopped where `stop` says so.
    """
    if not history.newest(desk.progress).number:
        # Nothing is worth keeping, least of all for an empty progress.db that is only looked at.
        return _from(None, desk, most, stop)
    path = kept_path(desk.folder.cache, desk.progress.path)
    for place in (path, path):
        try:
            return _from(place, desk, most, stop)
        except _UNUSABLE:
            throw_away(path)
    return _from(None, desk, most, stop)


def _from(path: Path | None, desk: Desk, most: int | None, stop: Stop) -> Derived | None:
    with closing(KeptFile(path)) as file:
        newest = history.newest(desk.progress)
        state = file.state()
        behind = _behind(state, desk, newest)
        if most is not None and (behind or 0) > most:
            return None
        if behind is not None:
            with file.writing():
                # Another process may have brought it up to date while this one waited.
                if _behind(state := file.state(), desk, newest) is not None:
                    state = _brought_up(file, desk, state, newest, stop)
        return Totals() if state is None else state.totals, dict(file.seconds())


def _behind(state: State | None, desk: Desk, newest: Newest) -> int | None:
    """How many entries of the log `state` lacks, all where it is of no use; None if it is so."""
    if state is None or state.stamp != _stamp(desk) or state.zone != _zone_stamp(desk.clock):
        return newest.number
    known = Newest(state.number, state.entry)
    if known == newest:
        return None
    if not history.goes_on_from(desk.progress, known):
        return newest.number
    return newest.number - known.number


def _brought_up(
    file: KeptFile, desk: Desk, state: State | None, newest: Newest, stop: Stop
) -> State:
    stamp, zone = _stamp(desk), _zone_stamp(desk.clock)
    names: set[str] | None = None
    totals, changes = Totals(), _Changes()
    if (
        state is not None
        and state.stamp == stamp
        and history.goes_on_from(desk.progress, known := Newest(state.number, state.entry))
    ):
        totals = state.totals
        names = history.touched_since(desk.progress, known)
        if state.zone != zone:
            _tell_hours_anew(file, totals, desk.clock.zone())
    else:
        file.clear()
    if names is None or names:
        _derive(file, desk, names, totals, changes, stop)
    changes.save(file)
    state = State(stamp, *newest, zone, totals)
    file.put_state(state)
    return state


def _derive(
    file: KeptFile,
    desk: Desk,
    names: set[str] | None,
    totals: Totals,
    changes: _Changes,
    stop: Stop,
) -> None:
    from tui.schedule.fsrs6 import after as after_by
    from tui.study.statistics.slipping import leech_of

    zone, weights = desk.clock.zone(), weights_in_force(desk.progress)

    def after(memory: Memory | None, grade: Grade, day: date, key: str) -> Memory:
        return after_by(memory, grade, day, key, weights)

    for name, answers in _by_question(desk, names):
        if stop():
            raise Stopped
        before, now = ([] if names is None else file.facts(name)), facts(answers, after)
        totals.add(before, zone, -1)
        totals.add(now, zone)
        changes.note(before, now)
        leech = leech_of(answers)
        if leech is None:
            totals.leeches.pop(name, None)
        else:
            totals.leeches[name] = leech
        file.put_facts(name, now)


def _by_question(desk: Desk, names: set[str] | None) -> Iterator[tuple[str, list[Answer]]]:
    """Each question by its present name, with its answers under all names in order of time.

    Those of `names`, also where no answer to them stands any more; None for all.
    """
    present = desk.index.aliases()
    renamed = present.keys() | set(present.values())
    asked: list[str] | None = None
    waiting: dict[str, list[Answer]] = {}
    if names is not None:
        wanted = {present.get(name, name) for name in names}
        asked = [*wanted, *(old for old, new in present.items() if new in wanted)]
        waiting = {name: [] for name in wanted}
    for name, answers in history.answers(desk.progress, asked):
        if name in renamed:
            waiting.setdefault(present.get(name, name), []).extend(answers)
        else:
            waiting.pop(name, None)
            yield name, answers
    for name, answers in waiting.items():
        yield name, sorted(answers, key=lambda answer: (answer.at, answer.id))


def _tell_hours_anew(file: KeptFile, totals: Totals, zone: tzinfo) -> None:
    told = Totals()
    for found in file.all_facts():
        told.add_hours(found, zone)
    totals.hours = told.hours


@dataclass(slots=True)
class _Changes:
    """Which seconds go, and which come, by kind of question. Practice has a pace of its own."""

    gone: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    come: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def note(self, before: Sequence[Fact], now: Sequence[Fact]) -> None:
        for found, sums in ((before, self.gone), (now, self.come)):
            for fact in found:
                if fact.seconds > 0 and not fact.practice:
                    sums[fact.kind].append(fact.seconds)

    def save(self, file: KeptFile) -> None:
        if not self.gone and not self.come:
            return
        kept = file.seconds()
        for kind in self.gone.keys() | self.come.keys():
            ascending = list(kept.get(kind, ()))
            for seconds in self.gone[kind]:
                place = bisect_left(ascending, seconds)
                if ascending[place : place + 1] != [seconds]:
                    raise ValueError("the kept seconds are not those of the kept answers")
                del ascending[place]
            ascending += self.come[kind]
            ascending.sort()
            file.put_seconds(kind, ascending)


def _stamp(desk: Desk) -> str:
    """Of whose log it is, the names that questions have had, the weights, and the program."""
    from tui.schedule.forgetting import DECAY

    weights = written(weights_in_force(desk.progress))
    said = (history.identity(desk.progress), sorted(desk.index.aliases().items()), weights)
    return hashlib.sha256(repr((FORMAT, __version__, DECAY, said)).encode()).hexdigest()[:16]


def _zone_stamp(clock: Clock) -> str:
    """What tells the zone of `clock` from others: its name, and its distance from UTC by month."""
    zone, year = clock.zone(), clock.now().year
    moments = (datetime(year, month, 15, tzinfo=UTC) for month in range(1, 13))
    return f"{zone} {[str(moment.astimezone(zone).utcoffset()) for moment in moments]}"
