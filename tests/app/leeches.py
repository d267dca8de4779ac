"""Sessions that begin with a question that keeps slipping, for the screens."""

from __future__ import annotations

from tests.conftest import HandClock
from tests.study.test_session import RIGHT
from tui.study.desk import Desk
from tui.study.opening import open_session
from tui.study.session import Session
from tui.study.states import Asked, Finished, Reading


def leech_session(desk: Desk, clock: HandClock, name: str = "source-lake") -> Session:
    """A session that begins with the passage of the question `name`, missed four times in a row.

    All other questions are due, and were right.
    """
    for _ in range(2):
        session = open_session(desk, 600)
        while not isinstance(session.state, Finished):
            state = session.state
            if isinstance(state, Asked):
                asked = state.ref.partition("/")[2]
                session.answer(("no idea",) if asked == name else RIGHT[asked], 4)
            session.go_on()
        session.end()
        clock.pass_(days=400)
    session = open_session(desk, 600)
    assert isinstance(session.state, Reading)
    return session
