"""Pictures of a question that keeps slipping at each of its stages, and of practice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from textual.pilot import Pilot

from tests.app.driving import SMALL, settle
from tests.app.leeches import leech_session
from tests.app.test_snapshots import Compare, type_in
from tests.conftest import HandClock
from tests.study.test_session import RIGHT
from tui.app.app import CssprepApp
from tui.app.screens.study import StudyScreen
from tui.study.desk import Desk
from tui.study.states import Asked

READ = ("enter",)
PRACTISED = (*READ, "Lake Mansarovar", "enter")


async def others(pilot: Pilot[None]) -> None:
    """Answers the three questions that stand between rightly."""
    screen = pilot.app.screen
    assert isinstance(screen, StudyScreen)
    for _ in range(3):
        state = screen.session.state
        assert isinstance(state, Asked)
        answer = RIGHT[state.ref.partition("/")[2]]
        await screen.go(partial(screen.session.answer, answer, 2))
        await pilot.press("enter")
    await settle(pilot)


def before(*keys: str, full: tuple[str, ...] | None = None) -> Callable[[Pilot[None]], object]:
    """What to do before the picture: `keys`; then, where `full` is given, on to the full form."""

    async def run(pilot: Pilot[None]) -> None:
        await type_in(pilot, keys)
        if full is not None:
            await pilot.press("enter")
            await others(pilot)
            await type_in(pilot, full)

    return run


@pytest.mark.parametrize(
    ("stage", "run"),
    [
        ("read", before()),
        ("easier", before(*READ)),
        ("practised", before(*PRACTISED)),
        ("full", before(*PRACTISED, full=())),
        ("missed", before(*PRACTISED, full=("Lake Rakshastal", "enter"))),
        ("parked", before(*PRACTISED, full=("Lake Rakshastal", "enter", "k"))),
        ("practice", before("escape", "m", "Lake Rakshastal", "enter")),
        ("counts", before("escape", "m", "Lake Rakshastal", "enter", "c")),
    ],
)
def test_stage(
    snap_compare: Compare,
    desk: Desk,
    clock: HandClock,
    stage: str,
    run: Callable[[Pilot[None]], object],
) -> None:
    session = leech_session(desk, clock)
    if stage in {"practice", "counts"}:
        clock.pass_(days=-399)
    assert snap_compare(CssprepApp(desk, 20, session), terminal_size=SMALL, run_before=run)
