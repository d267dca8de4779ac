from __future__ import annotations

from datetime import date

from tui.memory import Memory

DAY = date(2025, 11, 22)


def test_a_key_that_is_not_known_fits_any_other() -> None:
    known = Memory(2.3, 2.1, DAY, DAY, 1, 0, "k1")
    unknown = Memory(2.3, 2.1, DAY, DAY, 1, 0, "")
    assert known.counts_for("k1")
    assert known.counts_for("")
    assert not known.counts_for("k2")
    assert unknown.counts_for("k2")
