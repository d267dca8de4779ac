"""Banks made up for a test, and answers to them written straight into the log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path

from tests.conftest import HandClock, counted_ids
from tui.log import Review
from tui.memory import Grade, Memory
from tui.progress import log as progress_log
from tui.progress import memories
from tui.schedule.fsrs6 import replay
from tui.study.desk import Desk, open_desk
from tui.study.folder import find_folder

HEAD = """\
format: 1
bank: {bank}
title: A bank
sources:
  text: {{title: A text, file: text.txt}}
topics:
{topics}
questions:
"""


def question(name: str, topic: str, kind: str = "short", **fields: str) -> str:
    """A question as YAML; `fields` are those beside id, kind and topic, as they are written."""
    given = {
        "prompt": f"Who leads the house called {name}?",
        "answer": f"Leader of {name}",
        "quote": f"The house {name} has a leader",
        **fields,
    }
    lines = "".join(f"    {field}: {text}\n" for field, text in given.items() if text)
    return f"  - id: {name}\n    kind: {kind}\n    topic: {topic}\n{lines}"


def write_bank(banks: Path, bank: str, topics: Iterable[str], questions: Iterable[str]) -> None:
    """Writes a bank; each of `topics` is "id: {title: …}"."""
    banks.mkdir(parents=True, exist_ok=True)
    head = HEAD.format(bank=bank, topics="\n".join(f"  {topic}" for topic in topics))
    (banks / f"{bank}.yaml").write_text(head + "".join(questions), encoding="utf-8")


def desk_at(root: Path, clock: HandClock) -> Desk:
    """The study folder `root`, opened."""
    study = find_folder(str(root))
    return open_desk(study, clock, counted_ids())


class Log:
    """Answers to the questions of a desk, on days of the past."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.keys = {row.ref: (row.kind, row.key) for row in desk.index.rows()}
        self.count = 0

    def answer(
        self, ref: str, day: date, grade: Grade, given: str = "something", name: str = ""
    ) -> Review:
        """One answer to `ref`, at noon of `day`, under the name `name` if that was another."""
        self.count += 1
        kind, key = self.keys[ref]
        right = grade is not Grade.AGAIN
        review = Review(
            id=f"answer-{self.count:06}",
            question=name or ref,
            at=datetime.combine(day, time(12, 0, self.count % 60), UTC),
            day=day,
            kind=kind,
            answer=(given,),
            score=1.0 if right else 0.0,
            parts=(("expected", given, "right" if right else "wrong"),),
            grade=grade,
            seconds=8.0,
            device=self.desk.progress.device,
            key=key,
        )
        with self.desk.progress.transaction():
            progress_log.append(self.desk.progress, review)
            memories.put(self.desk.progress, ref, self.replayed(ref))
        return review

    def replayed(self, ref: str) -> Memory | None:
        """The memory of `ref` by its log."""
        return replay(progress_log.reviews_of(self.desk.progress, self.desk.names(ref)))
