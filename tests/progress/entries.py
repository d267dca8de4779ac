"""Logs for tests: made up by hypothesis, or one entry at a time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from tui.clock import study_day
from tui.log import Amendment, Entry, How, Review, Undo
from tui.memory import Grade
from tui.progress.fields import MOST_SECONDS
from tui.schedule.grades import grade_for, regrade

NOON = datetime(2025, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
QUESTIONS = ("bank/a", "bank/b", "bank/c", "bänk/ü")

# Few moments, so that entries of one moment occur; microseconds, as clocks give them.
MOMENTS = st.builds(
    lambda days, micro: NOON + timedelta(days=days, microseconds=micro),
    st.integers(-40, 40),
    st.integers(0, 2),
)
# What JSON, SQLite and terminals are tried by; the last is half a surrogate pair.
TEXTS = st.text(alphabet='aZé\u0627\u200c😀"\\\n\t\x00\u2028 \ud800', max_size=8)
SCORES = st.sampled_from((0.0, 0.5, 0.8, 1.0)) | st.floats(0, 1)


def review(
    entry_id: str = "R1",
    question: str = "bank/a",
    at: datetime = NOON,
    score: float = 1.0,
    seconds: float = 7.5,
    kind: str = "short",
    key: str = "k1",
    day: date | None = None,
    practice: bool = False,
) -> Review:
    return Review(
        id=entry_id,
        question=question,
        at=at,
        day=day or study_day(at, UTC),
        kind=kind,
        answer=("Ahmad Masood",),
        score=score,
        parts=(("Ahmad Massoud", "Ahmad Masood", "right"),),
        grade=grade_for(score),
        seconds=seconds,
        device="D",
        key=key,
        practice=practice,
    )


def amendment(
    entry_id: str, target: str, how: How = How.RIGHT, at: datetime = NOON, score: float = 0.0
) -> Amendment:
    new_score, grade = regrade(how, score)
    return Amendment(entry_id, target, at, how, new_score, grade, "D")


def undo(entry_id: str, target: str, at: datetime = NOON) -> Undo:
    return Undo(entry_id, target, at, "D")


@st.composite
def reviews(draw: st.DrawFn, entry_id: str) -> Review:
    at = draw(MOMENTS)
    return Review(
        id=entry_id,
        question=draw(st.sampled_from(QUESTIONS)),
        at=at,
        day=study_day(at, UTC),
        kind=draw(st.sampled_from(("short", "list", ""))),
        answer=tuple(draw(st.lists(TEXTS, max_size=3))),
        score=draw(SCORES),
        parts=tuple(draw(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=2))),
        grade=draw(st.sampled_from(Grade)),
        seconds=draw(st.floats(0, MOST_SECONDS)),
        device=draw(st.sampled_from(("D", "E", ""))),
        key=draw(st.sampled_from(("k1", "k1", "k2", ""))),
        practice=draw(st.sampled_from((False, False, True))),
    )


@st.composite
def logs(draw: st.DrawFn, max_size: int = 20) -> list[Entry]:
    """Entries of different ids, in any order; some aim at what is not there."""
    ids = draw(st.permutations([f"E{n:02}" for n in range(draw(st.integers(0, max_size)))]))
    targets = st.sampled_from([*ids, "absent"])
    log: list[Entry] = []
    for entry_id in ids:
        sort = draw(st.sampled_from(("review", "review", "amendment", "undo")))
        if sort == "review":
            log.append(draw(reviews(entry_id)))
            continue
        target, at = draw(targets), draw(MOMENTS)
        if sort == "undo":
            log.append(undo(entry_id, target, at))
        else:
            how = draw(st.sampled_from(How))
            log.append(amendment(entry_id, target, how, at, draw(SCORES)))
    return log
