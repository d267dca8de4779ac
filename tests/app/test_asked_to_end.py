"""A closed terminal, a machine that shuts down: the app leaves in good order."""

from __future__ import annotations

import io
import os
import signal

import pytest

from tests.conftest import HandClock, counted_ids
from tests.terminal import CSSPREP, ENTER, Terminal
from tui.progress import sessions
from tui.study.desk import open_desk
from tui.study.folder import StudyFolder

STUDY = [CSSPREP, "study"]
DEAF = ["sh", "-c", f"trap '' HUP; exec {CSSPREP} study"]
"""As some launchers start it, and `nohup`."""
SCREEN_GIVEN_BACK = b"\x1b[?1049l"


@pytest.mark.parametrize(
    ("command", "number"),
    [(STUDY, signal.SIGTERM), (STUDY, signal.SIGHUP), (DEAF, signal.SIGHUP)],
    ids=["shut down", "closed", "closed, though that is not to be heard"],
)
def test_what_is_half_typed_is_kept(command: list[str], number: int, folder: StudyFolder) -> None:
    with Terminal(command, folder.root) as terminal:
        painted = terminal.process.logfile_read = io.BytesIO()
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
        terminal.type("a", ENTER)
        terminal.wait_for("The World Bank brokered it.")
        terminal.type(ENTER)
        terminal.wait_for("Near which lake does the Indus rise?")
        terminal.settle()
        terminal.process.send("half an ans")
        terminal.wait_for("half an ans")
        assert terminal.process.pid is not None
        os.kill(terminal.process.pid, number)
        assert terminal.ended() == 0
        assert SCREEN_GIVEN_BACK in painted.getvalue()
    with open_desk(folder, HandClock(), counted_ids()) as desk:
        row = sessions.latest(desk.progress)
        assert row is not None
        assert row.draft == ("half an ans",)
