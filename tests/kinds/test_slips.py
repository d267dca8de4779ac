from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.kinds.slips import allowance, distance, slips, transliterated, whole_allowance

words = st.text(alphabet="abcd", max_size=8)


def plain_distance(one: str, other: str) -> int:
    """Optimal string alignment, written out as it is defined."""
    rows = [[x + y for x in range(len(other) + 1)] for y in range(len(one) + 1)]
    for y in range(1, len(one) + 1):
        for x in range(1, len(other) + 1):
            steps = [
                rows[y - 1][x] + 1,
                rows[y][x - 1] + 1,
                rows[y - 1][x - 1] + (one[y - 1] != other[x - 1]),
            ]
            if y > 1 and x > 1 and one[y - 2 : y] == other[x - 2 : x][::-1]:
                steps.append(rows[y - 2][x - 2] + 1)
            rows[y][x] = min(steps)
    return rows[-1][-1]


@given(words, words, st.integers(0, 9))
def test_the_distance_up_to_a_limit_is_the_distance(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == min(plain_distance(one, other), limit + 1)


@given(words, words)
def test_the_distance_is_the_same_both_ways(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)


def test_allowances() -> None:
    assert [allowance(n) for n in (1, 4, 5, 8, 9, 30)] == [0, 0, 1, 1, 2, 2]
    assert [whole_allowance(n) for n in (4, 8, 19, 20)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("typed", "meant", "count"),
    [
        ("panjshir", "panjshir", 0),
        ("panjshr", "panjshir", 1),
        ("pnajshir", "panjshir", 1),
        ("oanjshir", "panjshir", 1),
        ("reconaisance", "reconnaissance", 2),
        ("erat", "herat", 1),
        ("ehrat", "herat", 1),
    ],
)
def test_slips(typed: str, meant: str, count: int) -> None:
    assert slips(typed, meant) == count


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("irna", "iran"),
        ("panshr", "panjshir"),
        ("2012", "2021"),
        ("1990s", "1980s"),
        ("paktika", "paktia"),
        ("billion", "million"),
        ("illegal", "legal"),
        ("instability", "stability"),
        ("exclusive", "inclusive"),
        ("lerat", "herat"),
        ("punjab", "panjab"),
    ],
)
def test_what_is_no_slip(typed: str, meant: str) -> None:
    assert slips(typed, meant) is None


@given(st.text(alphabet="abcdefgh", min_size=5, max_size=12), st.data())
def test_one_slip_within_a_word_is_always_forgiven(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    assert slips(word[:at] + "z" + word[at:], word) == 1
    assert slips(word[:at] + "z" + word[at + 1 :], word) == 1


def test_transliterations() -> None:
    for one, other in (("haroon", "harun"), ("rasheed", "rashid"), ("iraq", "irak")):
        assert transliterated(one) == transliterated(other)
    assert transliterated("harun") != transliterated("haran")
