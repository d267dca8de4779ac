"""One entry of the log as a line of JSON, and back, with every complaint about what was read.

A review has no `event`; an amendment has "amend" there, and an undo "undo". A review needs only
`question`, `at` and `score`; the rest, where it is missing, follows from these. `practice` is
written only where it is true. Fields of other names are passed over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from tui.log import Amendment, Entry, Review, Undo
from tui.memory import Grade
from tui.progress.columns import json_text, moment_text
from tui.progress.entries import AMEND, ANSWER, UNDO
from tui.progress.fields import SHORT_LINE, Fields, Refused, check_length, object_of, shown
from tui.progress.joining.mark_lines import BESIDE


@dataclass(frozen=True, slots=True)
class Rules:
    """What a line's missing fields follow from: the learner's zone, and the grade of a score."""

    zone: tzinfo
    grade_for: Callable[[float], Grade]


def to_line(entry: Entry) -> str:
    """`entry` on one line, without its end."""
    at = moment_text(entry.at)
    if isinstance(entry, Review):
        fields = {
            "id": entry.id,
            "question": entry.question,
            "at": at,
            "day": entry.day.isoformat(),
            "kind": entry.kind,
            "answer": entry.answer,
            "score": entry.score,
            "parts": entry.parts,
            "grade": int(entry.grade),
            "seconds": entry.seconds,
            "device": entry.device,
            "key": entry.key,
        }
        return json_text(fields | {"practice": True} if entry.practice else fields)
    if isinstance(entry, Amendment):
        return json_text(
            {
                "event": AMEND,
                "id": entry.id,
                "target": entry.target,
                "at": at,
                "how": entry.how.value,
                "score": entry.score,
                "grade": int(entry.grade),
                "device": entry.device,
            }
        )
    return json_text(
        {"event": UNDO, "id": entry.id, "target": entry.target, "at": at, "device": entry.device}
    )


def from_line(line: str, rules: Rules) -> Entry:
    """The entry that `line` describes; Refused if it does not describe one."""
    entry = _entry(Fields(object_of(line)), rules)
    check_written(entry, len(line))
    return entry


def check_written(entry: Entry, length: int) -> None:
    """Raises Refused if the line of `entry` is too long; `length` is that of all its texts.

    What is written here is not what was read: it may hold escapes that were not needed there.
    """
    if length > SHORT_LINE:
        check_length(to_line(entry))


def _entry(fields: Fields, rules: Rules) -> Entry:
    match fields.name("event", ANSWER):
        case "answer":
            return _review(fields, rules)
        case "amend":
            return Amendment(
                id=fields.id(),
                target=fields.name("target"),
                at=fields.moment("at"),
                how=fields.how("how"),
                score=fields.score("score"),
                grade=fields.grade("grade", None),
                device=fields.name("device", ""),
            )
        case "undo":
            return Undo(
                id=fields.id(),
                target=fields.name("target"),
                at=fields.moment("at"),
                device=fields.name("device", ""),
            )
        case other if other in BESIDE:
            raise Refused("It was written by cssprep sync: take it in with cssprep progress merge.")
        case other:
            raise Refused(f'`event` must be "answer", "amend" or "undo", not {shown(other)}.')


def _review(fields: Fields, rules: Rules) -> Review:
    question = fields.name("question")
    at = fields.moment("at")
    score = fields.score("score")
    return Review(
        id=fields.id(),
        question=question,
        at=at,
        day=fields.day("day", at, rules.zone),
        kind=fields.name("kind", ""),
        answer=fields.texts("answer"),
        score=score,
        parts=fields.parts("parts"),
        grade=fields.grade("grade", rules.grade_for(score)),
        seconds=fields.seconds("seconds"),
        device=fields.name("device", ""),
        key=fields.name("key", ""),
        practice=fields.yes("practice"),
    )
