from __future__ import annotations

import pytest

from tui.kinds.distinct import kin, opposed, rivals


def test_a_branch_is_near_whichever_is_typed() -> None:
    assert kin(("the", "isis"), ("iskp",))
    assert kin(("iskp",), ("isis", "group"))
    assert not kin(("isis",), ("isis",))
    assert not kin((), ("iskp",))
    # As many names as a text may have are no more than a look at each.
    assert not kin(("massoud",) * 20_000, ("panjshir",) * 20_000)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("legal", "illegal"),
        ("stability", "instability"),
        ("recognised", "unrecognised"),
        ("unilateral", "bilateral"),
        ("inclusive", "exclusive"),
        ("import", "export"),
        ("increase", "decrease"),
        ("progress", "regress"),
        ("pashtun", "nonpashtun"),
        ("taliban", "antitaliban"),
    ],
)
def test_prefixes_that_turn_a_word(one: str, other: str) -> None:
    assert opposed(one, other)
    assert opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("legal", "legal"), ("border", "boarder"), ("herat", "heart"), ("claims", "aims"), ("a", "b")],
)
def test_words_that_no_prefix_turns(one: str, other: str) -> None:
    assert not opposed(one, other)


def test_rivals_and_kin() -> None:
    assert rivals(("ahmadshahmassoud",), ("ahmadmassoud",))
    assert rivals(("taliban",), ("ttp",))
    assert rivals(("punjab",), ("panjshir", "province"))
    assert not rivals(("ahmadmassoud",), ("ahmadmassoud",))
    assert not rivals(("kabul",), ("panjshir",))
    assert kin(("isis",), ("iskp",))
    assert not rivals(("isis",), ("iskp",))
    assert not kin(("isis",), ("nrf",))
