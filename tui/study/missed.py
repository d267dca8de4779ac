"""What was answered wrongly in the last days and not put right since."""

from __future__ import annotations

from datetime import timedelta

from tui.clock import today
from tui.log import Review
from tui.memory import Grade
from tui.progress import log as progress_log
from tui.study.desk import Desk
from tui.study.parking import parked_refs

DAYS = 3
"""Study days, today among them, that are looked back by default."""


def missed(desk: Desk, days: int = DAYS) -> list[str]:
    """The questions missed, or answered in part, on one of the last `days`, the newest first.

    One that was right since then is left out: in practice, or on a later day. Right at the end of
    the session in which it was missed says little, as the answer had just been read. Those that
    are parked or in no bank any more are left out, too.
    """
    since = today(desk.clock) - timedelta(days=days - 1)
    aliases = desk.index.aliases()
    names = progress_log.missed_since(desk.progress, since)
    found: list[tuple[Review, str]] = []
    for ref in {aliases.get(name, name) for name in names} - parked_refs(desk):
        review = last_miss(progress_log.reviews_of(desk.progress, desk.names(ref)))
        if review is not None and review.day >= since:
            found.append((review, ref))
    found.sort(key=lambda pair: (pair[0].at, pair[0].id), reverse=True)
    there = {row.ref for row in desk.index.rows([ref for _, ref in found])}
    return [ref for _, ref in found if ref in there]


def last_miss(reviews: list[Review]) -> Review | None:
    """The last of `reviews` that counts and was not all right; None if it was put right since."""
    last: Review | None = None
    for review in reviews:
        if review.grade >= Grade.GOOD:
            last = None if last is None or _puts_right(review, last) else last
        elif not review.practice:
            last = review
    return last


def _puts_right(right: Review, miss: Review) -> bool:
    if right.practice:
        # An easier form of the question has a key of its own.
        return right.key in {"", miss.key}
    return right.day > miss.day
