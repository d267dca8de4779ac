"""Plans sessions, and finds the one that was left."""

from __future__ import annotations

from collections.abc import Callable

from tui.clock import today
from tui.progress import sessions
from tui.progress.sessions import SessionRow
from tui.study.candidates import waiting
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.exam_day import horizon
from tui.study.parking import parked_refs
from tui.study.queue import Candidate, plan
from tui.study.queued import owed, time_is_up
from tui.study.wish import DAILY, Wish


def planned(
    desk: Desk,
    seconds: float,
    wish: Wish = DAILY,
    *,
    without: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The questions worth asking in the next `seconds`, in order; () if there are none.

    Those that were missed are not held to the time. StudyError if the topic or the filter of `wish`
    is not understood.
    """
    if seconds <= 0 or wish.chosen:
        return ()
    left = _left(desk, wish)
    if wish.missed_days is not None:
        from tui.study.missed import missed

        allowed = _allowed(left, without)
        return tuple(filter(allowed, missed(desk, wish.missed_days)))
    if wish.weak:
        from tui.study.weak import weak_queue

        return weak_queue(desk, seconds, _allowed(left, without | parked_refs(desk)))
    if wish.filter:
        from tui.study.filtered import filtered_queue

        return filtered_queue(desk, seconds, left or [], without, practice=wish.practice)
    order = day_plan(desk, seconds, among=left, without=without, practice=wish.practice)
    return tuple(candidate.ref for candidate in order)


def day_plan(
    desk: Desk,
    seconds: float,
    *,
    among: list[str] | None = None,
    without: frozenset[str] = frozenset(),
    practice: bool = False,
) -> list[Candidate]:
    """The day's work for so many `seconds`, in order: of the questions `among`, if given.

    What adds most to the marks on the exam day while there is one ahead. Without one, after it, and
    for practice: due questions, the most forgotten first, then unseen ones in the banks' order.
    """
    _, exam = horizon(desk)
    if exam is not None and not practice:
        from tui.study.exam_queue import exam_candidates

        return exam_candidates(desk, seconds, exam, _allowed(among, without))
    candidates = waiting(desk, seconds, among=among, without=without)
    return plan(candidates.due, candidates.new, seconds)


def takes_long(desk: Desk) -> bool:
    """Whether `day_plan` takes longer than a learner should wait for a screen."""
    _, exam = horizon(desk)
    if exam is None:
        return False
    from tui.study.exam_queue import LARGE
    from tui.study.ranking import is_at_hand

    return desk.index.count() >= LARGE and not is_at_hand(desk, exam)


def _left(desk: Desk, wish: Wish) -> list[str] | None:
    """What the topic and the filter of `wish` leave, in the banks' order; None for all there is."""
    if wish.topic is None and not wish.filter:
        return None
    from tui.study.filters.parsing import parse
    from tui.study.filters.query import Query, matching
    from tui.study.filters.topics import OfTopic

    topic = () if wish.topic is None else (OfTopic((wish.topic,)),)
    return matching(desk, Query((*topic, *parse(wish.filter).terms)))


def _allowed(left: list[str] | None, without: frozenset[str]) -> Callable[[str], bool]:
    if left is None:
        return lambda ref: ref not in without
    allowed = frozenset(left) - without
    return allowed.__contains__


def unfinished(desk: Desk, wish: Wish | None = DAILY) -> SessionRow | None:
    """Today's session that was not ended, if there is one with a question left or shown.

    It is the last one that was begun; None if that was of another wish. With `wish` None, it is of
    any.
    """
    row = sessions.latest(desk.progress)
    if row is None or row.ended_at is not None or row.day != today(desk.clock):
        return None
    if wish is None:
        wish = Wish.of_title(row.title)
    if row.title != wish.title() or row.place >= len(row.queue):
        return None
    out_of_time = not wish.practice and time_is_up(row) and owed(row) is None
    return None if out_of_time else row


def new_session(
    desk: Desk, minutes: int, wish: Wish = DAILY, queue: tuple[str, ...] | None = None
) -> SessionRow:
    """Plans a session, ends the one before it, and writes both down.

    queue: the questions to ask, where they are chosen already. Where another window has begun a
    session of this wish in the meantime, it is that one.
    """
    if queue is None:
        queue = planned(desk, minutes * 60, wish)
        if not queue:
            _say_why_there_is_nothing(desk, wish)
    now = desk.clock.now()
    row = SessionRow(
        id=desk.new_id(),
        day=today(desk.clock),
        started_at=now,
        ended_at=None,
        minutes=minutes,
        title=wish.title(),
        queue=queue,
        place=0,
        shown=None,
        draft=(),
        seconds=0.0,
    )
    with desk.progress.transaction(failed=""):
        begun = None if wish.chosen else unfinished(desk, wish)
        if begun is not None:
            return begun
        before = sessions.latest(desk.progress)
        if before is not None and before.ended_at is None:
            sessions.end(desk.progress, before.id, now)
        sessions.start(desk.progress, row)
    return row


def _say_why_there_is_nothing(desk: Desk, wish: Wish) -> None:
    """Raises a StudyError where `wish` asks for something of its own and there is none of it."""
    if wish.filter and not _left(desk, wish):
        of_topic = f" of the topic {wish.topic}" if wish.topic else ""
        raise StudyError(
            f"No question{of_topic} matches the filter {wish.filter}.",
            "`cssprep bank list --filter` shows what a filter finds.",
        )
    if wish.missed_days is not None:
        days = "today" if wish.missed_days == 1 else f"in the last {wish.missed_days} days"
        raise StudyError(
            f"Nothing was missed {days} that was not put right since.",
            "Go on with what waits today.",
        )
    if wish.weak:
        raise StudyError(
            "No question that was asked for would win anything today.",
            "Each was answered today, is parked, or is known well enough for the exam.",
        )
    if wish.filter:
        raise StudyError(
            f"All that matches the filter {wish.filter} was answered today or is parked.",
            "Come back tomorrow, or choose another filter.",
        )
