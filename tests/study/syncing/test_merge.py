from __future__ import annotations

import pytest

from tests.progress.entries import NOON, review
from tui.progress import memories
from tui.progress.columns import moment_text
from tui.progress.elsewhere import Elsewhere
from tui.progress.marks import SETTING, Mark
from tui.schedule.fsrs6 import replay
from tui.schedule.weights import DEFAULT, written
from tui.study.desk import Desk
from tui.study.in_force import weights_in_force
from tui.study.syncing.merge import merge
from tui.study.syncing.shared import is_shared

AT = moment_text(NOON)


@pytest.mark.parametrize(
    ("name", "value", "shared"),
    [
        ("exam_day", "2027-02-10", True),
        ("exam_day", None, True),
        ("exam_day", "soon", False),
        ("memory-weights", "1 2 3", False),
        ("theme", "nord", False),
        ("banks-looked-through", "x", False),
    ],
)
def test_what_is_shared_is_the_learners_and_can_be_read(
    name: str, value: str | None, shared: bool
) -> None:
    assert is_shared(Mark(SETTING, name, AT, value)) is shared


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
