"""Makes what a session shows: the question at hand, the passage before it, the answer's verdict."""

from __future__ import annotations

from dataclasses import replace

from tui.clock import today
from tui.kinds.question import Question
from tui.kinds.verdict import Variant, Verdict
from tui.log import How, Review
from tui.memory import Memory
from tui.progress import log as progress_log
from tui.progress import sessions, variants
from tui.progress.sessions import SessionRow
from tui.study.desk import Desk
from tui.study.exam_day import horizon
from tui.study.flagging import flagged_refs
from tui.study.leeches import leech_state
from tui.study.parking import parked_refs
from tui.study.queued import Stage, ref_of, stage_of
from tui.study.states import Asked, Shown


def ask(desk: Desk, row: SessionRow, ref: str, question: Question, *, practice: bool) -> Asked:
    """The question at hand in the session `row`, as it is written; practice: it will not count."""
    db = desk.progress
    # The review whose verdict is on the screen is not yet one of those before it.
    reviews = [
        review for review in progress_log.reviews_of(db, desk.names(ref)) if review.id != row.shown
    ]
    counting = [review for review in reviews if not review.practice]
    topic = desk.index.topics().get(question.topic)
    return Asked(
        ref=ref,
        question=question,
        topic=topic.title if topic else question.topic,
        turn=len(reviews),
        place=row.place + 1,
        of=len(row.queue),
        is_new=not reviews,
        answer_changed=bool(counting) and counting[-1].key not in {"", *_key_of(desk, ref)},
        again=any(
            step.question == ref and step.review is not None and step.review != row.shown
            for step in sessions.steps(db, row.id)
        ),
        draft=row.draft,
        flagged=ref in flagged_refs(desk),
        practice=practice,
        stage=stage_of(row.queue[row.place]),
        leech=leech_state(reviews),
        parked=ref in parked_refs(desk),
    )


def in_easier_form(asked: Asked, form: Question) -> Asked:
    """`asked` as `form`, for practice."""
    return replace(asked, question=form, practice=True, answer_changed=False)


def show(
    desk: Desk,
    row: SessionRow,
    asked: Asked,
    review: Review,
    verdict: Verdict,
    memory: Memory | None,
    said: How | None,
) -> Shown:
    """The verdict on `review`; said: what the learner said of it."""
    # What is typed into an easier form is held against a key of its own.
    own_form = asked.stage is not Stage.EASIER
    return Shown(
        asked=replace(asked, draft=(), of=len(row.queue)),
        review=review,
        verdict=verdict,
        proof=desk.index.passages(asked.ref),
        due=memory.due_day if memory else today(desk.clock),
        comes_back_today=any(ref_of(text) == asked.ref for text in row.queue[row.place + 1 :]),
        said=said,
        can_remember=own_form
        and said is not How.RIGHT
        and review.score < 1
        and bool(asked.question.claims(review.answer, learned(desk, asked.ref))),
        by_plan=horizon(desk)[1] is not None,
    )


def learned(desk: Desk, ref: str, without: str = "") -> tuple[Variant, ...]:
    """The wordings that the learner had remembered as right for `ref`.

    without: id of an amendment whose wordings are left out.
    """
    return variants.learned(desk.progress, desk.names(ref), without)


def _key_of(desk: Desk, ref: str) -> list[str]:
    """The hash of the answer key, as compiled: making it anew would import the grading."""
    return [row.key for row in desk.index.rows([ref])]
