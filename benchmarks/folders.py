"""Study folders to measure on: the shipped bank, and one with many questions and reviews."""

from __future__ import annotations

import random
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui.clock import FixedClock, SystemClock, study_day
from tui.log import Review
from tui.memory import Grade
from tui.study.desk import open_desk
from tui.study.folder import StudyFolder, find_folder, shipped_banks
from tui.study.ids import random_id

TOPICS = 200
HEAD = """\
format: 1
bank: generated
title: Generated questions
language: en
licence: CC0-1.0
sources:
  made:
    title: Generated source
    author: the benchmark
    file: sources/made.txt
    redistribute: true
topics:
"""


def shipped(folder: Path) -> StudyFolder:
    """A study folder with the shipped banks and no progress."""
    shutil.copytree(shipped_banks(), folder / "question_banks")
    return find_folder(str(folder))


def generated(folder: Path, questions: int, reviews: int, days: int = 180) -> StudyFolder:
    """A study folder with so many questions and, over the last `days`, so many reviews.

    The same call makes the same questions and the same answers.
    """
    made = random.Random(20260101)
    _write_bank(folder / "question_banks", questions, made)
    study = find_folder(str(folder))
    _answer(study, reviews, days, made)
    return study


def bank_of(folder: Path, questions: int) -> Path:
    """The file of a bank with so many questions, in `folder`; the same call makes the same."""
    return _write_bank(folder, questions, random.Random(20260101))


def _write_bank(banks: Path, questions: int, made: random.Random) -> Path:
    (banks / "sources").mkdir(parents=True)
    facts = [
        f"Place number {n} was founded by leader {made.randrange(10**9)}." for n in range(questions)
    ]
    (banks / "sources" / "made.txt").write_text("\n".join(facts) + "\n", encoding="utf-8")
    bank = banks / "generated.yaml"
    with bank.open("w", encoding="utf-8") as out:
        out.write(HEAD)
        for topic in range(TOPICS):
            out.write(f"  topic.t{topic}:\n    title: Topic number {topic}\n")
            out.write("    papers: [current-affairs]\n")
        out.write("questions:\n")
        for n, fact in enumerate(facts):
            out.write(_question(n, fact, made))
    return bank


def _question(n: int, fact: str, made: random.Random) -> str:
    leader = fact.rsplit(maxsplit=1)[-1].rstrip(".")
    common = (
        f"  - id: q{n}\n    topic: topic.t{n % TOPICS}\n    quote: {fact}\n"
        f"    note: The source says so on its line {n}.\n"
    )
    if n % 2:
        wrong = "".join(
            f"      leader {made.randrange(10**9)}: That one founded another place.\n"
            for _ in range(3)
        )
        return (
            f"{common}    kind: choice\n    prompt: Who founded place number {n}?\n"
            f"    answer: leader {leader}\n    mistakes:\n{wrong}"
        )
    return (
        f"{common}    kind: number\n    prompt: Which leader founded place number {n}?\n"
        f'    answer: "{leader}"\n'
    )


def _answer(study: StudyFolder, reviews: int, days: int, made: random.Random) -> None:
    from tui.progress import log, memories
    from tui.schedule.fsrs6 import replay

    now = SystemClock().now()
    zone = SystemClock().zone()
    with open_desk(study, FixedClock(now, zone), random_id) as desk:
        rows = desk.index.rows(None)
        by_question: dict[str, list[Review]] = {}
        for n in range(reviews):
            row = rows[n % len(rows)]
            days_back = days * (1 - n / reviews) + made.random()
            at = (now - timedelta(days=days_back)).astimezone(UTC)
            right = made.random() < 0.85
            by_question.setdefault(row.ref, []).append(
                _review(f"r{n:09}", row.ref, row.kind, row.key, at, right, desk.progress.device)
            )
        with desk.progress.transaction():
            for ref, answers in by_question.items():
                for review in answers:
                    log.append(desk.progress, review)
                memories.put(desk.progress, ref, replay(answers))


def _review(
    name: str, ref: str, kind: str, key: str, at: datetime, right: bool, device: str
) -> Review:
    return Review(
        id=name,
        question=ref,
        at=at,
        day=study_day(at, SystemClock().zone()),
        kind=kind,
        answer=("as typed",),
        score=float(right),
        parts=(("expected", "as typed", "right" if right else "wrong"),),
        grade=Grade.GOOD if right else Grade.AGAIN,
        seconds=9.5,
        device=device,
        key=key,
    )
