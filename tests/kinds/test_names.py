from __future__ import annotations

import pytest

from tui.kinds.names import SPELLINGS, TITLES, short_names, shortened, spelt, titles_of


def words(text: str) -> tuple[str, ...]:
    return tuple(map(spelt, text.split()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tehreek e taleban pakistan", "ttp"),
        ("islamic state khorasan province", "iskp"),
        ("islamic state", "isis"),
        ("the national resistance front nrf", "the nrf"),
        ("ahmed shah masood", "ahmadshahmassoud"),
        ("ahmet masud", "ahmadmassoud"),
        ("afghan taliban and pakistani taliban", "taliban and ttp"),
        ("crisis in kabul", "crisis in kabul"),
        ("", ""),
    ],
)
def test_titles_are_shortened(text: str, expected: str) -> None:
    assert " ".join(shortened(words(text))) == expected


def test_small_numbers_are_written_out() -> None:
    assert [spelt(n) for n in ("0", "3", "12", "13", "03", "600")] == [
        "zero",
        "three",
        "twelve",
        "13",
        "03",
        "600",
    ]


def test_every_title_of_a_name_leads_back_to_it() -> None:
    for name in short_names():
        assert titles_of(name)
        for title in titles_of(name):
            assert shortened(title) == (name,)
    assert titles_of("nobody") == ()


def test_no_spelling_and_no_title_is_listed_under_two_names() -> None:
    spellings = SPELLINGS.split()
    assert len(spellings) == len(set(spellings))
    titles = [title.strip() for line in TITLES.splitlines() for title in line.split(";")]
    titles = [title for title in titles if title]
    assert len(titles) == len(set(titles))
