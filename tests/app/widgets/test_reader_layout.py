from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.app.widgets.test_reader_lines import PLACES, WORDS, source_of
from tui.app.widgets.reader_layout import Place, ReaderLayout

QUOTES = st.lists(PLACES, min_size=1, max_size=8).filter(
    lambda found: any(a != b for a, b, _ in found)
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map("\n\n".join).filter(lambda text: text.strip())
SIZES = st.tuples(st.integers(20, 140), st.integers(1, 20))


def layout(text: str, quotes: list[tuple[int, int, str]], size: tuple[int, int]) -> ReaderLayout:
    laid = ReaderLayout(source_of(text, quotes))
    laid.width, laid.height = size
    return laid


def all_rows(laid: ReaderLayout) -> list[Place]:
    blocks = range(len(laid.source.blocks))
    return [Place(block, row) for block in blocks for row in range(len(laid.rows(block)))]


def seen(laid: ReaderLayout) -> list[Place]:
    return [place for place, _ in laid.screen()]


@given(TEXTS, QUOTES, SIZES)
def test_row_by_row_one_gets_through_the_text_and_back(
    text: str, quotes: list[tuple[int, int, str]], size: tuple[int, int]
) -> None:
    laid = layout(text, quotes, size)
    rows, height = all_rows(laid), size[1]
    for top in range(max(1, len(rows) - height + 1)):
        assert seen(laid) == rows[top : top + height]
        laid.scroll(1)
    assert seen(laid) == rows[-height:]
    laid.to_start()
    laid.to_end()
    assert seen(laid) == rows[-height:]
    laid.scroll(-len(rows))
    assert laid.top == Place(0, 0)


@given(TEXTS, QUOTES, SIZES, st.booleans())
def test_the_passage_at_hand_can_be_seen(
    text: str, quotes: list[tuple[int, int, str]], size: tuple[int, int], gently: bool
) -> None:
    laid = layout(text, quotes, size)
    for number, passage in enumerate(laid.source.passages):
        laid.current = number
        laid.show_current(gently)
        on_screen = {n for _, row in laid.screen() if row.line for n in row.line.passages}
        # White space alone is not drawn.
        if laid.source.text[passage.first : passage.last].strip():
            assert number in on_screen


@given(TEXTS, QUOTES, SIZES)
def test_forward_and_back_are_the_same_passages(
    text: str, quotes: list[tuple[int, int, str]], size: tuple[int, int]
) -> None:
    laid = layout(text, quotes, size)
    there = [0]
    while laid.go(1, slipping=False):
        there.append(laid.current)
    back = [laid.current]
    while laid.go(-1, slipping=False):
        back.append(laid.current)
    assert there == back[::-1] == list(range(max(1, len(laid.source.passages))))


def test_a_passage_that_begins_with_the_end_of_a_paragraph_is_shown() -> None:
    laid = layout(f"one \n\n{'two ' * 40}", [(3, 12, "x")], (30, 2))
    laid.show_current()
    assert any(row.line and 0 in row.line.passages for _, row in laid.screen())


def test_a_question_is_found_where_it_is_quoted_first() -> None:
    laid = layout("one two three four", [(0, 3, "x"), (4, 7, "y"), (8, 13, "x")], (80, 24))
    laid.take(("lost", "y", "x"))
    assert laid.current == 1
    laid.take(("x",))
    assert laid.current == 0
    laid.take(("lost",))
    assert laid.current == 0
