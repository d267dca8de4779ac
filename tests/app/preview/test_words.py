from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.preview.bank import BANK, preview_app, previewing, save, screen
from tui.app.lines import ends
from tui.app.preview.words import place_words, where_words

SEVERAL = BANK.replace("kind: choice", "kind: multiple").replace(
    "answer: The World Bank", "answers: [The World Bank]"
)


@pytest.mark.parametrize("name", ["broker", "who-brokered-the-treaty-of-1960-and-who-signed-it"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_that_several_are_right_is_always_seen(tmp_path: Path, name: str, width: int) -> None:
    shown = preview_app(tmp_path, SEVERAL.replace("id: broker", f"id: {name}")).preview
    line = ends(where_words(shown, "a-bank.yaml"), place_words(shown, width), width).plain
    assert "choose all that apply" in line
    assert line.endswith("1 of 3")
    assert name[:10] in line or name in line
    assert len(line) == width


async def test_an_empty_line_parts_the_complaint_from_the_question(tmp_path: Path) -> None:
    async with previewing(tmp_path) as pilot:
        await save(pilot, tmp_path, BANK.replace("prompt: Near which", "prompt: Near: which"))
        above = screen(pilot).above
        assert above.region.bottom == screen(pilot).body.region.y
        assert above.region.bottom - above.content_region.bottom == 1


async def test_a_complaint_is_named_by_its_question_where_the_file_is_broken(
    tmp_path: Path,
) -> None:
    async with previewing(tmp_path) as pilot:
        broken = BANK.replace("prompt: Near which", "prompt: Near: which")
        await save(pilot, tmp_path, broken.replace("title: The river\n", "title: The river\n\n"))
        named = screen(pilot).name_at()
        assert named(24) == "lake"
        assert named(3) is None
