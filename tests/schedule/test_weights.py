from __future__ import annotations

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from tui.schedule.forgetting import DECAY
from tui.schedule.weights import DEFAULT, LEAST, MOST, Weights, checked, read, written

WEIGHTS = st.tuples(*(st.floats(low, high) for low, high in zip(LEAST, MOST, strict=True)))
"""Any weights that can be used."""


def test_the_default_ones_and_the_bounds_are_those_of_the_package() -> None:
    assert tuple(DEFAULT_PARAMETERS) == DEFAULT
    assert LEAST[:20] == tuple(LOWER_BOUNDS_PARAMETERS)[:20]
    assert MOST[:20] == tuple(UPPER_BOUNDS_PARAMETERS)[:20]


def test_the_decay_is_the_same_for_everybody() -> None:
    assert LEAST[20] == MOST[20] == DEFAULT[20] == -DECAY


@given(WEIGHTS)
def test_what_is_written_is_read_to_the_bit(weights: Weights) -> None:
    assert checked(weights) == weights
    assert read(written(weights)) == weights


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 2 3",
        written(DEFAULT) + " 0.5",
        written(DEFAULT).replace("0.212", "nan"),
        written(DEFAULT).replace("0.212", "-1"),
        written(DEFAULT).replace("0.1542", "0.2"),
        written(DEFAULT).replace("0.212", "none"),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"weights|lies between|could not convert"):
        read(text)


def test_a_weight_out_of_its_bounds_is_named() -> None:
    with pytest.raises(ValueError, match=r"w9 lies between 0\.0 and 0\.8, 0\.9 does not"):
        checked((*DEFAULT[:9], 0.9, *DEFAULT[10:]))
