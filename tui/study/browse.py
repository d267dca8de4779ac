"""Looks through the questions, each with what is remembered of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.banks.proof import ProvenQuote
from tui.clock import today
from tui.kinds.question import Question
from tui.log import Review
from tui.memory import Memory
from tui.progress import log as progress_log
from tui.progress import memories
from tui.schedule.forgetting import retrievability
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.filters.parsing import parse
from tui.study.filters.query import matching
from tui.study.flagging import flagged_refs
from tui.study.leeches import LeechState, leech_state
from tui.study.parking import parked_refs


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
    """One question whole, with its proof, its memory and the answers that stand.

    leech: whether it keeps slipping. parked: it is not asked.
    """

    ref: str
    question: Question
    topic: str
    memory: Memory | None
    proof: tuple[ProvenQuote, ...]
    reviews: tuple[Review, ...]
    flagged: bool
    leech: LeechState
    parked: bool


def browse(desk: Desk, text: str, limit: int | None = 500) -> tuple[list[BrowseRow], int]:
    """The first `limit` questions that the query `text` finds, and how many it finds in all.

    StudyError if the query is not understood; see `tui.study.filters`.
    """
    refs = matching(desk, parse(text))
    day = today(desk.clock)
    flagged = flagged_refs(desk)
    topics = desk.index.topics()
    rows: list[BrowseRow] = []
    shown = refs[:limit]
    known = memories.several(desk.progress, shown)
    for row in desk.index.rows(shown):
        memory = known.get(row.ref)
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
    reviews = progress_log.reviews_of(desk.progress, desk.names(ref))
    return Detail(
        ref=ref,
        question=question,
        topic=topics[question.topic].title if question.topic in topics else question.topic,
        memory=memories.get(desk.progress, ref),
        proof=desk.index.passages(ref),
        reviews=tuple(reviews),
        flagged=ref in flagged_refs(desk),
        leech=leech_state(reviews),
        parked=ref in parked_refs(desk),
    )
