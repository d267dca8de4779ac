from __future__ import annotations

import pytest

from tui.app.heights import Air
from tui.app.marks import part_lines
from tui.kinds.verdict import Outcome, Part

LONG = Part(
    "Be under 30 years of age on 1 January 2027",
    "being 30 years or older on the first day of January is a bar to it",
    Outcome.RIGHT,
)


def words(part: Part, width: int = 60, air: Air = Air.NONE, label: str = "") -> list[str]:
    return [line.plain for line in part_lines(part, width, air, label)]


def test_which_line_counted_is_seen_even_where_room_is_short() -> None:
    assert words(Part("Ravi", "ravi", Outcome.RIGHT)) == ["✓ Ravi"]
    assert words(Part("Ravi", "", Outcome.RIGHT)) == ["✓ Ravi"]
    assert words(Part("Chenab", "the Chenb", Outcome.RIGHT)) == [
        "✓ Chenab  you wrote “the Chenb”",
    ]
    assert words(LONG, width=80) == [
        "✓ Be under 30 years of age on 1 January 2027  you wrote “being 30 years or …",
    ]
    assert words(LONG) == [
        "✓ Be under 30 years of age on 1 January 2027",
        "  you wrote “being 30 years or older on the first day of …",
    ]


def test_with_air_all_of_it_is_seen() -> None:
    shown = " ".join(" ".join(words(LONG, air=Air.SOME)).split())
    assert shown == f"✓ {LONG.expected} you wrote “{LONG.given}”"


@pytest.mark.parametrize("width", [12, 20, 40, 60, 80])
@pytest.mark.parametrize("air", list(Air))
def test_no_line_is_too_long(width: int, air: Air) -> None:
    assert max(line.cell_length for line in part_lines(LONG, width, air)) <= width


def test_a_near_miss_asks_once() -> None:
    near = Part("23", "23 km", Outcome.NEAR, "Did you mean 23?")
    assert words(near, label="2 ") == ["≈ 2  23 km  did you mean 23?"]
    told = Part("23", "22", Outcome.NEAR, "That is the other one.")
    assert words(told) == ["≈ 22  did you mean 23?  That is the other one."]
