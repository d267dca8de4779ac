from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.study.queue import LOOK_AHEAD, Candidate, interleaved, plan


def due(ref: str, recall: float, topic: str = "a", seconds: float = 10) -> Candidate:
    return Candidate(ref, topic, recall, seconds)


def new(ref: str, topic: str = "a", seconds: float = 30) -> Candidate:
    return Candidate(ref, topic, None, seconds)


def refs(candidates: list[Candidate]) -> list[str]:
    return [c.ref for c in candidates]


def test_the_most_forgotten_comes_first_and_new_ones_last() -> None:
    queue = plan([due("a", 0.9), due("b", 0.3), due("c", 0.6)], [new("n")], 600)
    assert refs(queue) == ["b", "c", "a", "n"]


def test_the_minutes_are_kept() -> None:
    queue = plan([due(f"d{n}", 0.5) for n in range(10)], [new(f"n{n}") for n in range(10)], 160)
    assert sum(c.seconds for c in queue) == 160
    assert sum(c.recall is None for c in queue) == 2


def test_one_question_is_asked_however_short_the_time() -> None:
    assert refs(plan([], [new("n")], 1)) == ["n"]
    assert refs(plan([due("d", 0.5)], [new("n")], 1)) == ["d"]


def test_nothing_waits() -> None:
    assert plan([], [], 600) == []


def test_a_long_question_that_does_not_fit_gives_way_to_short_ones() -> None:
    queue = plan([], [new("short"), new("long", seconds=900), new("other")], 70)
    assert refs(queue) == ["short", "other"]


def test_neighbours_are_of_different_topics() -> None:
    queue = interleaved([due("a1", 0.1), due("a2", 0.2), due("b1", 0.3, "b"), due("b2", 0.4, "b")])
    assert refs(queue) == ["a1", "b1", "a2", "b2"]


CANDIDATES = st.lists(
    st.builds(
        Candidate,
        ref=st.uuids().map(str),
        topic=st.sampled_from("abc"),
        recall=st.floats(0, 1),
        seconds=st.floats(1, 120),
    ),
    unique_by=lambda c: c.ref,
    max_size=60,
)


@given(CANDIDATES)
def test_interleaving_loses_and_doubles_nothing(candidates: list[Candidate]) -> None:
    assert sorted(refs(interleaved(candidates))) == sorted(refs(candidates))


@given(CANDIDATES)
def test_nothing_is_fetched_from_farther_than_the_look_ahead(candidates: list[Candidate]) -> None:
    for place, candidate in enumerate(interleaved(candidates)):
        assert candidates.index(candidate) < place + LOOK_AHEAD


@given(CANDIDATES, CANDIDATES, st.floats(1, 3600))
def test_a_plan_never_overruns_by_more_than_its_only_question(
    waiting: list[Candidate], fresh: list[Candidate], seconds: float
) -> None:
    queue = plan(waiting, fresh, seconds)
    assert len(queue) == 1 or sum(c.seconds for c in queue) <= seconds + 1e-6


@given(CANDIDATES, st.floats(1, 3600), st.randoms(use_true_random=False))
def test_the_plan_does_not_depend_on_the_order_of_the_due(
    waiting: list[Candidate], seconds: float, chance: object
) -> None:
    shuffled = list(waiting)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert plan(waiting, [], seconds) == plan(shuffled, [], seconds)
