from __future__ import annotations

from textual.content import Content

from tui.app.preview.complaint_lines import (
    all_lines,
    by_weight,
    complaint_lines,
    complaint_row,
    rule_words,
    tally,
    written_lines,
)
from tui.banks.finding import Finding, Severity

QUOTE = Finding(
    path="bank.yaml",
    line=15,
    column=12,
    severity=Severity.ERROR,
    code="quote-not-found",
    message="The quote is not in the source.",
    help="Copy it.",
    source="    quote: his son leads it",
    length=7,
)
WARNING = Finding("bank.yaml", 3, 1, Severity.WARNING, "undated", "No date [bold]here[/].")
NOTE = Finding("bank.yaml", 1, 1, Severity.NOTE, "source-absent", "It is not there.")


def plain(lines: list[Content]) -> list[str]:
    return [line.plain.rstrip() for line in lines]


def test_a_complaint_with_its_caret() -> None:
    assert plain(complaint_lines(QUOTE, 60)) == [
        "✗ The quote is not in the source.",
        "  15 │     quote: his son leads it",
        "     │            ^^^^^^^",
        "  Copy it.",
        "  error quote-not-found, line 15",
    ]


def test_a_complaint_about_no_text_of_its_own() -> None:
    assert plain(complaint_lines(WARNING, 60)) == [
        "! No date [bold]here[/].",
        "  warning undated, line 3",
    ]


def test_what_is_meant_stays_in_sight_on_a_long_line() -> None:
    far = Finding(
        "bank.yaml", 7, 301, Severity.ERROR, "c", "m", "", "    note: " + "x" * 290 + "HERE y", 4
    )
    for width in (20, 40, 76):
        lines = plain(complaint_lines(far, width))
        assert max(map(len, lines)) <= width
        source, carets = lines[1], lines[2]
        assert source[carets.index("^") :][:4] == "HERE"


def test_wide_characters_are_counted_in_cells() -> None:
    wide = Finding("b", 7, 11, Severity.ERROR, "c", "m", "", "    note: 漢字 HERE", 2)
    lines = complaint_lines(wide, 60)
    assert lines[2].plain.count("^") == 4


def test_the_worst_comes_first_and_all_are_counted() -> None:
    found = by_weight([NOTE, WARNING, QUOTE])
    assert found == [QUOTE, WARNING, NOTE]
    assert tally([NOTE, WARNING, QUOTE, QUOTE]) == "2 errors, 1 warning, 1 note"
    assert tally([]) == ""
    assert plain(all_lines([WARNING, NOTE], 60)).count("") == 1


def test_the_words_in_the_rule() -> None:
    assert rule_words((), (), checking=False).plain == "✓ nothing to complain of here"
    words = rule_words((QUOTE,), (WARNING, WARNING), checking=True).plain
    assert words == "1 error here, 2 warnings elsewhere  checking the bank …"


def test_a_row_of_the_list() -> None:
    assert complaint_row(QUOTE, "leader", 40, at_cursor=True).plain.startswith(
        "▸ ✗    15  leader  The quote is not"
    )


def test_a_question_as_it_is_written() -> None:
    lines = written_lines(["  - id: x", "    quote: his son leads it"], 14, [QUOTE], 60)
    assert plain(lines) == ["  14 │   - id: x", "✗ 15 │     quote: his son leads it"]
