"""How well the forecasts of recall held: what says whether to trust all that rests on them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tui.study.estimate import Share, wilson
from tui.study.statistics.shares import observed, predicted
from tui.study.statistics.totals import BANDS, Recalls

CLOSE = 0.05
"""Forecasts that are off by less than this, on the mean, are worth planning by."""

LEAST = 30
"""With fewer answers than this nothing is concluded, however far they are off."""

CAUTIOUS_Z = 3.0
"""Standard deviations from which one band of several is off by more than chance: of eight sound
bands, one is blamed in 50 times."""


class Trust(StrEnum):
    """What the answers say of the forecasts."""

    NOTHING = "nothing"
    """No answer has tested one yet."""
    FEW = "few"
    """Too few answers to tell."""
    HOLD = "hold"
    """They can be trusted."""
    UNEVEN = "uneven"
    """Right on the whole, but not throughout."""
    HOPEFUL = "hopeful"
    """Less was recalled than they said."""
    CAUTIOUS = "cautious"
    """More was recalled than they said."""


@dataclass(frozen=True, slots=True)
class Band:
    """Answers for which a chance of recall from `low` up to `high` was forecast.

    predicted: the mean of these forecasts. share: those recalled. Both are None without answers.
    """

    low: float
    high: float
    predicted: float | None
    share: Share | None


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Forecast and seen recall, of answers at least a day after the one before.

    predicted: the mean forecast. gap: predicted less recalled, positive
    where they were too hopeful. calibration_error: mean distance of the bands' forecasts from what
    was recalled, weighted by answers (expected calibration error). rmse_bins: the same, squared,
    over cells of days elapsed, reviews and lapses, as in srs-benchmark; rmse_chance: what it would
    be by chance alone if every forecast were right. All of these are None without answers.
    """

    trust: Trust
    sentence: str
    predicted: float | None
    share: Share | None
    gap: float | None
    calibration_error: float | None
    rmse_bins: float | None
    rmse_chance: float | None
    bands: tuple[Band, ...]


def forecasts(bands: Mapping[int, Recalls], bins: Iterable[Recalls]) -> Forecasts:
    """How the forecasts held, given the answers by `BANDS` and by the cells of RMSE(bins)."""
    told = tuple(
        _band(low, high, bands.get(number, Recalls()))
        for number, (low, high) in enumerate(zip(BANDS, (*BANDS[1:], 1.0), strict=True))
    )
    everything = Recalls()
    for recalls in bands.values():
        everything = everything.plus(recalls)
    share = observed(everything)
    if share is None:
        sentence = "No forecast has been put to the test yet: that takes a second answer, a day on."
        return Forecasts(Trust.NOTHING, sentence, None, share, None, None, None, None, told)
    mean = predicted(everything)
    gap = mean - share.rate
    trust, odd = _trust(mean, share, told)
    rmse, chance = _rmse(bins)
    return Forecasts(
        trust=trust,
        sentence=_sentence(trust, mean, share, odd),
        predicted=mean,
        share=share,
        gap=gap,
        calibration_error=_calibration_error(told),
        rmse_bins=rmse,
        rmse_chance=chance,
        bands=told,
    )


def _band(low: float, high: float, recalls: Recalls) -> Band:
    return Band(low, high, predicted(recalls) if recalls.of else None, observed(recalls))


def _trust(mean: float, share: Share, bands: Iterable[Band]) -> tuple[Trust, Band | None]:
    """What is to be thought of the forecasts; and where they are uneven, the band that is odd."""
    seen = share.rate
    if share.of < (LEAST if _is_sure(mean, share) else enough(seen)):
        return Trust.FEW, None
    if abs(mean - seen) >= CLOSE:
        return Trust.HOPEFUL if mean > seen else Trust.CAUTIOUS, None
    odd = max(filter(_is_off, bands), key=_distance, default=None)
    return (Trust.UNEVEN, odd) if odd else (Trust.HOLD, None)


def _is_sure(mean: float, share: Share) -> bool:
    """Whether the forecasts are off by `CLOSE` at least, and not by chance."""
    off = abs(mean - share.rate) >= CLOSE
    return off and not share.low <= mean <= share.high


def _is_off(band: Band) -> bool:
    """Whether a band is off by more than `CLOSE`, and by more than chance."""
    if band.predicted is None or band.share is None:
        return False
    sure = wilson(band.share.right, band.share.of, CAUTIOUS_Z)
    return _distance(band) > CLOSE and not sure.low <= band.predicted <= sure.high


def _distance(band: Band) -> float:
    if band.predicted is None or band.share is None:
        return 0.0
    return abs(band.predicted - band.share.rate)


def _calibration_error(bands: Iterable[Band]) -> float:
    weighed = [(_distance(band), band.share.of) for band in bands if band.share is not None]
    return sum(distance * of for distance, of in weighed) / sum(of for _, of in weighed)


def _rmse(bins: Iterable[Recalls]) -> tuple[float, float]:
    """RMSE(bins), and its expectation where every forecast is right.

    A cell of n answers, each recalled with the chance p, is off by Σ p(1−p) / n² squared.
    """
    # In ascending order, so that the sum does not depend on the order of the cells.
    cells = sorted((each.of, each.recalled, each.predicted, each.spread) for each in bins)
    answers = sum(of for of, *_ in cells)
    off = chance = 0.0
    for of, recalled, expected, spread in cells:
        cell = Recalls(of, recalled, expected, spread)
        off += of * (predicted(cell) - recalled / of) ** 2
        chance += predicted(Recalls(of, 0, spread))
    return math.sqrt(off / answers), math.sqrt(chance / answers)


def _sentence(trust: Trust, mean: float, share: Share, odd: Band | None) -> str:
    seen = share.rate
    off = round(abs(mean - seen) * 100)
    points = f"{off} point{'' if off == 1 else 's'}"
    match trust:
        case Trust.HOPEFUL:
            return f"The forecasts are too hopeful by {points}."
        case Trust.CAUTIOUS:
            return f"The forecasts are too cautious by {points}: you know more than they say."
        case Trust.HOLD if not share.low <= mean <= share.high:
            side = "hopeful" if mean > seen else "cautious"
            return f"The forecasts can be trusted, if not to the point: too {side} by {points}."
        case Trust.HOLD:
            return "The forecasts can be trusted."
        case Trust.UNEVEN if odd and odd.predicted is not None and odd.share is not None:
            return (
                "The forecasts are right on the whole, but not throughout: where they said "
                f"{odd.predicted * 100:.0f} %, {odd.share.rate * 100:.0f} % was recalled."
            )
    return (
        f"Too few answers to tell whether the forecasts hold: {share.of:,} so far, and about "
        f"{enough(seen):,} are needed."
    )


def enough(share: float) -> int:
    """How many answers narrow the interval of a share like this to `CLOSE` on either side.

    Rounded up to fifty; by the normal approximation, between the shares of 70 % and 95 %.
    """
    kept = min(0.95, max(0.7, share))
    needed = (1.96 / CLOSE) ** 2 * kept * (1 - kept)
    return math.ceil(needed / 50) * 50
