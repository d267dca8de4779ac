from __future__ import annotations

import pytest

from tests.kinds.test_laws import WITH_KEYS
from tui.app.widgets.whole_question import question_lines
from tui.banks.proof import ProvenQuote
from tui.kinds.cloze import Cloze
from tui.kinds.date import Date
from tui.kinds.list import Item, ListQuestion
from tui.kinds.match import Match
from tui.kinds.multiple import Multiple
from tui.kinds.number import Number
from tui.kinds.order import Order
from tui.kinds.outline import Outline, Point
from tui.kinds.question import Question
from tui.kinds.short import Short

PROOF = (ProvenQuote("A title", "", "", "", "so it is", ""),)


def shown(question: Question, width: int = 76) -> list[str]:
    """The lines between the head and the proof."""
    lines = [line.plain.rstrip() for line in question_lines(question, "T", "b/q", PROOF, width)]
    start = lines.index("") + 1
    return lines[start : lines.index("Source  “A title”") - 1]


def made(kind: type[Question], **fields: object) -> Question:
    return kind(id="q", topic="t", prompt="Which?", quote="so it is", **fields)  # type: ignore[arg-type]


def test_a_list_shows_its_items_their_wordings_and_keywords() -> None:
    items = (
        Item(
            answer="Pashtun nationalism",
            accept=("Pakhtun nationalism", "nationalism"),
            keywords=(("pashtun*", "nationalis*"), ("claim*",)),
        ),
        Item(answer="Trade"),
    )
    assert shown(made(ListQuestion, items=items, mistakes={"War": "Not then."})) == [
        "✓ Pashtun nationalism  or Pakhtun nationalism  or nationalism",
        "  keywords: pashtun* · nationalis* + claim*",
        "✓ Trade",
        "✗ War",
        "  Not then.",
    ]


def test_an_outline_shows_its_marks() -> None:
    rubric = (
        Point(point="Names the dilemma", marks=1, keywords=(("dilemma",),)),
        Point(point="Concludes", marks=2.5),
    )
    assert shown(made(Outline, rubric=rubric)) == [
        "✓ Names the dilemma  (1 mark)",
        "  keywords: dilemma",
        "✓ Concludes  (2.5 marks)",
        "  3.5 marks in all",
    ]


def test_a_reason_of_an_order_stands_under_its_item_without_a_cross() -> None:
    order = made(Order, items=("A", "B", "C"), mistakes={"B": "It came after A.", "D": "Odd."})
    assert shown(order) == ["1  A", "2  B", "   It came after A.", "3  C", "✗ D", "  Odd."]


def test_a_cloze_shows_its_sentence_and_its_blanks() -> None:
    cloze = made(Cloze, text="In {{1996|'96}} it was {{over}}.", disputed={"gone": "Some say so."})
    assert shown(cloze) == [
        "In [1 1996] it was [2 over].",
        "",
        "✓ 1  1996  or '96",
        "✓ 2  over",
        "≈ gone",
        "  Some say so.",
    ]


def test_pairs_and_several_right_options_have_a_line_each() -> None:
    match = made(Match, pairs={"1979": "Hilal", "2002": "Award"}, mistakes={"Nobel": "Never."})
    assert shown(match) == ["✓ 1979 → Hilal", "✓ 2002 → Award", "✗ Nobel", "  Never."]
    assert shown(made(Multiple, answers=("A; B", "C"), mistakes={"D": "No."})) == [
        "✓ A; B",
        "✓ C",
        "✗ D",
        "  No.",
    ]


def test_a_number_shows_its_unit_its_tolerance_and_what_is_disputed() -> None:
    number = made(Number, answer="23", unit="km", tolerance="2 %", disputed={"25": "By road."})
    assert shown(number) == ["✓ 23 km", "  tolerance: 2 %", "≈ 25", "  By road."]
    assert shown(made(Date, answer="2001-09-09")) == ["✓ 9 September 2001"]


def test_all_that_is_said_of_a_question_as_a_whole() -> None:
    question = made(
        Short,
        answer="A",
        accept=("B",),
        difficulty=2,
        marks=5.0,
        draft=True,
        explain="E.",
        note="N.",
        hint="H.",
        as_of="2025-01",
        expires="2027-01-01",
        tags=("x", "y"),
        was=("older",),
    )
    lines = [line.plain for line in question_lines(question, "T", "b/q", PROOF, 76)]
    assert lines[1] == "T · short answer · b/q · difficulty 2 of 5 · 5 marks  draft"
    for line in (
        "✓ A  or B",
        "Why     E.",
        "Note    N.",
        "Hint    H.",
        "As of   2025-01",
        "Expires 2027-01-01",
        "Tags    x, y",
        "Was     older",
    ):
        assert line in lines


def test_a_quote_without_a_passage_is_shown_as_written() -> None:
    lines = [line.plain for line in question_lines(made(Short, answer="A"), "T", "b/q", (), 76)]
    assert lines[-1] == "Quote   so it is"


@pytest.mark.parametrize("width", [20, 40, 76, 100])
def test_every_kind_fits(width: int) -> None:
    for question, _ in WITH_KEYS:
        lines = question_lines(question, "A topic", f"bank/{question.id}", (), width)
        assert max(line.cell_length for line in lines) <= width
