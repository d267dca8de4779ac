from __future__ import annotations

from tests.banks.drafting.told import source
from tui.banks.drafting.gaps import quote_of, quoted, with_gap
from tui.banks.drafting.source import Told


def told(text: str) -> Told:
    return source(text).told[0]


def test_a_long_sentence_is_cut_to_its_clauses() -> None:
    text = (
        "In February 2025, the leader released news that was heard by everybody in the country, "
        "though few believed it when they heard it, and fewer still when it was over."
    )
    shown = with_gap(told(text), 3, 16)
    assert shown == (
        "In ____, the leader released news that was heard by everybody in the country …"
    )
    assert quote_of(told(text), 3, 16) == (
        "In February 2025, the leader released news that was heard by everybody in the country"
    )


def test_a_connective_is_left_out() -> None:
    assert with_gap(told("Moreover, the rival is India in this case."), 23, 28) == (
        "The rival is ____ in this case."
    )


def test_a_clause_without_end_is_cut_around_the_gap() -> None:
    words = " ".join(f"word{n}" for n in range(80))
    sentence = told(f"The {words}.")
    start = sentence.text.index("word40")
    shown = with_gap(sentence, start, start + 6)
    assert shown.startswith("… word30 ")
    assert shown.endswith("word50 …")


def test_quotation_marks_within_become_single() -> None:
    assert quoted("known as the “Lion.”") == "“known as the ‘Lion.’”"
    assert quoted('a "b" c') == "“a ‘b’ c”"


def test_a_name_in_apposition_keeps_what_it_stands_beside() -> None:
    text = "The minister for public works, Rehana Qazi, opened the main valve of the water scheme."
    start = text.index("Rehana")
    assert with_gap(told(text), start, start + 11) == (
        "The minister for public works, ____, opened the main valve of the water scheme."
    )
    assert quote_of(told(text), start, start + 11) == text[:-1]


def test_a_dateline_is_never_shown() -> None:
    text = (
        "DERA SOHAN, 14 March 2026 — After eleven years 38,000 people have water in their houses."
    )
    start = text.index("38,000")
    assert with_gap(told(text), start, start + 6) == (
        "After eleven years ____ people have water in their houses."
    )
