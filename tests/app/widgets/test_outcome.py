from __future__ import annotations

import pytest
from textual.content import Content

from tests.app.banks import VALLEY, VALLEY_TEXT, add_bank
from tests.conftest import HandClock, counted_ids
from tui.app.answers import input_for
from tui.app.heights import Air
from tui.app.widgets.outcome import Fitted, Room, outcome
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.opening import open_session
from tui.study.states import Asked, Shown


def fitted(shown: Shown, rows: int, width: int = 76, air: Air = Air.SOME) -> Fitted:
    given = input_for(shown.asked.question.kind)
    return outcome(shown, given, False, Room(width, rows, air))


def words(lines: list[Content]) -> str:
    return "\n".join(line.plain for line in lines)


@pytest.fixture
def shown(folder: StudyFolder, clock: HandClock) -> Shown:
    """A wrong answer with a long passage, an explanation and a note."""
    add_bank(folder.banks, "valley", VALLEY, VALLEY_TEXT)
    session = open_session(open_desk(folder, clock, counted_ids()), 20)
    state = session.answer(("Ahmad Shah Massoud",), 5)
    assert isinstance(state, Shown)
    return state


@pytest.mark.parametrize("rows", range(9, 40))
def test_it_fits_as_long_as_that_can_be(shown: Shown, rows: int) -> None:
    assert len(fitted(shown, rows).lines) <= max(rows, 11)


def test_the_paragraph_gives_way_first_and_the_quote_never(shown: Shown) -> None:
    roomy, tight = fitted(shown, 40), fitted(shown, 14)
    assert not roomy.trimmed
    assert tight.trimmed
    for found in (roomy, tight):
        text = words(found.lines).replace("│ ", "").replace("\n", " ")
        assert "▐his son, Ahmad Massoud, leads the resistance there▌" in text
        assert "That is his father, killed in 2001." in text
        assert "Named successor in 2019." in text


def test_blank_lines_go_where_room_is_short(shown: Shown) -> None:
    assert any(not line.plain for line in fitted(shown, 40).lines)
    assert all(line.plain for line in fitted(shown, 5).lines)


@pytest.mark.parametrize("width", [20, 36, 76, 100])
@pytest.mark.parametrize("rows", [4, 20, 40])
@pytest.mark.parametrize("answer", [(), ("x", "y", "z", "x"), ("true",)])
def test_no_line_is_too_long_in_any_kind(
    desk: Desk, width: int, rows: int, answer: tuple[str, ...]
) -> None:
    session = open_session(desk, 600)
    for _ in range(11):
        assert isinstance(session.state, Asked)
        state = session.answer(answer, 5)
        assert isinstance(state, Shown)
        lines = fitted(state, rows, width, Air.MUCH).lines
        assert max(line.cell_length for line in lines) <= width
        session.go_on()
