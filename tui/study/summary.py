"""What a session came to."""

from __future__ import annotations

from datetime import timedelta

from tui.clock import today
from tui.log import Review
from tui.memory import Grade
from tui.progress import log as progress_log
from tui.progress import memories, sessions
from tui.progress.sessions import SessionRow
from tui.study.desk import Desk
from tui.study.missed import missed as missed_in
from tui.study.parking import parked_refs
from tui.study.planning import planned
from tui.study.states import Missed, Summary
from tui.study.wish import Wish


def summarise(desk: Desk, row: SessionRow, wish: Wish) -> Summary:
    """The summary of the session `row`, which may still be going on."""
    db = desk.progress
    first: dict[str, Review] = {}
    answered = right = practised = 0
    for step in sessions.steps(db, row.id):
        review = progress_log.review(db, step.review) if step.review else None
        if review is None:
            continue
        if review.practice and not wish.practice:
            practised += 1
            continue
        answered += 1
        right += review.score == 1
        first.setdefault(step.question, review)
    new = slipped = gained = 0
    missed: list[Missed] = []
    for ref, review in first.items():
        earlier = _before(desk, ref, review)
        recalled = review.grade is not Grade.AGAIN
        if not review.practice:
            new += earlier is None
            slipped += earlier is not None and earlier.grade is not Grade.AGAIN and not recalled
            gained += recalled and (earlier is None or earlier.grade is Grade.AGAIN)
        if not recalled and (question := desk.index.question(ref)) is not None:
            memory = memories.get(db, ref)
            missed.append(
                Missed(
                    ref=ref,
                    prompt=question.prompt,
                    given="; ".join(filter(None, review.answer)),
                    right_answer=question.right_answer(),
                    due=memory.due_day if memory else today(desk.clock),
                )
            )
    tomorrow = today(desk.clock) + timedelta(days=1)
    return Summary(
        answered=answered,
        right=right,
        new=new,
        seconds=row.seconds,
        missed=tuple(missed),
        slipped=slipped,
        gained=gained,
        due_tomorrow=len(set(memories.due_questions(db, tomorrow)) - parked_refs(desk)),
        more=bool(planned(desk, 1.0, wish)),
        practised=practised,
        practice=wish.practice,
        missed_today=len(missed_in(desk, 1)),
    )


def _before(desk: Desk, ref: str, review: Review) -> Review | None:
    """The last review of `ref` before `review` that counts."""
    reviews = progress_log.reviews_of(desk.progress, desk.names(ref))
    before = (review.at, review.id)
    earlier = [r for r in reviews if (r.at, r.id) < before and not r.practice]
    return earlier[-1] if earlier else None
