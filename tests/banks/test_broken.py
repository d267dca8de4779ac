"""Banks broken in one place, each with the one finding that says so, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.sample import BANK, checked, places

ANSWER = "    answer: Ahmad"

BROKEN: dict[str, tuple[str, str, tuple[str, int, int]]] = {
    "colon in text": ("A sample", "A sample: the first", ("syntax", 3, 16)),
    "quote not closed": ("A sample", '"A sample', ("syntax", 3, 8)),
    "text after a quote": ("A sample", "'A sample's", ("syntax", 3, 18)),
    "tab": ("    kind: short", "\tkind: short", ("syntax", 10, 1)),
    "indentation": (
        "    topic: nrf\n    prompt: Who",
        "   topic: nrf\n    prompt: Who",
        ("syntax", 11, 4),
    ),
    "bracket not closed": ("A valley", "[A valley", ("syntax", 19, 13)),
    "reserved character": ("A valley", "@valley", ("syntax", 19, 13)),
    "unknown escape": ("A valley", '"A \\q"', ("syntax", 19, 16)),
    "line without a colon": ("    kind: short", "    kind short", ("syntax", 10, 5)),
    "anchor": ("A valley", "&a A valley", ("anchor", 19, 13)),
    "tag": ("A valley", "!!str A valley", ("tag", 19, 13)),
    "duplicate key": (
        "    kind: short",
        "    kind: short\n    kind: list",
        ("duplicate-key", 11, 5),
    ),
    "key is a list": (
        "      A river:",
        "      [A hill]: why\n      A river:",
        ("key-not-text", 21, 7),
    ),
    "second document": (
        "Panjshir is a valley\n",
        "Panjshir is a valley\n---\na: b\n",
        ("several-documents", 23, 1),
    ),
    "too deep": ("A valley", "[" * 20 + "]" * 20, ("too-deep", 19, 26)),
    "escape character": ("A valley", '"A \\e[31mvalley"', ("forbidden-character", 19, 13)),
    "raw control character": ("A valley", "A \x1b[31mvalley", ("forbidden-character", 19, 15)),
    "bidirectional override": ("A valley", "A \u202evalley", ("forbidden-character", 19, 15)),
    "right-to-left mark": ("A valley", "A \u200fvalley", ("forbidden-character", 19, 15)),
    "missing field": ("    answer: Ahmad Massoud\n", "", ("missing-field", 9, 5)),
    "misspelt field": ("    answer: Ahmad", "    anwser: Ahmad", ("unknown-field", 13, 5)),
    "field of another kind": (ANSWER, f"    items: [a]\n{ANSWER}", ("unknown-field", 13, 5)),
    "unknown kind": ("kind: short", "kind: shrot", ("unknown-kind", 10, 11)),
    "no kind": ("    kind: short\n", "", ("missing-field", 9, 5)),
    "list for a text": ("A valley", "[A valley]", ("wrong-type", 19, 5)),
    "text for a list": (ANSWER, f"    accept: x\n{ANSWER}", ("wrong-type", 13, 13)),
    "text for a mapping": (ANSWER, f"    mistakes: x\n{ANSWER}", ("wrong-type", 13, 15)),
    "text for a number": (ANSWER, f"    difficulty: hard\n{ANSWER}", ("wrong-type", 13, 17)),
    "number too large": (ANSWER, f"    difficulty: 6\n{ANSWER}", ("out-of-range", 13, 17)),
    "number not positive": (ANSWER, f"    marks: 0\n{ANSWER}", ("out-of-range", 13, 12)),
    "number without end": (ANSWER, f"    marks: inf\n{ANSWER}", ("infinite-number", 13, 12)),
    "empty text": ("Who leads the NRF?", "", ("empty-text", 12, 5)),
    "empty quotes": ("Who leads the NRF?", "''", ("empty-text", 12, 13)),
    "blank text": ("Who leads the NRF?", '"  "', ("blank-text", 12, 13)),
    "no quotes": ("quote: Panjshir is a valley", "quote: []", ("too-few", 22, 5)),
    "question is a text": (
        "  - id: valley\n",
        "  - a text\n  - id: valley\n",
        ("wrong-type", 15, 5),
    ),
    "other format": ("format: 1", "format: 2", ("unknown-format", 1, 9)),
    "no format": ("format: 1\n", "", ("missing-field", 1, 1)),
    "no title": ("title: A sample\n", "", ("missing-field", 1, 1)),
    "misspelt bank field": (
        "title: A sample",
        "title: A sample\nlicense: MIT",
        ("unknown-field", 4, 1),
    ),
    "source without title": ("{title: An article, ", "{", ("missing-field", 5, 3)),
    "topic with a misspelt field": (
        "{title: The NRF}",
        "{title: The NRF, paper: [a]}",
        ("unknown-field", 7, 25),
    ),
    "id no slug": ("id: valley", "id: The Valley", ("invalid-id", 15, 9)),
    "bank id no slug": ("bank: sample", "bank: a_sample", ("invalid-id", 2, 7)),
    "duplicate id": ("id: valley", "id: leader-today", ("duplicate-id", 15, 9)),
    "unknown topic": (
        "topic: nrf\n    prompt: Who",
        "topic: nfr\n    prompt: Who",
        ("unknown-topic", 11, 12),
    ),
    "unknown source": (ANSWER, f"    source: book\n{ANSWER}", ("unknown-source", 13, 13)),
    "quote not in the source": ("his son, Ahmed", "his son, Ahmad", ("quote-not-found", 14, 12)),
    "quote that cuts a word": (
        "Panjshir is a valley",
        "anjshir is a valley",
        ("quote-not-found", 22, 12),
    ),
    "retired id": ("questions:", "retired: [valley]\nquestions:", ("retired-id", 16, 9)),
    "was is a live id": (ANSWER, f"    was: [valley]\n{ANSWER}", ("was-live", 13, 11)),
    "no date": (ANSWER, f"    expires: soon\n{ANSWER}", ("invalid-date", 13, 14)),
    "no such day": (ANSWER, f"    as_of: 2025-02-29\n{ANSWER}", ("invalid-date", 13, 12)),
    "expired": (ANSWER, f"    expires: 2025\n{ANSWER}", ("expired", 13, 14)),
    "unused topic": ("questions:", "  other: {title: Others}\nquestions:", ("unused-topic", 8, 3)),
    "lost source": ("sources/article.txt", "sources/lost.txt", ("source-missing", 5, 38)),
    "source outside": ("sources/article.txt", "../article.txt", ("source-outside", 5, 38)),
    "other hash": ("article.txt}", "article.txt, sha256: 00}", ("source-changed", 5, 67)),
}


@pytest.mark.parametrize("name", BROKEN)
def test_one_fault_is_one_finding_at_its_place(name: str, tmp_path: Path) -> None:
    old, new, expected = BROKEN[name]
    assert BANK.count(old) == 1
    assert places(checked(tmp_path, BANK.replace(old, new)).findings) == [expected]


def test_the_bank_that_is_broken_is_sound(tmp_path: Path) -> None:
    result = checked(tmp_path)
    assert result.findings == ()
    assert result.bank is not None
    assert [question.id for question in result.bank.questions] == ["leader-today", "valley"]


FIVE = BANK.replace("A sample", "A sample\ntitel: again").replace("kind: short", "kind: shorte")
FIVE = FIVE.replace("      A river:", "      [A hill]: why\n      A river:").replace(
    "is a valley", "is the valley"
)
FIVE = FIVE.replace("topic: nrf\n    prompt: What", "topic: nrff\n    prompt: What")


def test_five_faults_are_five_findings_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert places(checked(tmp_path, FIVE).findings) == [
        ("unknown-field", 4, 1),
        ("unknown-kind", 11, 11),
        ("unknown-topic", 18, 12),
        ("key-not-text", 22, 7),
        ("quote-not-found", 24, 12),
    ]
