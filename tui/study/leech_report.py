"""What has become of the questions that kept slipping."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tui.progress import log as progress_log
from tui.study.desk import Desk
from tui.study.leeches import IN_A_ROW, LeechState, leech_state
from tui.study.parking import parked_refs


@dataclass(frozen=True, slots=True)
class Leech:
    """A question that is a leech, was one, or is parked.

    since: the study day on which it became one, cured: the one on which it was one no more.
    lapses: how often it has slipped, from the cure on if it was cured. right_since, missed_since:
    answers that count after it became one. parked: it is not asked.
    """

    ref: str
    prompt: str
    topic: str
    since: date | None
    cured: date | None
    lapses: int
    right_since: int
    missed_since: int
    parked: bool


@dataclass(frozen=True, slots=True)
class LeechReport:
    """Leeches that are asked, with help; parked questions; leeches that were recalled again.

    Each has the one first in front that became a leech, or was cured, last.
    """

    leeches: tuple[Leech, ...]
    parked: tuple[Leech, ...]
    cured: tuple[Leech, ...]


def leech_report(desk: Desk) -> LeechReport:
    """Looks through the log once: call it where nothing waits for it."""
    aliases = desk.index.aliases()
    missed: Counter[str] = Counter()
    for name, count in progress_log.miss_counts(desk.progress, 1).items():
        missed[aliases.get(name, name)] += count
    often = {ref for ref, count in missed.items() if count >= IN_A_ROW}
    parked = parked_refs(desk)
    topics = desk.index.topics()
    found: list[Leech] = []
    for row in desk.index.rows(sorted(often | parked)):
        reviews = progress_log.reviews_of(desk.progress, desk.names(row.ref))
        state = leech_state(reviews)
        if state.since is None and row.ref not in parked:
            continue
        title = topics[row.topic].title if row.topic in topics else row.topic
        found.append(_leech(row.ref, row.prompt, title, state, row.ref in parked))
    found.sort(key=lambda leech: (leech.cured or leech.since or date.min, leech.ref), reverse=True)
    return LeechReport(
        leeches=tuple(each for each in found if each.cured is None and not each.parked),
        parked=tuple(each for each in found if each.parked),
        cured=tuple(each for each in found if each.cured is not None and not each.parked),
    )


def _leech(ref: str, prompt: str, topic: str, state: LeechState, parked: bool) -> Leech:
    return Leech(
        ref=ref,
        prompt=prompt,
        topic=topic,
        since=state.since.day if state.since else None,
        cured=state.cured.day if state.cured else None,
        lapses=state.lapses,
        right_since=state.right_since,
        missed_since=state.missed_since,
        parked=parked,
    )
