from __future__ import annotations

import pytest

from tests.progress.entries import NOON, review
from tui.progress import memories
from tui.progress.columns import moment_text
from tui.progress.joining.elsewhere import Elsewhere
from tui.progress.marks import SETTING, Mark
from tui.schedule.fsrs6 import replay
from tui.schedule.weights import DEFAULT, written
from tui.study.desk import Desk
from tui.study.in_force import weights_in_force
from tui.study.syncing.merge import merge
from tui.study.syncing.shared import is_shared

AT = moment_text(NOON)
TRIAL = (
    '{"day": "2026-11-01", "answers": 100, "tests": 50, "default": 0.4, "fitted": 0.35,'
    ' "taken": true}'
)


@pytest.mark.parametrize(
    ("name", "value", "shared"),
    [
        ("exam_day", "2027-02-10", True),
        ("exam_day", None, True),
        ("exam_day", "soon", False),
        ("exam_day", "9999-12-31", False),
        ("exam_day", "2030-11-27", True),  # within five years of the change
        ("exam_day", "2030-11-30", False),
        ("minutes", "20", True),
        ("minutes", "4", False),
        ("minutes", "241", False),
        ("minutes", "-20", False),
        ("minutes", "9" * 400, False),
        ("minutes", "9" * 5000, False),
        ("minutes_set_on", "2025-11-22", True),
        ("minutes_set_on", "today", False),
        ("minutes_by_weekday", "30,30,30,30,0,1440,30", True),
        ("minutes_by_weekday", "30,30,30,30,0,1441,30", False),
        ("minutes_by_weekday", "30,30,30", False),
        ("minutes_by_weekday", "9" * 5000 + ",1,1,1,1,1,1", False),
        ("paper_marks", "essay=100.0\npakistan-affairs=0.0", True),
        ("paper_marks", "essay=nan", False),
        ("paper_marks", "essay=-1", False),
        ("paper_marks", "essay", False),
        ("paper_marks", "es\x1bsay=1", False),
        ("paper_marks", "a=1\n" * 10_001, False),
        ("topic_factors", "nrf=2", True),
        ("topic_factors", "nrf=inf", False),
        ("topic_factors", "nrf=1000.1", False),
        ("memory-weights", "1 " * 400_000, False),
        ("memory-weights", "nan " * 21, False),
        ("memory-fit", TRIAL, True),
        ("memory-fit", "[" * 200_000, False),
        ("memory-fit", "[]", False),
        ("memory-fit", "{}", False),
        ("memory-fit", "1" * 5000, False),
        ("memory-fit", TRIAL.replace("2026-11-01", "soon"), False),
        ("memory-fit", TRIAL.replace("0.4", "NaN"), False),
        ("memory-fit", TRIAL.replace("0.4", "1e309"), False),
        ("memory-fit", TRIAL.replace("0.4", '"x"'), False),
        ("memory-fit", TRIAL.replace("50", "1" * 400), False),
        ("memory-fit", TRIAL.replace("50", "-1"), False),
        ("memory-fit", TRIAL.replace("true", "1"), False),
        ("memory-weights", "1 2 3", False),
        ("theme", "nord", False),
        ("banks-looked-through", "x", False),
    ],
)
def test_what_is_shared_is_the_learners_and_can_be_read(
    name: str, value: str | None, shared: bool
) -> None:
    assert is_shared(Mark(SETTING, name, AT, value)) is shared


@pytest.mark.parametrize("at", ["soon", "9999-12-31T23:59:59.999999Z"])
def test_a_change_whose_own_time_is_none_is_not_shared(at: str) -> None:
    assert not is_shared(Mark(SETTING, "exam_day", at, "2027-02-10"))
    assert is_shared(Mark(SETTING, "exam_day", at, None))


def test_newer_weights_derive_all_memories_anew(desk: Desk) -> None:
    merge(desk, [Elsewhere(desk.progress.path, (review("R1"), review("R2", "bank/b")))])
    weights = (0.5, *DEFAULT[1:3], 3.0, *DEFAULT[4:])
    mark = Mark(SETTING, "memory-weights", AT, written(weights))
    merged = merge(desk, [Elsewhere(desk.progress.path, (), marks=(mark,))])
    assert (merged.answers, merged.questions) == (0, 2)
    assert weights_in_force(desk.progress) == weights
    assert memories.every(desk.progress) == {
        "bank/a": replay([review("R1")], weights),
        "bank/b": replay([review("R2", "bank/b")], weights),
    }
