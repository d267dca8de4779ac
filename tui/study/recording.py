"""What is written of an answer: into the log, and into the memory that is derived from it.

Each function needs an open transaction.
"""

from __future__ import annotations

from tui.clock import study_day
from tui.kinds.question import Answer, key_hash
from tui.kinds.verdict import Variant, Verdict
from tui.log import Amendment, How, Review, Undo
from tui.memory import Memory
from tui.progress import log as progress_log
from tui.progress import memories, variants
from tui.schedule.grades import grade_for, regrade
from tui.study.desk import Desk
from tui.study.in_force import replaying
from tui.study.states import Asked


def record(desk: Desk, asked: Asked, answer: Answer, verdict: Verdict, seconds: float) -> Review:
    """Logs `answer`, which took `seconds`, as it was graded."""
    now = desk.clock.now()
    review = Review(
        id=desk.new_id(),
        question=asked.ref,
        at=now,
        day=study_day(now, desk.clock.zone()),
        kind=asked.question.kind,
        answer=answer,
        score=verdict.score,
        parts=tuple((p.expected, p.given, p.outcome.value) for p in verdict.parts),
        grade=grade_for(verdict.score),
        seconds=seconds,
        device=desk.progress.device,
        key=key_hash(asked.question),
        practice=asked.practice,
    )
    progress_log.append(desk.progress, review)
    return review


def derive(desk: Desk, ref: str) -> Memory | None:
    """Derives the memory of `ref` anew from its log, and keeps it."""
    reviews = progress_log.reviews_of(desk.progress, desk.names(ref))
    memory = replaying(desk.progress)(reviews)
    memories.put(desk.progress, ref, memory)
    return memory


def say(desk: Desk, review: Review, how: How | None, remember: tuple[Variant, ...] = ()) -> Review:
    """Amends `review` in place of what was said of it before; None takes that back.

    remember: wordings of its question that are right from now on. The review as it stands then.
    """
    db = desk.progress
    before = progress_log.amendment_of(db, review.id)
    if before is not None:
        progress_log.append(db, undo_of(desk, before.id))
        variants.forget(db, before.id)
    if how is not None:
        plain = progress_log.review(db, review.id) or review
        amendment = _amendment(desk, plain, how)
        progress_log.append(db, amendment)
        for variant in remember:
            variants.remember(db, review.question, variant, amendment.id)
    return progress_log.review(db, review.id) or review


def let_count(desk: Desk, review: Review) -> Review:
    """Lets a practice answer count after all, or no more; the review as it stands then."""
    db = desk.progress
    before = progress_log.counted_by(db, review.id)
    for amendment in before:
        progress_log.append(db, undo_of(desk, amendment.id))
    if not before:
        progress_log.append(db, _amendment(desk, review, How.COUNT))
    return progress_log.review(db, review.id) or review


def take_back(desk: Desk, review_id: str) -> Review | None:
    """Takes an answer back, with the wordings it has taught; the answer as it stood."""
    db = desk.progress
    review = progress_log.review(db, review_id)
    amendment = progress_log.amendment_of(db, review_id)
    if amendment is not None:
        variants.forget(db, amendment.id)
    progress_log.append(db, undo_of(desk, review_id))
    return review


def undo_of(desk: Desk, target: str) -> Undo:
    """An entry that takes the entry `target` back, not yet logged."""
    return Undo(desk.new_id(), target, desk.clock.now(), desk.progress.device)


def _amendment(desk: Desk, review: Review, how: How) -> Amendment:
    score, grade = (review.score, review.grade) if how is How.COUNT else regrade(how, review.score)
    return Amendment(
        id=desk.new_id(),
        target=review.id,
        at=desk.clock.now(),
        how=how,
        score=score,
        grade=grade,
        device=desk.progress.device,
    )
