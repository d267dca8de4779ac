from __future__ import annotations

from tests.conftest import HandClock
from tui.app.stopwatch import Stopwatch


def test_counts_seconds(clock: HandClock) -> None:
    watch = Stopwatch(clock)
    clock.pass_(seconds=7.5)
    assert watch.seconds == 7.5


def test_a_pause_counts_two_minutes_at_most(clock: HandClock) -> None:
    watch = Stopwatch(clock)
    clock.pass_(seconds=10)
    watch.touch()
    clock.pass_(hours=3)
    assert watch.seconds == 130
    watch.touch()
    clock.pass_(seconds=5)
    assert watch.seconds == 135


def test_restart(clock: HandClock) -> None:
    watch = Stopwatch(clock)
    clock.pass_(seconds=10)
    watch.restart()
    assert watch.seconds == 0


def test_a_clock_that_was_set_back_takes_nothing_away(clock: HandClock) -> None:
    watch = Stopwatch(clock)
    clock.pass_(seconds=10)
    watch.touch()
    clock.pass_(hours=-1)
    assert watch.seconds == 10
