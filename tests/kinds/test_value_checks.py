"""The checks of values are tested with their kinds; here is what their messages say."""

from __future__ import annotations

from tests.kinds.made import date, number


def test_messages_name_the_text_and_the_way_out() -> None:
    (problem,) = date("2025-13").problems()
    assert "2025-13" in problem.message
    assert "2025-09" in problem.help
    (problem,) = number("3", tolerance="some").problems()
    assert "some" in problem.message
    assert "2 %" in problem.help
    (problem,) = number("100", tolerance="5", mistakes={"104": "No."}).problems()
    assert "tolerance" in problem.message
