"""Shows a question as a learner sees it, and grades what is tried: without a session or progress.

An author looks at a question while it is being written. It is asked as if it were new, graded by
its own kind, and nothing of it is kept.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from tui.banks.following import FollowedBank
from tui.banks.nodes import Mapping, text
from tui.banks.single import SingleQuestion
from tui.clock import study_day
from tui.kinds.question import Answer, key_hash
from tui.log import Review
from tui.schedule.grades import grade_for
from tui.study.states import Asked, Shown


def bank_id(bank: FollowedBank) -> str:
    """The id that the bank gives itself, '' if it has none."""
    return text(bank.context.node.get("bank")) if bank.context is not None else ""


def topic_title(bank: FollowedBank, topic: str) -> str:
    """What learners see above questions of `topic`: its title, or its id where it has none."""
    topics = bank.context.node.get("topics") if bank.context is not None else None
    fields = topics.get(topic) if isinstance(topics, Mapping) else None
    title = text(fields.get("title")) if isinstance(fields, Mapping) else ""
    return title or topic


def asked(
    bank: FollowedBank, single: SingleQuestion, place: int, turn: int = 0, draft: Answer = ()
) -> Asked | None:
    """The question `single` of `bank` as it is put; None if it can't be asked as it is written.

    place: from 0. turn: how often it was tried before, which decides the order of its options.
    """
    question = single.question
    if question is None:
        return None
    return Asked(
        ref=f"{bank_id(bank)}/{question.id}",
        question=question,
        topic=topic_title(bank, question.topic),
        turn=turn,
        place=place + 1,
        of=bank.count,
        is_new=False,
        answer_changed=False,
        again=False,
        draft=draft,
        flagged=False,
    )


def tried(put: Asked, answer: Answer, single: SingleQuestion, now: datetime, zone: tzinfo) -> Shown:
    """What a learner who gives `answer` would be shown. Nothing is recorded."""
    verdict = put.question.grade(answer)
    day = study_day(now, zone)
    review = Review(
        id="",
        question=put.ref,
        at=now,
        day=day,
        kind=put.question.kind,
        answer=answer,
        score=verdict.score,
        parts=tuple((part.expected, part.given, part.outcome.value) for part in verdict.parts),
        grade=grade_for(verdict.score),
        seconds=0.0,
        device="",
        key=key_hash(put.question),
    )
    return Shown(
        asked=put,
        review=review,
        verdict=verdict,
        proof=single.proof,
        due=day,
        comes_back_today=False,
        said=None,
        can_remember=False,
    )
