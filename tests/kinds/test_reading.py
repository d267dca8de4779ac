from __future__ import annotations

import pytest

from tui.kinds.reading import forms, negations, read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Durand Line", "durand line"),
        ("it was the Taliban", "taliban"),
        ("I think by Al-Qaeda", "al qaeda"),
        ("by", "by"),
        ("Hepatitis A", "hepatitis a"),
        ("a", "a"),
        ("an end to the claims", "end to claim"),
        ("in 9/11", "9/11"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert " ".join(read(text).words) == words


def test_a_reading_has_the_text_in_three_grains() -> None:
    reading = read("The National Resistance Front of Mas'ud")
    assert reading.plain == "thenationalresistancefrontofmasud"
    assert reading.words == ("national", "resistance", "front", "of", "massoud")
    assert reading.names == ("nrf", "of", "massoud")
    assert reading.long.heavy == ("national", "resistance", "front", "massoud")
    assert reading.long.light == ("of",)
    assert {"resistance", "massoud"} <= reading.proper
    assert read("+").plain == "+"


def test_forms_write_a_short_name_out() -> None:
    written = {" ".join(form.words) for form in forms("ICG report")}
    assert {"icg report", "international crisis group report", "crisis group report"} <= written
    assert len(forms("Herat")) == 1


def test_negations() -> None:
    assert negations(("not", "without", "anti", "taliban")) == ("not", "not", "anti")
    assert negations(("note", "taliban")) == ()
