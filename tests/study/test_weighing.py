from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.index import PlanRow, Topic
from tui.study.exam.study_plan import StudyPlan
from tui.study.weighing import weigh

KNOWN = {
    "heavy": Topic("heavy", "Heavy", ("essay",), 3.0),
    "light": Topic("light", "Light", ("essay", "affairs")),
    "plain": Topic("plain", "Plain"),
}


def row(topic: str, marks: float | None = None) -> PlanRow:
    return PlanRow("a/b", topic, "short", "k", 0.0, marks)


def plan(
    papers: dict[str, float] | None = None, topics: dict[str, float] | None = None
) -> StudyPlan:
    return StudyPlan(None, (20,) * 7, papers or {}, topics or {})


ROWS = [row("heavy", 3.0), row("heavy"), row("light"), row("light"), row("plain")]


def test_a_topics_weight_is_divided_by_marks() -> None:
    assert weigh(ROWS, KNOWN) == pytest.approx([45, 15, 10, 10, 20])
    assert weigh(ROWS, KNOWN, plan()) == weigh(ROWS, KNOWN)


def test_marks_of_papers_multiply_what_counts_for_them() -> None:
    # heavy 3 × 0.5, light 1 × (0.5 + 1), plain 1.
    found = weigh(ROWS, KNOWN, plan({"essay": 50.0}))
    assert found == pytest.approx([28.125, 9.375, 18.75, 18.75, 25])


def test_a_factor_multiplies_its_topic() -> None:
    found = weigh(ROWS, KNOWN, plan(topics={"plain": 0.0, "light": 2.0}))
    assert found == pytest.approx([45, 15, 20, 20, 0])


def test_where_nothing_would_count_the_plan_does_not() -> None:
    nothing = plan(topics=dict.fromkeys(KNOWN, 0.0))
    assert weigh(ROWS, KNOWN, nothing) == weigh(ROWS, KNOWN)
    assert weigh([], KNOWN, nothing) == []


def test_some_questions_weigh_what_they_weigh_among_all() -> None:
    marks = {"heavy": 4.0, "light": 2.0, "plain": 1.0}
    assert weigh(ROWS[1:3], KNOWN, plan(), marks) == pytest.approx([15, 10])


@given(
    st.lists(
        st.builds(row, st.sampled_from([*KNOWN, "unknown"]), st.none() | st.floats(0.5, 9)),
        min_size=1,
    ),
    st.dictionaries(st.sampled_from(["essay", "affairs"]), st.floats(0, 600)),
    st.dictionaries(st.sampled_from(list(KNOWN)), st.floats(0, 10)),
)
def test_weights_add_up_to_a_hundred(
    rows: list[PlanRow], papers: dict[str, float], topics: dict[str, float]
) -> None:
    found = weigh(rows, KNOWN, plan(papers, topics))
    assert sum(found) == pytest.approx(100)
    assert min(found) >= 0
