"""The questions that win most marks for a minute: what a session on weak topics asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from tui.study.confusable import confusable_pairs, near_each_other
from tui.study.desk import Desk
from tui.study.queue import Candidate, interleaved
from tui.study.standing import Standing, standings


def weak_queue(desk: Desk, seconds: float, wanted: Callable[[str], bool]) -> tuple[str, ...]:
    """Questions that are `wanted` for the next `seconds`, in the order in which to ask them.

    All of them win at least as much for each of their seconds as any that is left out. Topics take
    turns, and questions that are mixed up stand near each other.
    """
    rows = [row for row in standings(desk).rows if wanted(row.ref)]
    chosen = fitting(most_worth(rows), seconds)
    order = [candidate.ref for candidate in interleaved(list(map(candidate_of, chosen)))]
    return tuple(near_each_other(order, confusable_pairs(desk, order)))


def most_worth(rows: Iterable[Standing]) -> list[Standing]:
    """Those of `rows` that win something, by marks for a second, the most first.

    Of questions that win as much, those of the weaker topic come first: of the topic that wins
    more for the time that asking all of its questions once takes.
    """
    worth = [row for row in rows if row.gain > 0]
    won: dict[str, float] = defaultdict(float)
    taken: dict[str, float] = defaultdict(float)
    for row in worth:
        won[row.topic] += row.gain
        taken[row.topic] += row.seconds
    return sorted(
        worth,
        key=lambda row: (row.gain / row.seconds, won[row.topic] / taken[row.topic]),
        reverse=True,
    )


def fitting(rows: Sequence[Standing], seconds: float, at_least: int = 1) -> list[Standing]:
    """`rows` from the first on, as far as they fit into `seconds`, but `at_least` so many.

    It ends at the first that does not fit: a shorter one that wins less would take its place.
    """
    found: list[Standing] = []
    left = seconds
    for row in rows:
        left -= row.seconds
        if left < 0 and len(found) >= at_least:
            break
        found.append(row)
    return found


def candidate_of(row: Standing) -> Candidate:
    """A standing as the queue takes it."""
    recall = None if row.memory is None else row.recall
    return Candidate(row.ref, row.topic, recall, row.seconds)
