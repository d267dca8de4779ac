"""On learners whose true recall is known, the figures agree with the truth."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.study.statistics.simulated import LEARNERS, coverage, made_desk, simulate
from tui.study.statistics.forecasts import Trust
from tui.study.statistics.gathering import statistics

SEEDS = range(8)


@pytest.mark.parametrize("learner", LEARNERS)
def test_intervals_hold_the_truth_nine_times_of_ten(learner: str) -> None:
    held, of, _ = coverage(learner, SEEDS)
    assert of > 80
    assert held >= 0.9 * of


@pytest.mark.parametrize(
    ("learner", "trusts"),
    [
        ("as the forecasts assume", {Trust.HOLD}),
        ("forgets faster", {Trust.HOPEFUL}),
        ("forgets more slowly", {Trust.CAUTIOUS, Trust.UNEVEN}),
    ],
)
def test_the_sentence_says_what_is_so(learner: str, trusts: set[Trust]) -> None:
    for seed in (100, 101):
        with tempfile.TemporaryDirectory() as folder, made_desk(Path(folder)) as desk:
            truth = simulate(desk, LEARNERS[learner], seed)
            memories = statistics(desk).memories
        assert memories is not None
        found = memories.forecasts
        assert found.trust in trusts
        assert found.share is not None
        assert found.predicted is not None
        # By how much they are really off: what was forecast less the true chances.
        off = found.predicted - truth.mean
        assert found.predicted - found.share.high <= off <= found.predicted - found.share.low
