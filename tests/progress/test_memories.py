from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.progress.entries import NOON, QUESTIONS, amendment, logs, review, undo
from tests.progress.files import fill, new_database
from tui.log import Entry, How, Review, effective
from tui.memory import Memory
from tui.progress import memories
from tui.progress.database import Database
from tui.schedule.forgetting import retrievability
from tui.schedule.fsrs6 import replay

DAY = date(2025, 11, 22)
EXAMPLES = settings(max_examples=60, deadline=None)

DAYS = st.integers(-400, 400).map(lambda days: DAY + timedelta(days=days))


@st.composite
def some_memories(draw: st.DrawFn) -> Memory:
    last = draw(DAYS)
    reviews = draw(st.integers(1, 50))
    return Memory(
        stability=draw(st.floats(0.001, 40_000)),
        difficulty=draw(st.floats(1, 10)),
        last_day=last,
        due_day=last + timedelta(days=draw(st.integers(1, 365))),
        reviews=reviews,
        lapses=draw(st.integers(0, reviews)),
        key=draw(st.sampled_from(("k1", "k2", ""))),
        recalled=draw(st.booleans()),
    )


BY_QUESTION = st.dictionaries(st.sampled_from([f"bank/{n}" for n in range(20)]), some_memories())


def keep(db: Database, kept: dict[str, Memory]) -> None:
    with db.transaction():
        for question, memory in kept.items():
            memories.put(db, question, memory)


@EXAMPLES
@given(BY_QUESTION, DAYS)
def test_keeps_memories_to_the_bit(kept: dict[str, Memory], day: date) -> None:
    with new_database() as db:
        keep(db, kept)
        assert memories.every(db) == kept
        for question, memory in kept.items():
            assert memories.get(db, question) == memory
        some = [f"bank/{n}" for n in range(0, 20, 2)]
        assert memories.several(db, some) == {q: m for q, m in kept.items() if q in some}
        due = memories.due(db, day)
        assert dict(due) == {q: m for q, m in kept.items() if m.due_day <= day}
        assert memories.due_count(db, day) == len(due)
        assert memories.due(db, day, limit=3) == due[:3]


@EXAMPLES
@given(BY_QUESTION)
def test_what_is_due_comes_with_the_most_forgotten_first(kept: dict[str, Memory]) -> None:
    day = DAY + timedelta(days=800)
    with new_database() as db:
        keep(db, kept)
        due = memories.due(db, day)
    recalls = [retrievability(m.stability, (day - m.last_day).days) for _, m in due]
    assert len(due) == len(kept)
    assert all(a <= b * (1 + 1e-9) for a, b in pairwise(recalls))


def test_a_memory_is_replaced_and_dropped(db: Database) -> None:
    first = replay([review("R1")])
    second = replay([review("R1"), review("R2", at=NOON + timedelta(days=3))])
    for memory in (first, second, None, None):
        with db.transaction():
            memories.put(db, "bank/a", memory)
        assert memories.get(db, "bank/a") == memory


def test_unseen_are_those_without_a_memory_in_their_order(db: Database) -> None:
    memory = replay([review("R1")])
    assert memory is not None
    keep(db, {"bank/b": memory, "bank/gone": memory})
    assert memories.unseen(db, ["bank/c", "bank/b", "bank/a"]) == ["bank/c", "bank/a"]
    assert memories.unseen(db, []) == []


@EXAMPLES
@given(logs())
def test_dropping_the_memories_and_replaying_the_log_gives_the_same(log: list[Entry]) -> None:
    counting = effective(log)
    wanted = {}
    for question in QUESTIONS:
        memory = replay(r for r in counting if r.question == question and not r.practice)
        if memory is not None:
            wanted[question] = memory
    with new_database() as db:
        fill(db, log)
        with db.transaction():
            memories.rederive(db, QUESTIONS, replay)
        assert memories.every(db) == wanted
        with db.transaction():
            db.write("DELETE FROM memories")
            assert memories.rebuild(db, replay) == len(wanted)
        assert memories.every(db) == wanted


@EXAMPLES
@given(logs(), st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(("bank/a", "bank/new"))))
def test_answers_under_earlier_names_are_the_questions_own(
    log: list[Entry], renamed: dict[str, str]
) -> None:
    def present(question: str) -> str:
        return renamed.get(question, question)

    # The same log, had the questions borne their present names from the start.
    as_if = [replace(e, question=present(e.question)) if isinstance(e, Review) else e for e in log]
    with new_database() as db, new_database() as other:
        fill(db, log)
        fill(other, as_if)
        with db.transaction(), other.transaction():
            memories.rebuild(db, replay, present)
            memories.rebuild(other, replay)
        assert memories.every(db) == memories.every(other)


def test_rebuilding_drops_what_the_log_does_not_say(db: Database) -> None:
    memory = replay([review("R1")])
    assert memory is not None
    keep(db, {"bank/stray": memory, "bank/a": memory})
    fill(db, [review("R1"), undo("U1", "R1"), review("R2", "bank/b")])
    with db.transaction():
        assert memories.rebuild(db, replay) == 1
    assert list(memories.every(db)) == ["bank/b"]


def test_practice_leaves_no_memory_until_it_counts(db: Database) -> None:
    fill(db, [review("R1"), review("R2", score=0.0, practice=True, at=NOON + timedelta(days=3))])
    fill(db, [review("R3", "bank/b", practice=True)])
    with db.transaction():
        assert memories.rebuild(db, replay) == 1
    assert memories.get(db, "bank/a") == replay([review("R1")])
    fill(db, [amendment("C1", "R3", How.COUNT)])
    with db.transaction():
        memories.rederive(db, ["bank/b"], replay)
    assert memories.get(db, "bank/b") == replay([review("R3", "bank/b")])
