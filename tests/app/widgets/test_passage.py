from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.app.widgets.passage import fitted, marked, passage_lines
from tui.banks.proof import ProvenQuote

WORDS = " ".join(f"word{n}" for n in range(60))
QUOTE = ProvenQuote("The title", "An Author", "", WORDS + " ", "the very words", ". " + WORDS)


def plain(lines: object) -> list[str]:
    assert isinstance(lines, list)
    return [line.plain for line in lines]


def test_the_quote_is_marked_without_colour() -> None:
    lines, trimmed = fitted(
        marked([ProvenQuote("t", "", "", "Then ", "it fell", ", they say.")]), 60, 9
    )
    assert plain(lines) == ["Then ▐it fell▌, they say."]
    assert not trimmed


def test_a_paragraph_is_trimmed_around_its_quote() -> None:
    lines, trimmed = fitted(marked([QUOTE]), 40, 4)
    text = " ".join(plain(lines))
    assert trimmed
    assert len(lines) <= 4
    assert text.startswith("… word")
    assert text.endswith("…")
    assert "▐the very words▌." in text


def test_whole_leaves_nothing_out() -> None:
    lines, trimmed = passage_lines([QUOTE], 40, 4, whole=True)
    assert not trimmed
    assert " ".join(plain(lines)).count("word59") == 2


def test_a_source_is_named_once() -> None:
    lines, _ = passage_lines([QUOTE, QUOTE], 70, 12, whole=False)
    assert sum("“The title”, An Author" in line for line in plain(lines)) == 1


def test_a_quote_without_its_paragraph() -> None:
    lines, trimmed = passage_lines([ProvenQuote("t", "", "", "", "alone", "")], 40, 9, whole=False)
    assert plain(lines) == ["Source  “t”", "│ ▐alone▌"]
    assert not trimmed


def test_quotes_of_one_paragraph_are_marked_together() -> None:
    paragraph = "Warsak came first, then Mangla, and Tarbela last."
    quotes = []
    for quote in ("Tarbela last", "Warsak came first", "then Mangla"):
        before, _, after = paragraph.partition(quote)
        quotes.append(ProvenQuote("t", "", "", before, quote, after))
    lines, _ = passage_lines(quotes, 80, 9, whole=False)
    assert plain(lines) == [
        "Source  “t”",
        "│ ▐Warsak came first▌, ▐then Mangla▌, and ▐Tarbela last▌.",
    ]


def test_markup_in_a_source_is_text() -> None:
    quote = ProvenQuote("[b]t[/]", "", "", "[red]a[/] ", "\x1b[31mq", "")
    assert plain(passage_lines([quote], 60, 9, whole=False)[0]) == [
        "Source  “[b]t[/]”",
        "│ [red]a[/] ▐␛[31mq▌",
    ]


@given(st.integers(12, 120), st.integers(1, 30), st.integers(0, 200), st.integers(0, 200))
def test_no_line_is_too_long_and_the_quote_is_whole(
    width: int, rows: int, before: int, after: int
) -> None:
    quote = ProvenQuote("t", "", "", "word " * before, "these few words", " word" * after)
    lines, trimmed = fitted(marked([quote]), width, rows)
    assert all(line.cell_length <= width for line in lines)
    assert "▐these few words▌" in " ".join(line.plain for line in lines)
    shown = sum(line.plain.count("word") for line in lines) - 1
    assert trimmed == (shown < before + after)
