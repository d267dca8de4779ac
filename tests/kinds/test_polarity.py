from __future__ import annotations

import pytest

from tui.kinds.polarity import Sense, agree, clauses, senses, short_clauses


def sense_of(word: str, text: str) -> Sense:
    words = clauses(text)
    return senses(words)[words.index(word)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("recognition of the Durand Line", "durand", Sense.UP),
        ("the Durand Line", "durand", Sense.PLAIN),
        ("no recognition of the Durand Line", "durand", Sense.NOT),
        ("non-threatening posture", "threatening", Sense.NOT),
        ("non-threatening posture", "posture", Sense.PLAIN),
        ("anti-Taliban groups", "taliban", Sense.DOWN),
        ("anti-Taliban groups", "group", Sense.PLAIN),
        ("rejecting the Durand Line", "durand", Sense.DOWN),
        ("the Durand Line is rejected", "durand", Sense.DOWN),
        ("the Durand Line rejected as a border", "durand", Sense.DOWN),
        ("the Taliban reject the Durand Line", "taliban", Sense.PLAIN),
        ("claims refuted", "claim", Sense.DOWN),
        ("India loses its claims", "claim", Sense.DOWN),
        ("cutting trade", "trade", Sense.DOWN),
        ("reducing claims", "claim", Sense.DOWN),
        ("reducing in any way the claims", "claim", Sense.LESS),
        ("not reducing claims", "claim", Sense.UP),
        ("claims are not reduced", "claim", Sense.UP),
        ("claims would be reduced", "claim", Sense.DOWN),
        ("increase of attacks", "attack", Sense.UP),
        ("no increase of attacks", "attack", Sense.NOT),
        ("stop rejecting the line", "line", Sense.UP),
        ("dismantle havens to stop attacks", "attack", Sense.DOWN),
        ("not only talks", "talk", Sense.PLAIN),
        ("no doubt talks", "talk", Sense.PLAIN),
        ("not arms but talks", "talk", Sense.PLAIN),
        ("not arms; talks", "talk", Sense.PLAIN),
        ("no arms, talks", "talk", Sense.OPEN),
        ("no arms and talks", "talk", Sense.OPEN),
        ("no arms or fighters", "fighter", Sense.NOT),
        ("neither arms nor fighters", "fighter", Sense.NOT),
        ("without arming them keep talks", "talk", Sense.PLAIN),
        ("talks instead of arms", "talk", Sense.PLAIN),
        ("talks instead of arms", "arm", Sense.NOT),
        ("talks rather than arms", "arm", Sense.NOT),
        ("against recognition", "recognition", Sense.DOWN),
        ("they are against recognition", "recognition", Sense.DOWN),
        ("pressure against the Taliban", "taliban", Sense.PLAIN),
        ("they didn't arm anyone", "arm", Sense.NOT),
    ],
)
def test_senses(text: str, word: str, expected: Sense) -> None:
    assert sense_of(word, text) is expected


def test_words_that_are_looked_for_do_not_govern() -> None:
    words = clauses("weaken relations with China")
    assert senses(words)[3] is Sense.LESS
    assert senses(words, meant={0})[3] is Sense.PLAIN


def test_clauses_keep_their_marks() -> None:
    assert clauses("No arms, no N.R.F. fighters. Talks (quiet)") == (
        *("no", "arm", ",", "no", "nrf", ";", "fighter", ";", "talk", ";", "quiet", ";"),
    )
    assert clauses("1,200 men") == ("1200", "men")
    assert short_clauses("the National Resistance Front, Kabul") == ("nrf", ",", "kabul")


@pytest.mark.parametrize("found", list(Sense))
def test_what_agrees(found: Sense) -> None:
    assert agree(Sense.OPEN, found)
    assert agree(found, Sense.OPEN)
    assert agree(found, found)
    denied = {Sense.NOT, Sense.DOWN, Sense.LESS, Sense.OPEN}
    assert agree(Sense.NOT, found) == (found in denied)
    assert agree(Sense.DOWN, found) == (found is not Sense.UP)
    assert agree(Sense.PLAIN, found) == (found not in {Sense.NOT, Sense.DOWN})
