from __future__ import annotations

from pathlib import Path

from tests.banks.mend.sample import SOUND, broken, mended
from tests.banks.sample import checked


def test_tabs_of_any_width_that_can_only_mean_one_thing_become_spaces(tmp_path: Path) -> None:
    text = SOUND.replace("    kind", "\tkind").replace("      A river", "\t\tA river")
    assert mended(tmp_path, text).text == SOUND.replace("      A river", "        A river")


def test_tabs_that_could_mean_two_things_stay(tmp_path: Path) -> None:
    # With tabs to each fourth column `no` is a field beside `hint`, with wider ones a part of it.
    text = f"{SOUND}    hint:\n      A hill:\n\tno: it\n"
    for width in (4, 8):
        findings = checked(tmp_path, text.expandtabs(width)).findings
        assert "syntax" not in {each.code for each in findings}
    assert mended(tmp_path, text).text == text


def test_tabs_in_a_block_of_text_stay(tmp_path: Path) -> None:
    block = "    note: |\n      one\n      \ttwo\n"
    text = broken("    kind: short\n", f"\tkind: short\n{block}")
    assert mended(tmp_path, text).text == broken("    kind: short\n", f"    kind: short\n{block}")


def test_tabs_are_left_where_another_thing_is_wrong(tmp_path: Path) -> None:
    text = broken("    kind: short", "\tkind: short").replace("A sample", "A: sample")
    found = mended(tmp_path, text)
    assert (found.text, found.done) == (text, ())
