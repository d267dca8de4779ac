from __future__ import annotations

import pytest

from tui.kinds.units import measures, unit_outcome
from tui.kinds.verdict import Outcome


@pytest.mark.parametrize(
    ("given", "unit", "prompt", "expected"),
    [
        ((), "km", "How long is it?", Outcome.RIGHT),
        (("kilometer",), "km", "How long is it?", Outcome.RIGHT),
        (("mile",), "km", "How long is it?", Outcome.WRONG),
        (("mile",), "", "How many miles?", Outcome.RIGHT),
        (("mile",), "", "How far?", Outcome.NEAR),
        (("fighter",), "Taliban fighters", "How many?", Outcome.RIGHT),
        (("killed", "fighter"), "Taliban fighters", "How many?", Outcome.RIGHT),
        (("soldier",), "Taliban fighters", "How many?", Outcome.NEAR),
        (("soldier",), "Taliban fighters", "How many soldiers?", Outcome.RIGHT),
        (("soldier",), "", "How many?", Outcome.RIGHT),
        (("not",), "", "How many?", Outcome.WRONG),
    ],
)
def test_unit_outcome(given: tuple[str, ...], unit: str, prompt: str, expected: Outcome) -> None:
    assert unit_outcome(given, unit, prompt, "5")[0] is expected


def test_measures_are_one_in_all_spellings() -> None:
    assert measures(("kilometer",)) == measures(("km",)) == {"km"}
    assert measures(("percent", "people")) == {"percent"}
