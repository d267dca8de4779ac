"""What a session can be showing: a passage, a question, a verdict, or its summary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tui.banks.proof import ProvenQuote
from tui.kinds.question import Answer, Question
from tui.kinds.verdict import Verdict
from tui.log import How, Review
from tui.study.leeches import NEVER, LeechState
from tui.study.queued import Stage


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that waits for its answer.

    topic: the topic's title. turn: how often the question was answered before, which decides the
    order of its options. place: 1 for the first of `of`. is_new: never answered before.
    answer_changed: its key is another than at the last answer. again: missed earlier in this
    session. draft: what was being answered when the app last stopped. practice: the answer will not
    count. stage: where it is asked with help, at which stage; `question` is then its easier form at
    that stage. leech: what its answers say of it. parked: it is not asked from now on.
    """

    ref: str
    question: Question
    topic: str
    turn: int
    place: int
    of: int
    is_new: bool
    answer_changed: bool
    again: bool
    draft: Answer
    flagged: bool
    practice: bool = False
    stage: Stage | None = None
    leech: LeechState = NEVER
    parked: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The passage of a question that keeps slipping, to be read before it is asked.

    asked: the question as it is asked at last. easier: it comes in an easier form right after.
    """

    asked: Asked
    proof: tuple[ProvenQuote, ...]
    easier: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer, its verdict and the proof.

    due: when its chance of recall has fallen to 90 %. by_plan: an exam day is ahead, so that the
    plan says when the question comes back; else it is that day. comes_back_today: once more in
    this session, too.
    said: what the learner said of the answer. can_remember: its wording can be kept as a variant.
    """

    asked: Asked
    review: Review
    verdict: Verdict
    proof: tuple[ProvenQuote, ...]
    due: date
    comes_back_today: bool
    said: How | None
    can_remember: bool
    by_plan: bool = False


@dataclass(frozen=True, slots=True)
class Missed:
    """A question answered wrongly in a session, as its summary lists it."""

    ref: str
    prompt: str
    given: str
    right_answer: str
    due: date


@dataclass(frozen=True, slots=True)
class Summary:
    """What a session came to.

    answered, right, new: answers, right ones, questions seen for the first time. They are those
    that count; in a session for practice, those that don't. practised: answers for practice in a
    session that counts. practice: the session was for practice. missed_today: questions missed
    today and not put right since.
    gained: unseen or last missed, now recalled. slipped: last recalled, now missed.
    seconds: time spent. due_tomorrow: questions that will wait then. more: there is more to ask.
    """

    answered: int
    right: int
    new: int
    seconds: float
    missed: tuple[Missed, ...]
    slipped: int
    gained: int
    due_tomorrow: int
    more: bool
    practised: int = 0
    practice: bool = False
    missed_today: int = 0


@dataclass(frozen=True, slots=True)
class Finished:
    """A session whose questions are all answered, or whose minutes are spent."""

    summary: Summary


State = Asked | Reading | Shown | Finished


def with_asked(state: Asked | Reading | Shown, asked: Asked) -> Asked | Reading | Shown:
    """`state` with `asked` as its question."""
    return asked if isinstance(state, Asked) else replace(state, asked=asked)
