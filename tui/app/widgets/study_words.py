"""What the study screen says around a question: where one is, and when it comes back."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.marks import QUIET, UNSURE
from tui.app.words import short_date, when
from tui.kinds.verdict import Outcome
from tui.memory import Grade
from tui.study.queued import Stage
from tui.study.states import Asked, Shown

STAGES = {Stage.READ: "with help", Stage.EASIER: "practice", Stage.FULL: "in full"}
TELLING = frozenset({"multiple", "order"})
"""Kinds whose questions look like another's until their kind is named."""


def where_words(asked: Asked, kind: str) -> tuple[Content, ...]:
    """The topic and the kind of question; one of them, for where there is no room for both.

    That is the topic, unless the kind tells what an answer is, which the learner has to know.
    """
    topic = Content.styled(clean_line(asked.topic), "bold")
    both = Content.assemble(topic, (f" · {kind}", QUIET))
    if asked.question.kind in TELLING:
        return both, Content.styled(kind, "bold")
    return both, topic


def place_words(asked: Asked, spent: float, planned: int, short: bool) -> Content:
    """What is special about the question, its place in the session, and the minutes.

    spent: seconds; planned: minutes.
    """
    minutes = int(spent // 60)
    if short:
        return Content.assemble(f"{asked.place}/{asked.of}", (f" {minutes}/{planned} min", QUIET))
    marks: list[str] = []
    if asked.flagged:
        marks.append("⚑ flagged")
    if asked.answer_changed:
        marks.append("answer changed")
    if asked.stage is not None:
        marks.append(STAGES[asked.stage])
    elif asked.practice:
        marks.append("practice")
    elif asked.again:
        marks.append("once more")
    elif asked.is_new:
        marks.append("new")
    return Content.assemble(
        *((f"{mark}  ", UNSURE) for mark in marks),
        f" {asked.place} of {asked.of}",
        (f"  {minutes} of {planned} min", QUIET),
    )


def is_open(shown: Shown) -> bool:
    """Whether the learner is still to say if the answer counts."""
    return shown.said is None and shown.verdict.outcome in {Outcome.NEAR, Outcome.DISPUTED}


def due_words(shown: Shown, today: date) -> Content:
    """When the question comes back, and whether the answer has anything to do with it."""
    asked, day = shown.asked, when(shown.due, today)
    if asked.parked:
        words = "Parked: not asked until it is taken out again in browse"
    elif asked.stage is Stage.EASIER:
        words = "Practice: in full later in this session"
    elif shown.review.practice:
        words = f"Practice: still due {day}"
    elif asked.practice:
        words = f"Counts: again {day}"
    elif shown.by_plan:
        words = plan_words(shown, today)
    elif shown.comes_back_today:
        words = f"Again later in this session, then {day}"
    elif asked.leech.is_leech and shown.review.grade is Grade.AGAIN:
        words = f"Again {day}, with help"
    else:
        words = f"Again {day}"
    return Content.styled(words, "bold")


def plan_words(shown: Shown, today: date) -> str:
    """When the question comes back where the plan for the exam says it: no day is promised."""
    known = f"90 % sure until {short_date(shown.due, today)}"
    if shown.comes_back_today:
        return f"Again later in this session, then {known}"
    if shown.asked.leech.is_leech and shown.review.grade is Grade.AGAIN:
        return f"{known}; again with help"
    return f"{known}; again when it wins most for the exam"
