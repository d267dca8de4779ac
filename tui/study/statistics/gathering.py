"""All figures about the learner's studying, gathered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.clock import today as study_today
from tui.progress import log as progress_log
from tui.schedule.weights import DEFAULT
from tui.study.desk import Desk
from tui.study.in_force import weights_in_force
from tui.study.last_trial import LastTrial, last_trial
from tui.study.statistics.forecasts import Forecasts, forecasts
from tui.study.statistics.hours import HourOfDay, hours
from tui.study.statistics.kept import Derived, Stop, derived, never
from tui.study.statistics.retention import Retention, retention
from tui.study.statistics.slipping import Leeches, leeches
from tui.study.statistics.studied import Studied, studied
from tui.study.statistics.times import KindTime, times
from tui.study.statistics.workload import Workload, workload

AT_ONCE = 3_000
"""Entries of the log that are gone through before anything is shown: a tenth of a second's work."""


@dataclass(frozen=True, slots=True)
class WeightsInForce:
    """By which weights the forecasts are.

    fitted: to the learner's own answers, or the default ones. last: the last trial of fitted ones.
    """

    fitted: bool
    last: LastTrial | None


@dataclass(frozen=True, slots=True)
class Memories:
    """What only going through the log answer by answer tells."""

    retention: Retention
    forecasts: Forecasts
    times: tuple[KindTime, ...]
    hours: tuple[HourOfDay, ...]
    leeches: Leeches
    weights: WeightsInForce


@dataclass(frozen=True, slots=True)
class Statistics:
    """All figures as they are on the study day `today`.

    memories is None while it is still being worked out.
    """

    today: date
    studied: Studied
    workload: Workload
    memories: Memories | None


def statistics(desk: Desk, stop: Stop = never) -> Statistics:
    """All figures. The first time on a long log this takes seconds, and little from then on.

    Raises Stopped, with nothing kept, where `stop` says so.
    """
    return _gathered(desk, derived(desk, stop=stop))


def statistics_at_once(desk: Desk, most: int = AT_ONCE) -> Statistics:
    """All figures that can be told at once: without `memories` where they would take long.

    That is where more than `most` entries of the log would have to be gone through. Then call
    `statistics`, on another desk in another thread.
    """
    return _gathered(desk, derived(desk, most))


def _gathered(desk: Desk, found: Derived | None) -> Statistics:
    today = study_today(desk.clock)
    return Statistics(
        today=today,
        studied=studied(progress_log.activity(desk.progress, date.min), today),
        workload=workload(desk),
        memories=None if found is None else _memories(desk, found),
    )


def _memories(desk: Desk, found: Derived) -> Memories:
    totals, ascending = found
    return Memories(
        retention=retention(totals.ages),
        forecasts=forecasts(totals.bands, totals.bins.values()),
        times=times(ascending, progress_log.seconds_by_kind(desk.progress)),
        hours=hours(totals.hours),
        leeches=leeches(desk, totals.leeches),
        weights=WeightsInForce(
            fitted=weights_in_force(desk.progress) != DEFAULT, last=last_trial(desk.progress)
        ),
    )
