"""What waits today, in one look."""

from __future__ import annotations

from dataclasses import dataclass

from tui.clock import today as study_today
from tui.progress import log as progress_log
from tui.progress import memories
from tui.study.changes import changed_answers
from tui.study.desk import Desk
from tui.study.exam_day import horizon
from tui.study.parking import parked_refs
from tui.study.planning import day_plan, unfinished
from tui.study.wish import Wish


@dataclass(frozen=True, slots=True)
class Today:
    """The day's work.

    due, new: questions to review, and unseen ones that the plan has room for; to review are all
    that are due, or with an exam day ahead those of the plan. questions, seconds: the plan's size
    and what it is expected to take; minutes: what it was asked to fit.
    answered: answers given today. open_place, open_of: where an unfinished session stands, and
    open_title: what it is about.
    seen, total: questions ever answered, and all there are.
    """

    due: int
    new: int
    seconds: float
    questions: int
    minutes: int
    answered: int
    open_place: int | None
    open_of: int | None
    total: int
    seen: int
    open_title: str | None = None

    @property
    def open_wish(self) -> Wish:
        """What the unfinished session is about; the day's own work where there is none."""
        return Wish.of_title(self.open_title or "")


def today(desk: Desk, minutes: int) -> Today:
    """What waits today, for a session of so many minutes."""
    queue = day_plan(desk, minutes * 60)
    new = sum(candidate.recall is None for candidate in queue)
    _, exam = horizon(desk)
    row = unfinished(desk, None)
    day = study_today(desk.clock)
    activity = progress_log.activity(desk.progress, day).get(day)
    refs = desk.index.refs()
    seen = len(refs) - len(memories.unseen(desk.progress, refs))
    return Today(
        due=due_count(desk) if exam is None else len(queue) - new,
        new=new,
        seconds=sum(candidate.seconds for candidate in queue),
        questions=len(queue),
        minutes=minutes,
        answered=activity.answers if activity else 0,
        open_place=row.place + 1 if row else None,
        open_of=len(row.queue) if row else None,
        total=len(refs),
        seen=seen,
        open_title=row.title if row else None,
    )


def due_count(desk: Desk) -> int:
    """How many questions of the banks are due today, parked ones left out."""
    due = set(memories.due_questions(desk.progress, study_today(desk.clock)))
    due.update(changed_answers(desk))
    return len(due.intersection(desk.index.refs()) - parked_refs(desk))


def today_line(day: Today) -> str:
    """The day's work as one line, such as "18 to review, 6 new, about 14 minutes"."""
    if day.total == 0:
        return "no questions: put a bank into question_banks"
    if day.open_place is not None:
        return f"in a session, question {day.open_place} of {day.open_of}"
    if day.questions == 0:
        return "nothing waits today"
    minutes = max(1, round(day.seconds / 60))
    return f"{day.due} to review, {day.new} new, about {minutes} min"
