"""Rows of the Topics screen, made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui.study.calibration import Calibration
from tui.study.estimate import Estimate, wilson
from tui.study.topics import TopicReport, TopicStanding

STUDIED = TopicStanding(
    id="nrf.leaders",
    title="Leaders of the NRF",
    depth=1,
    papers=("current-affairs", "pakistan-affairs"),
    questions=25,
    own=25,
    seen=18,
    weight=12.0,
    answers=60,
    recall=Estimate(0.84, 0.78, 0.89),
    recall_exam=Estimate(0.71, 0.61, 0.80),
    accuracy=wilson(42, 50),
    lapses=3,
    at_stake=5.24,
    minutes=7.6,
    won=1.5,
    few=False,
)
FEW = replace(
    STUDIED,
    id="nrf.aims",
    title="Aims",
    seen=3,
    answers=4,
    few=True,
    accuracy=wilson(3, 4),
    lapses=1,
)
UNSEEN = replace(
    STUDIED,
    id="nrf.roots",
    title="Roots",
    seen=0,
    answers=0,
    few=True,
    accuracy=None,
    lapses=0,
    recall=None,
    recall_exam=None,
    minutes=0.4,
)
TODAY, EXAM = date(2026, 11, 22), date(2027, 2, 10)


def report(exam: date | None = EXAM) -> TopicReport:
    rows = (STUDIED, FEW, UNSEEN)
    ahead = exam or date(2026, 12, 22)
    return TopicReport(rows, (), TODAY, ahead, exam, NOT_CORRECTED)


NOT_CORRECTED = Calibration(0.0, 0.0, 0.0, 0.0, 0.0, 0)
