"""Reads what `cssprep progress export` wrote, without a line of the app's own code."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any


@dataclass
class Answered:
    """An answer that was not taken back, as it counts after all that was said of it."""

    id: str
    question: str
    at: datetime
    day: date
    kind: str
    score: float
    grade: int
    seconds: float
    key: str
    practice: bool
    asked_as_practice: bool

    @property
    def recalled(self) -> bool:
        return self.grade > 1


def answers(lines: Iterable[str]) -> list[Answered]:
    """The answers that stand, in order of time."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    taken_back = {row["target"] for row in rows if row.get("event") == "undo"}
    found = {
        row["id"]: Answered(
            id=row["id"],
            question=row["question"],
            at=datetime.fromisoformat(row["at"]).astimezone(UTC),
            day=date.fromisoformat(row["day"]),
            kind=row["kind"],
            score=row["score"],
            grade=row["grade"],
            seconds=row["seconds"],
            key=row["key"],
            practice=row.get("practice", False),
            asked_as_practice=row.get("practice", False),
        )
        for row in rows
        if "event" not in row and row["id"] not in taken_back
    }
    said = [row for row in rows if row.get("event") == "amend" and row["id"] not in taken_back]
    for row in sorted(said, key=lambda row: (row["at"], row["id"])):
        answer = found.get(row["target"])
        if answer is None:
            continue
        if row["how"] == "count":
            answer.practice = False
        else:
            answer.score, answer.grade = row["score"], row["grade"]
    return sorted(found.values(), key=lambda answer: (answer.at, answer.id))


def by_question(found: Iterable[Answered]) -> dict[str, list[Answered]]:
    """The answers to each question, in order of time."""
    questions: dict[str, list[Answered]] = {}
    for answer in found:
        questions.setdefault(answer.question, []).append(answer)
    return questions
