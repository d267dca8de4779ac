from __future__ import annotations

import pytest

from tests.app.preview.bank import BANK
from tui.app.preview.rows import name_written

LINES = BANK.split("\n")


def line_of(words: str) -> int:
    return next(n for n, line in enumerate(LINES, 1) if words in line)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("title: The river", None),
        ("river.treaty: {", None),
        ("questions:", None),
        ("id: broker", "broker"),
        ("The Commonwealth", "broker"),
        ("id: lake", "lake"),
        ("Rakshastal", "lake"),
        ("draft: true", "rivers"),
    ],
)
def test_a_question_is_named_in_a_file_that_cannot_be_read(words: str, name: str | None) -> None:
    assert name_written(LINES, line_of(words)) == name


def test_a_question_whose_id_comes_late_or_never() -> None:
    lines = ["questions:", '- kind: short: "', "  - odd", "  id: 'late'", "- kind: x", "topics:"]
    assert name_written(lines, 2) == "late"
    assert name_written(lines, 3) == "late"
    assert name_written(lines, 5) == ""
    assert name_written(lines, 6) is None
    assert name_written(lines, 99) is None
    assert name_written([], 1) is None
