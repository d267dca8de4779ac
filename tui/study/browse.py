"""Looks through the questions, each with what is remembered of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.banks.proof import ProvenQuote
from tui.clock import today
from tui.kinds.question import Question
from tui.log import Review
from tui.memory import Memory
from tui.progress import flags, memories
from tui.progress import log as progress_log
from tui.schedule.forgetting import retrievability
from tui.study.desk import Desk
from tui.study.errors import StudyError


@dataclass(frozen=True, slots=True)
class BrowseRow:
    """A question in the list; recall (0 to 1, now) and due are None if it was never answered."""

    ref: str
    prompt: str
    topic: str
    kind: str
    recall: float | None
    due: date | None
    reviews: int
    lapses: int
    flagged: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """One question whole, with its proof, its memory and the answers that count."""

    ref: str
    question: Question
    topic: str
    memory: Memory | None
    proof: tuple[ProvenQuote, ...]
    reviews: tuple[Review, ...]
    flagged: bool


def browse(desk: Desk, text: str, limit: int = 500) -> tuple[list[BrowseRow], int]:
    """The first `limit` questions that hold all words of `text`, and how many do in all."""
    refs = desk.index.search(text) if text.strip() else desk.index.refs()
    day = today(desk.clock)
    flagged = flags.flagged(desk.progress)
    topics = desk.index.topics()
    rows: list[BrowseRow] = []
    for row in desk.index.rows(refs[:limit]):
        memory = memories.get(desk.progress, row.ref)
        recall = None
        if memory is not None:
            recall = retrievability(memory.stability, (day - memory.last_day).days)
        rows.append(
            BrowseRow(
                ref=row.ref,
                prompt=row.prompt,
                topic=topics[row.topic].title if row.topic in topics else row.topic,
                kind=row.kind,
                recall=recall,
                due=memory.due_day if memory else None,
                reviews=memory.reviews if memory else 0,
                lapses=memory.lapses if memory else 0,
                flagged=row.ref in flagged,
            )
        )
    return rows, len(refs)


def detail(desk: Desk, ref: str) -> Detail:
    """All there is to say of the question `ref`; StudyError if no bank has it any more."""
    question = desk.index.question(ref)
    if question is None:
        raise StudyError(f"No bank has the question {ref} any more.", "Its answers are kept.")
    topics = desk.index.topics()
    return Detail(
        ref=ref,
        question=question,
        topic=topics[question.topic].title if question.topic in topics else question.topic,
        memory=memories.get(desk.progress, ref),
        proof=desk.index.passages(ref),
        reviews=tuple(progress_log.reviews_of(desk.progress, desk.names(ref))),
        flagged=ref in flags.flagged(desk.progress),
    )
