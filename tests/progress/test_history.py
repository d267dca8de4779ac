from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.progress.entries import NOON, amendment, logs, review, undo
from tests.progress.files import fill, new_database
from tui.log import Entry, How, Review, effective
from tui.progress import history
from tui.progress.columns import moment_text
from tui.progress.database import Database


def expected(entries: list[Entry]) -> dict[str, list[tuple[object, ...]]]:
    """The answers that stand by question, as `tui.log.effective` has them."""
    found: dict[str, list[tuple[object, ...]]] = {}
    for each in sorted(effective(entries), key=lambda review: (review.at, review.id)):
        found.setdefault(each.question, []).append(
            (moment_text(each.at), each.id, int(each.grade), each.practice, each.seconds, each.key)
        )
    return found


def read(db: Database, names: list[str] | None = None) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: [(a.at, a.id, a.grade, bool(a.practice), a.seconds, a.key) for a in answers]
        for name, answers in history.answers(db, names)
    }


@given(logs(max_size=25))
def test_the_answers_are_those_that_stand(entries: list[Entry]) -> None:
    with new_database() as db:
        fill(db, entries)
        assert read(db) == expected(entries)


@given(logs(max_size=25), st.sets(st.sampled_from(("bank/a", "bank/b", "bank/none"))))
def test_of_some_questions(entries: list[Entry], names: set[str]) -> None:
    with new_database() as db:
        fill(db, entries)
        some = {name: found for name, found in expected(entries).items() if name in names}
        assert read(db, sorted(names)) == some


def test_what_counts_after_all_is_no_practice(db: Database) -> None:
    fill(db, [review("R1", practice=True), amendment("A1", "R1", How.COUNT, score=1.0)])
    assert [answer.practice for _, (answer,) in history.answers(db)] == [0]
    fill(db, [undo("U1", "A1")])
    assert [answer.practice for _, (answer,) in history.answers(db)] == [1]


@given(logs(max_size=20), st.integers(0, 20))
def test_what_was_touched_is_all_that_differs(entries: list[Entry], cut: int) -> None:
    with new_database() as db:
        fill(db, entries[:cut])
        before, known = read(db), history.newest(db)
        fill(db, entries[cut:])
        after = read(db)
        assert history.goes_on_from(db, known)
        differ = {name for name in before | after if before.get(name) != after.get(name)}
        assert differ <= history.touched_since(db, known)


def test_the_newest_entry_is_the_one_written_last(db: Database) -> None:
    assert history.newest(db) == history.NOTHING
    late: Review = review("R1", at=NOON + timedelta(days=3))
    fill(db, [late, review("R0")])
    assert history.newest(db) == (2, "R0")


def test_another_log_does_not_go_on_from_this_one(db: Database) -> None:
    fill(db, [review("R1"), review("R2")])
    assert history.goes_on_from(db, history.Newest(1, "R1"))
    assert not history.goes_on_from(db, history.Newest(2, "another"))
    assert not history.goes_on_from(db, history.Newest(3, "R3"))
