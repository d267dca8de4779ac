from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.kinds.nearness import ALIKE, FAR, SAME, Level, Nearness, nearness


@pytest.mark.parametrize(
    ("typed", "meant", "expected"),
    [
        ("al qaeda", "Al-Qaeda", SAME),
        ("al-Qaida", "Al-Qaeda", ALIKE),
        ("the Durand Line", "Durand Line", ALIKE),
        ("Durand Lines", "Durand Line", ALIKE),
        ("Duran Line", "Durand Line", Nearness(Level.SLIP, 1)),
        ("Lion Panjshir", "Lion of Panjshir", Nearness(Level.SLIP, 0)),
        ("nationalresistanc front", "National Resistance Front", Nearness(Level.SLIP, 1)),
        ("war or terror", "war on terror", FAR),
        ("Lion fo Panjshir", "Lion of Panjshir", Nearness(Level.SLIP, 1)),
        ("not legal", "legal", FAR),
        ("UK armed forces", "armed forces", FAR),
        ("Pak tia", "Paktika", FAR),
        ("", "Durand", FAR),
    ],
)
def test_levels(typed: str, meant: str, expected: Nearness) -> None:
    assert nearness(typed, meant) == expected


def test_the_nearer_comes_first() -> None:
    assert SAME < ALIKE < Nearness(Level.SLIP, 0) < Nearness(Level.SLIP, 2) < FAR
    assert [n.matches for n in (SAME, ALIKE, Nearness(Level.SLIP, 1), FAR)] == [True] * 3 + [False]


@given(st.text(min_size=1, max_size=30))
def test_any_text_is_the_same_as_itself(text: str) -> None:
    assert nearness(text, text) == SAME
