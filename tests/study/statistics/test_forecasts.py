from __future__ import annotations

import math
from bisect import bisect_right

import pytest

from tui.study.statistics.facts import SCALE
from tui.study.statistics.forecasts import Forecasts, Trust, enough, forecasts
from tui.study.statistics.totals import BANDS, Recalls


def recalls(chance: float, recalled: int, of: int) -> Recalls:
    predicted = round(chance * SCALE)
    return Recalls(of, recalled, of * predicted, of * (predicted * (SCALE - predicted) // SCALE))


def made(*groups: tuple[float, int, int]) -> Forecasts:
    """Of so many answers each: the chance forecast, those recalled, all."""
    found = [recalls(*group) for group in groups]
    bands: dict[int, Recalls] = {}
    for (chance, _, _), each in zip(groups, found, strict=True):
        number = bisect_right(BANDS, chance) - 1
        bands[number] = bands.get(number, Recalls()).plus(each)
    return forecasts(bands, found)


def test_nothing_to_go_by() -> None:
    found = made()
    assert found.trust is Trust.NOTHING
    assert (found.share, found.predicted, found.gap) == (None, None, None)
    assert len(found.bands) == len(BANDS)


def test_ten_answers_are_too_few_whatever_they_say() -> None:
    for right in range(11):
        found = made((0.9, right, 10))
        assert found.trust is Trust.FEW
        assert "Too few answers to tell" in found.sentence
        assert "10 so far" in found.sentence


def test_forecasts_that_hold() -> None:
    found = made((0.92, 920, 1000), (0.75, 300, 400))
    assert found.trust is Trust.HOLD
    assert found.sentence == "The forecasts can be trusted."
    assert found.calibration_error == pytest.approx(0, abs=1e-9)
    assert found.gap == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("right", "trust", "said"),
    [
        (840, Trust.HOPEFUL, "The forecasts are too hopeful by 6 points."),
        (960, Trust.CAUTIOUS, "The forecasts are too cautious by 6 points: you know more than"),
    ],
)
def test_forecasts_that_are_off(right: int, trust: Trust, said: str) -> None:
    found = made((0.9, right, 1000))
    assert found.trust is trust
    assert found.sentence.startswith(said)


def test_what_is_far_off_is_said_of_fewer_answers() -> None:
    assert made((0.9, 20, 40)).trust is Trust.HOPEFUL
    assert made((0.9, 33, 40)).trust is Trust.FEW


def test_bands_that_make_up_for_each_other() -> None:
    found = made((0.97, 880, 1000), (0.72, 810, 1000))
    assert found.trust is Trust.UNEVEN
    assert "where they said 72 %, 81 % was recalled" in found.sentence or (
        "where they said 97 %, 88 % was recalled" in found.sentence
    )
    assert found.calibration_error == pytest.approx(0.09)


def test_rmse_over_cells_and_what_chance_alone_would_make() -> None:
    found = made((0.9, 80, 100), (0.8, 90, 300))
    assert found.rmse_bins == pytest.approx(math.sqrt((100 * 0.1**2 + 300 * 0.5**2) / 400))
    assert found.rmse_chance == pytest.approx(math.sqrt((0.9 * 0.1 + 0.8 * 0.2) / 400))


def test_too_few_are_fewer_than_are_said_to_be_needed() -> None:
    for of in range(10, 400, 7):
        right = round(0.86 * of)
        found = made((0.86, right, of))
        assert (found.trust is Trust.FEW) == (of < enough(right / of))


@pytest.mark.parametrize(("share", "answers"), [(0.0, 350), (0.7, 350), (0.85, 200), (1.0, 100)])
def test_how_many_are_enough(share: float, answers: int) -> None:
    assert enough(share) == answers


def test_what_is_off_by_little_but_surely_is_said() -> None:
    found = made((0.9, 9700, 10500))
    assert found.trust is Trust.HOLD
    assert found.sentence.endswith("if not to the point: too cautious by 2 points.")
