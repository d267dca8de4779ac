from __future__ import annotations

import pytest

from tui.kinds.hints import contains, is_part, loosely
from tui.kinds.reading import read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Massoud", "Ahmad Massoud"),
        ("Pamjsir", "Panjshir"),
        ("Irna", "Iran"),
        ("NFR", "NRF"),
        ("it happened in Herat last year", "Herat"),
        ("Islamic State", "ISKP"),
    ],
)
def test_near_enough_to_ask(typed: str, meant: str) -> None:
    assert loosely(typed, meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ahmad Shah Massoud", "Ahmad Massoud"),
        ("2012", "2021"),
        ("illegal", "legal"),
        ("Punjab", "Panjshir"),
        ("not Herat", "Herat"),
        ("Herat or Kabul or Ghazni", "Kabul"),
        ("security", "stability of the western border and the corridors"),
        ("", "Herat"),
        ("one two three four Herat five six seven", "Herat"),
        ("Ahmad Shah Abdali", "Ahmad Shah Massoud"),
        ("Iraq", "Iran"),
        ("ICJ", "ICG"),
        ("ICC", "International Crisis Group (ICG)"),
        ("AFP", "AFF"),
        ("support for the NRF", "no open support for the NRF"),
    ],
)
def test_not_near_enough(typed: str, meant: str) -> None:
    assert not loosely(typed, meant)


def test_contains_and_is_part() -> None:
    assert contains(read("Al-Qaeda, not the Taliban"), read("Al-Qaeda"))
    assert not contains(read("Al-Qaeda, not the Taliban"), read("Taliban"))
    assert not contains(read("Al-Qaeda was not"), read("Al-Qaeda"))
    assert is_part(read("Crisis Grup"), read("International Crisis Group"))
    assert not is_part(read("Crisis Committee"), read("International Crisis Group"))
    assert not is_part(read("International Crisis Group"), read("International Crisis Group"))
