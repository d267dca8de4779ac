from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.banks.sample import BANK, SOURCE, TODAY, write
from tui.banks.index import Index, QuoteRow, SourceRow, open_index
from tui.banks.proof import SourceText, paragraphs

ROW = SourceRow(
    file="sample.yaml",
    id="article",
    bank_title="A sample",
    title="An article",
    author="",
    url="",
    path="sources/article.txt",
)
UNQUOTED = """\
  article: {title: An article, file: sources/article.txt}
  other: {title: Nobody quotes it, file: sources/article.txt}
"""


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    write(tmp_path / "banks")
    return tmp_path / "banks"


@pytest.fixture
def index(banks: Path, tmp_path: Path) -> Iterator[Index]:
    opened = open_index(banks, tmp_path / "cache", TODAY)
    yield opened
    opened.close()


def test_the_sources_that_are_quoted(index: Index, banks: Path) -> None:
    assert index.sources() == [ROW]
    head, rest = BANK.split("  article: {title: An article, file: sources/article.txt}\n")
    text = head + UNQUOTED + rest
    write(banks, text.replace("    quote:", "    source: article\n    quote:"))
    index.refresh()
    assert index.sources() == [ROW]


def test_a_question_says_what_it_quotes(index: Index) -> None:
    assert index.source_of("sample/valley") == ("sample.yaml", "article")
    assert index.source_of("sample/lost") is None
    assert index.sources_of_all() == {
        "sample/leader-today": ("sample.yaml", "article"),
        "sample/valley": ("sample.yaml", "article"),
    }


def test_quotes_stand_where_they_say(index: Index) -> None:
    text = index.source_text(ROW)
    assert text == SOURCE
    leader, valley = index.quotes("sample.yaml", "article")
    assert text[leader.first : leader.last] == "his son, Ahmed Massoud, is leading the NRF"
    assert text[valley.first : valley.last] == "Panjshir is a valley"
    assert valley.paragraph == SOURCE.splitlines()[2]


def test_white_space_and_marks_of_the_source_count(index: Index, banks: Path) -> None:
    spaced = SOURCE.replace("Panjshir is a valley", "Panjshir  is\ta valley")
    (banks / "sources" / "article.txt").write_bytes(b"\xef\xbb\xbf" + spaced.encode())
    index.refresh()
    text = index.source_text(ROW)
    assert text == spaced
    valley = index.quotes("sample.yaml", "article")[1]
    assert text[valley.first : valley.last] == "Panjshir  is\ta valley"


def test_without_its_text_a_quote_has_no_place(index: Index, banks: Path) -> None:
    write(banks, BANK.replace("article.txt}", "article.txt, redistribute: false}"))
    (banks / "sources" / "article.txt").unlink()
    index.refresh()
    assert index.source_text(ROW) is None
    assert index.quotes("sample.yaml", "article")[1] == QuoteRow(
        "sample/valley", "Panjshir is a valley", None, None, ""
    )


def test_notes(index: Index, banks: Path) -> None:
    assert index.notes("sample.yaml", "article") == {}
    write(
        banks, BANK.replace("  - id: valley\n", "  - id: valley\n    note: Its people’s “own”.\n")
    )
    index.refresh()
    assert index.notes("sample.yaml", "article") == {"sample/valley": "Its people’s “own”."}


@given(st.text(alphabet="ab \n\t", max_size=40))
def test_paragraphs_are_those_that_quotes_are_shown_in(text: str) -> None:
    assert paragraphs(text) == SourceText(text).paragraphs()
    at = 0
    for first, last in paragraphs(text):
        assert not text[at:first].strip()
        at = last
    assert not text[at:].strip()
