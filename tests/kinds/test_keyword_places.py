from __future__ import annotations

import pytest

from tui.kinds.keyword_places import keyword, lines_of


def is_in(text: str, line: str) -> bool:
    return any(found.places(keyword(text)) for found in lines_of(line))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("claim", "Their CLAIMS are many"),
        ("nationalis*", "a nationalist's claims"),
        ("nationalis*", "natoinalist claims"),
        ("recognis*", "they recognize it"),
        ("recogniz*", "they recognised it"),
        ("neighbour*", "the neighboring states"),
        ("low profile", "low-profile contact"),
        ("low-profile", "a lowprofile contact"),
        ("backchannel*", "back-channels"),
        ("back channel*", "backchannels"),
        ("counter-TTP", "counter TTP activity"),
        ("counterterror*", "counter-terrorism"),
        ("co-operat*", "cooperation"),
        ("surveillance", "survellance"),
        ("NRF", "the National Resistance Front"),
        ("resistance", "the National Resistance Front"),
        ("the border", "a border"),
        ("1893", "in 1893"),
        ("Panjsher", "Panjshir"),
    ],
)
def test_found(text: str, line: str) -> None:
    assert is_in(text, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("claim", "reclaimed"),
        ("arm", "army"),
        ("stabil*", "instability"),
        ("hard power", "hard times, soft power"),
        ("1893", "in 1894"),
        ("recogni*", ""),
        ("overt", "covert"),
        ("militan*", "military aid"),
        ("nationali*", "nationwide"),
        ("", "anything"),
        ("**", "anything"),
    ],
)
def test_not_found(text: str, line: str) -> None:
    assert not is_in(text, line)


def test_a_keyword_that_begins_with_a_negation_denies() -> None:
    for text in ("non-threatening", "no threat", "not a threat"):
        assert keyword(text).denies
    for text in ("no", "not", "anti-Taliban", "threat"):
        assert not keyword(text).denies
