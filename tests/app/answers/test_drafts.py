"""What was half answered stands there again after a restart, in every kind."""

from __future__ import annotations

import pytest

from tests.app.driving import answer, at_question, write
from tui.study.desk import Desk

KEYS = {
    "broker": ("b",),
    "signers": ("a", "c"),
    "eastern-to": ("f",),
    "dams-in-order": ("c", "a"),
    "dams-and-rivers": ("b",),
}
WORDS = ("source-lake", "tributaries", "signed-on", "length", "treaty-split", "treaty-essay")


@pytest.mark.parametrize("name", KEYS)
async def test_keys(desk: Desk, name: str) -> None:
    async with at_question(desk, name) as pilot:
        await pilot.press(*KEYS[name])
        before = answer(pilot)
        assert before
    async with at_question(desk) as pilot:
        assert answer(pilot) == before


@pytest.mark.parametrize("name", WORDS)
async def test_words(desk: Desk, name: str) -> None:
    async with at_question(desk, name) as pilot:
        await write(pilot, "half ty")
        before = answer(pilot)
        assert before[0] == "half ty"
    async with at_question(desk) as pilot:
        assert answer(pilot) == before
        await pilot.press("p")
        assert answer(pilot)[0] == "half typ"
        await pilot.press("left", "backspace")
        assert answer(pilot)[0] == "half tp"
