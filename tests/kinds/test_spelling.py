from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.kinds.spelling import bare, joined, stem, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Al‑Qā‘idah ", "al-qa'idah"),
        ("LØRDAG Straße", "lordag strasse"),
        ("a\u200bb\u202ec", "abc"),
        ("۲۰۲۱", "2021"),
        ("½", "1/2"),
        ("tab\tand\u00a0space", "tab and space"),
    ],
)
def test_bare(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pakistan's rivals’ claims", "pakistan rivals claims"),
        ("Mas'ud", "masud"),
        ("N.R.F. and U.S. forces", "nrf and us forces"),
        ("N R F", "nrf"),
        ("it's not", "it is not"),
        ("They didn't, can't and won't", "they did not can not and will not"),
        ("cannot", "can not"),
        ("Co-operation, re-establish", "cooperation reestablish"),
        ("non-Pashtun, anti-Taliban", "non pashtun anti taliban"),
        ("1,200 or 12,00,000", "1200 or 1200000"),
        ("3.5 and 9/11 at 10:30", "3.5 and 9/11 at 10:30"),
        ("1, 2 and 3.", "1 2 and 3"),
        ("2024–2025", "2024 2025"),
        ("-5 to 5-6", "-5 to 5 6"),
        ("21st G20 F-16", "21st g20 f 16"),
        ("1990's", "1990s"),
        ("5 %", "5 percent"),
        ("trade & aid", "trade and aid"),
        ("blood group A+, O-", "blood group a plus o minus"),
        ("...", ""),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(tokens(text)) == expected


def test_words_run_together_but_numbers_do_not() -> None:
    assert joined(("al", "qaeda")) == "alqaeda"
    assert joined(("1", "2")) != joined(("12",))
    assert joined(("f", "16")) == joined(("f16",))
    assert joined(()) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("recognise", "recognize"),
        ("recognised", "recognized"),
        ("recognises", "recognize"),
        ("favour", "favor"),
        ("neighbouring", "neighboring"),
        ("behaviour", "behavior"),
        ("centres", "center"),
        ("defence", "defense"),
        ("dialogues", "dialog"),
        ("programme", "program"),
        ("travelled", "traveled"),
        ("judgement", "judgment"),
        ("amongst", "among"),
        ("towards", "toward"),
        ("analysed", "analyzed"),
        ("policies", "policy"),
        ("crises", "crisis"),
        ("weapons", "weapon"),
        ("losses", "loss"),
        ("clashes", "clash"),
    ],
)
def test_endings_that_are_the_same(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    "word", ["hamas", "laos", "paris", "was", "1990s", "gas", "crisis", "four"]
)
def test_endings_that_stay(word: str) -> None:
    assert stem(word) == word


@given(st.text(max_size=30))
def test_any_text_can_be_taken_apart(text: str) -> None:
    for token in tokens(text):
        assert token
        assert token == bare(token)
    assert tokens(text) == tokens(f"  {text}\n")
