"""How lines are sorted; what comes of it for the score is tested with the lists."""

from __future__ import annotations

from tui.kinds.lines import sort_lines
from tui.kinds.list import Item
from tui.kinds.verdict import Outcome, Part

ITEMS = (
    Item(answer="Trade with China", keywords=(("trade", "ties"), ("china",))),
    Item(answer="Ties with Iran", keywords=(("ties",), ("iran",))),
    Item(answer="Kabul"),
)
MISTAKES = {"Ties with India": "A rival."}


def test_each_line_finds_its_place() -> None:
    lines = ("kabul", "ties with India", "iran ties", "KABUL", "nonsense", "in Kabul")
    found = sort_lines(lines, ITEMS, MISTAKES)
    assert found.items == (
        Part("Trade with China", "", Outcome.MISSING),
        Part("Ties with Iran", "iran ties", Outcome.RIGHT),
        Part("Kabul", "kabul", Outcome.RIGHT),
    )
    assert [(part.given, part.reason) for part in found.extra] == [
        ("ties with India", "A rival."),
        ("nonsense", "It is none of them."),
        ("in Kabul", "Already given."),
        ("KABUL", "Already given."),
    ]
    assert found.unplaced == ("nonsense",)
    assert (found.wrong, found.crowded) == (2, False)


def test_a_line_that_gives_two_is_told() -> None:
    assert sort_lines(("ties with China and Iran",), ITEMS, {}).crowded
    assert not sort_lines(("ties with China and Iran", "Iran ties"), ITEMS, {}).crowded
