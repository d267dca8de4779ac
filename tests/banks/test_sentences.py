from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.proof import SourceText
from tui.banks.sentences import Part, sentences


def split(text: str) -> list[str]:
    return [text[each.start : each.end] for each in sentences(text, SourceText(text).paragraphs())]


def parts(text: str) -> list[Part]:
    return [each.part for each in sentences(text, SourceText(text).paragraphs())]


@pytest.mark.parametrize(
    "written",
    [
        "It came first. | Then it went. | Did it? | It did!",
        "The rivals of Pakistan, i.e., India, claim it. | So do others, e.g. Iran.",
        "It has ties with China, Iran, etc., and keeps them. | It has more, etc. | The rest too.",
        "It stands at www.paradigmshift.com.pk for all. | Read it there.",
        "It rose by 3.5 points. | At 2.77 % it stood. | 12,792 sat.",
        "He was the “Lion of Panjshir.” | He became an enemy.",
        "“It is ours.” | “Is it?” he asked. | (It was not.) | Nobody knew.",
        "Dr. Khan met Gen. Dostum and J. R. Smith of the U.S. Army. | They talked.",
        "He lived in the U.S. | The others stayed.",
        "See No. 5 and p. 12 of vol. 3. | It says no. | Nobody minds.",
        "Wait … and see. | Wait… | Nothing came.",
        "By 6 a.m. the road was closed. | It was opened at 9 p.m. | The next day it was quiet.",
        "پاکستان ایک ملک ہے۔ | یہ کہاں ہے؟ | یہ ایشیا میں ہے۔",
    ],
)
def test_sentences_end_where_they_end(written: str) -> None:
    expected = written.split(" | ")
    assert split(written.replace(" | ", " ")) == expected


def test_headings_items_and_sentences_are_told_apart() -> None:
    text = "NRF Objectives\n- To lead. It also wants more.\n- To grow\n1. One\nIt ends here.\n"
    assert split(text) == [
        "NRF Objectives",
        "To lead.",
        "It also wants more.",
        "To grow",
        "One",
        "It ends here.",
    ]
    assert parts(text) == [Part.HEADING, *[Part.ITEM] * 4, Part.SENTENCE]


def test_a_sentence_without_its_full_stop_is_a_heading_only_if_short() -> None:
    assert parts("Ten words " * 10) == [Part.SENTENCE]
    assert parts("Ten words") == [Part.HEADING]
    assert parts("These are they:") == [Part.SENTENCE]
    assert parts("# What is it?") == [Part.HEADING]


def test_a_row_of_a_table_is_no_heading() -> None:
    assert parts("Year | Honour\n\n1979 | Hilal-i-Imtiaz") == [Part.SENTENCE] * 2
    assert parts("# Year | Honour") == [Part.HEADING]


def test_in_a_hard_wrapped_text_lines_go_on_and_items_begin_anew() -> None:
    text = "The title\n\nIt begins here and\ngoes on. Then\n- one\n  thing\n- another\n\nThe end.\n"
    assert split(text) == [
        "The title",
        "It begins here and\ngoes on.",
        "Then",
        "one\n  thing",
        "another",
        "The end.",
    ]


texts = st.text(st.sampled_from("aB1 .!?\n-“”)i.e"), max_size=80) | st.text(max_size=80)


@given(texts)
def test_no_word_is_lost_and_none_stands_twice(text: str) -> None:
    found = sentences(text, SourceText(text).paragraphs())
    edges = [edge for each in found for edge in (each.start, each.end)]
    assert edges == sorted(edges)
    kept = [text[each.start : each.end] for each in found]
    assert all(each and each == each.strip() for each in kept)
    without_numbers = re.sub(r"(?m)^[^\S\n]*(?:\d{1,3}[.)]|\(?[a-z]\))[^\S\n]+", "", text)
    letters = re.findall(r"[^\W_]", "".join(kept))
    assert len(letters) >= len(re.findall(r"[^\W_]", without_numbers))
    assert len(letters) <= len(re.findall(r"[^\W_]", text))
