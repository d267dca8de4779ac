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
from tui.study.planning import planned
from tui.study.states import Missed, Summary


def summarise(desk: Desk, row: SessionRow, topic: str | None) -> Summary:
    """The summary of the session `row`, which may still be going on."""
    db = desk.progress
    last: dict[str, Review] = {}
    first: dict[str, Review] = {}
    answered = right = 0
    for step in sessions.steps(db, row.id):
        review = progress_log.review(db, step.review) if step.review else None
        if review is None:
            continue
        answered += 1
        right += review.score == 1
        first.setdefault(step.question, review)
        last[step.question] = review
    new = slipped = gained = 0
    missed: list[Missed] = []
    for ref, review in first.items():
        earlier = _before(desk, ref, review)
        new += earlier is None
        recalled = review.grade is not Grade.AGAIN
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
        due_tomorrow=memories.due_count(db, tomorrow),
        more=bool(planned(desk, 1.0, topic=topic)),
    )


def _before(desk: Desk, ref: str, review: Review) -> Review | None:
    """The last review of `ref` before `review`."""
    reviews = progress_log.reviews_of(desk.progress, desk.names(ref))
    earlier = [r for r in reviews if (r.at, r.id) < (review.at, review.id)]
    return earlier[-1] if earlier else None
