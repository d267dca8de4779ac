from __future__ import annotations

from pathlib import Path

import pytest

from tests.study.items.given import QUESTIONS, given, question, sample
from tui.cli.items_page import page
from tui.study.items.analysis import analysed
from tui.study.items.learners import Learner

LONG = "a-question-whose-id-is-longer-than-what-a-row-of-the-table-has-room-for"


@pytest.mark.parametrize("columns", ["40", "80", "120", "400"])
def test_a_long_id_stands_on_a_line_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    bank = sample(tmp_path, QUESTIONS.replace("id: place", f"id: {LONG}"))
    asked = question(bank, LONG)
    lines = list(page(analysed(bank, [Learner((given(asked, "A river"),))]), 1, 1))
    (row,) = [
        n for n, line in enumerate(lines) if line.startswith(f"  {LONG}") and "(" not in line
    ] or [n for n, line in enumerate(lines) if line.startswith(f"  {LONG}  ")]
    assert "1     1*   0 % (0–79)   too few" in lines[row] + lines[row + 1]
    assert max(map(len, lines)) <= max(80, int(columns))


def test_a_bank_that_nobody_answered(tmp_path: Path) -> None:
    lines = list(page(analysed(sample(tmp_path), []), 1, 1))
    assert lines == ["sample  A sample", "  No answer to any of its questions counts."]


def test_few_learners_are_said_to_be_few(tmp_path: Path) -> None:
    bank = sample(tmp_path)
    learner = Learner((given(question(bank, "place"), "A valley"),))
    told = {
        count: " ".join(" ".join(page(analysed(bank, [learner] * count), count, count)).split())
        for count in (1, 9, 19, 99, 100)
    }
    assert "One learner alone says nothing of discrimination" in told[1]
    assert "9 learners are too few to tell the strong from the weak" in told[9]
    assert "19 learners are too few to conclude anything" in told[19]
    assert "With fewer than 100 learners only glaring faults" in told[99]
    assert not any(word in told[100] for word in ("too few to", "glaring", "small numbers"))
    assert "Nothing stands out" not in told[19]
    assert "Nothing stands out" in told[99]
