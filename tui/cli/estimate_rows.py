"""An estimate as JSON: the same in every command."""

from __future__ import annotations

from tui.study.estimate import Estimate


def estimate_row(estimate: Estimate | None) -> dict[str, float] | None:
    """The mean and the ends of the band, 0 to 1; null where nothing is known."""
    if estimate is None:
        return None
    return {"mean": estimate.mean, "low": estimate.low, "high": estimate.high}
