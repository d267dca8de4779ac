from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.conftest import MORNING
from tests.progress.entries import review, undo
from tests.progress.files import fill
from tui.clock import FixedClock
from tui.study.desk import Desk
from tui.study.doctor.findings import Finding
from tui.study.doctor.log_checks import clock_jumps, orphans, unknown_questions

AT = datetime(2026, 10, 20, 21, 36, 20, 375252, tzinfo=UTC)
IN_KARACHI = timezone(timedelta(hours=5))


@pytest.fixture
def in_karachi(desk: Desk) -> Desk:
    return replace(desk, clock=FixedClock(MORNING, IN_KARACHI))


def told(finding: Finding) -> str:
    return "\n".join((finding.says, *finding.details))


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (1, "1 answer is about a question that no bank here holds; it is kept"),
        (2, "2 answers are about questions that no bank here holds; they are kept"),
    ],
)
def test_answers_to_questions_unknown_are_counted(in_karachi: Desk, count: int, says: str) -> None:
    fill(in_karachi.progress, [review(f"R{n}", "gone/q") for n in range(count)])
    assert told(unknown_questions(in_karachi)).startswith(says)


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (1, "1 entry says something of an answer that is not there"),
        (2, "2 entries say something of an answer that is not there"),
    ],
)
def test_words_about_absent_answers_are_told_by_the_learner_s_clock(
    in_karachi: Desk, count: int, says: str
) -> None:
    fill(in_karachi.progress, [undo(f"U{n}", "absent", AT) for n in range(count)])
    found = orphans(in_karachi)
    assert found.says.startswith(says)
    assert found.details == ("taken back at 2026-10-21 02:36: absent",) * count


def test_jumps_are_told_by_the_learner_s_clock(in_karachi: Desk) -> None:
    moments = [MORNING + timedelta(days=5), AT]
    own = [
        replace(review(f"R{n}", at=at), device=in_karachi.progress.device)
        for n, at in enumerate(moments)
    ]
    fill(in_karachi.progress, list(own))
    found = clock_jumps(in_karachi)
    assert "went back 1 time. 1 entry lies in the future." in found.says
    assert found.details == ("from 2026-11-07 14:00 back to 2026-10-21 02:36",)
