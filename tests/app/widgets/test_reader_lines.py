from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.app.widgets.reader_lines import BLENDED, block_lines, is_apart, is_heading, pieces, shown
from tui.app.widgets.source_map import source_map
from tui.banks.index import SourceRow
from tui.study.reader import OpenSource, blocks
from tui.study.stretches import Quoted, State, passages

ROW = SourceRow("bank.yaml", "text", "A bank", "A text", "", "", "text.txt")
WORDS = st.text(alphabet="ab c.\n", min_size=1, max_size=120)
PLACES = st.tuples(st.integers(0, 120), st.integers(0, 120), st.sampled_from("xyz"))
STATES: dict[str, State] = {"x": "firm", "y": "slipping", "z": "unseen"}


def source_of(text: str, quotes: list[tuple[int, int, str]]) -> OpenSource:
    spans = [Quoted(min(a, b, len(text)), min(max(a, b), len(text)), ref) for a, b, ref in quotes]
    found = passages(spans)
    return OpenSource(ROW, text, True, blocks(text), found, ((),) * len(found), STATES, "")


def lines_of(source: OpenSource, width: int) -> list[str]:
    return [
        line.content.plain
        for block in range(len(source.blocks))
        for line in block_lines(source, block, width, BLENDED, 0)
    ]


def test_brackets_and_signs_stand_around_what_is_tested() -> None:
    source = source_of("It was the Indus, and not the Kabul.", [(7, 16, "x"), (26, 35, "y")])
    assert lines_of(source, 80) == ["It was ▐✓the Indus▌, and not ▐~the Kabul▌."]


def test_a_passage_changes_its_sign_where_another_question_begins() -> None:
    source = source_of("one two three", [(0, 13, "x"), (4, 7, "y")])
    assert lines_of(source, 80) == ["▐✓one▌ ▐~two▌ ▐✓three▌"]


def test_the_most_urgent_sign_stands_in_the_margin() -> None:
    source = source_of("one two three four", [(0, 3, "x"), (4, 7, "y"), (14, 18, "z")])
    lines = block_lines(source, 0, 17, BLENDED, 0)
    assert [(line.sign, line.passages) for line in lines] == [
        ("slipping", range(2)),
        ("unseen", range(2, 3)),
    ]


def test_the_passage_at_hand_stands_out() -> None:
    source = source_of("one two", [(0, 3, "x"), (4, 7, "x")])
    (first,), (second,) = (block_lines(source, 0, 40, BLENDED, current) for current in (0, 1))
    assert first.content.plain == second.content.plain
    assert first.content.spans != second.content.spans


def test_items_hang_and_headings_stand_with_what_follows() -> None:
    text = "Objectives\n- To be at the front of it.\n- To be seen.\nThen it ended."
    source = source_of(text, [])
    assert [is_heading(source, n) for n in range(4)] == [True, False, False, False]
    assert [is_apart(source, n) for n in range(4)] == [False, False, False, True]
    assert lines_of(source, 18)[1:3] == ["- To be at the", "  front of it."]


@given(WORDS, st.lists(PLACES, max_size=6))
def test_pieces_are_the_text(text: str, quotes: list[tuple[int, int, str]]) -> None:
    source = source_of(text, quotes)
    for block, (start, end) in enumerate(source.blocks):
        assert "".join(piece.text for piece in pieces(source, block)) == text[start:end]


@given(WORDS, st.lists(PLACES, max_size=6), st.integers(8, 60))
def test_lines_hold_every_word_and_fit(
    text: str, quotes: list[tuple[int, int, str]], width: int
) -> None:
    source = source_of(text, quotes)
    marks = str.maketrans("", "", "▐▌✓~·")
    said = "".join("".join(lines_of(source, width)).translate(marks).split())
    assert said == "".join(text.split())
    for block in range(len(source.blocks)):
        plain, found = shown(source, block)
        assert all(plain[mark.start] == "▐" and plain[mark.end - 1] == "▌" for mark in found)
        for line in block_lines(source, block, width, BLENDED, 0):
            assert line.content.cell_length <= max(width, 10)
            assert (line.sign is None) == (not line.passages)


@given(WORDS, st.lists(PLACES, max_size=6), st.integers(1, 30))
def test_the_map_shows_what_is_tested_and_never_hides_what_slips(
    text: str, quotes: list[tuple[int, int, str]], rows: int
) -> None:
    source = source_of(text, quotes)
    found = source_map(source, rows)
    assert len(found) == rows
    states = [STATES[ref] for passage in source.passages for ref in passage.refs]
    assert ("slipping" in found) == ("slipping" in states)
    assert any(found) == bool(states)
