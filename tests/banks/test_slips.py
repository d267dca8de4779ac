from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.slips import LONGEST, after_closing, in_quotes, indents, missing_sign, outdented

MISSING = {
    "    kind:cloze": ("A space is missing after the colon of `kind`.", "Write `kind: cloze`."),
    "  - id:k2": ("A space is missing after the colon of `id`.", "Write `id: k2`."),
    "    kind list": ("A colon is missing after `kind`.", "Write `kind: list`."),
    "      -answer: K2": ("A space is missing after the dash.", "Write `- answer: K2`."),
    "    prompt  " + "x" * LONGEST: ("A colon is missing after `prompt`.", "Write it."),
}


@pytest.mark.parametrize("line", MISSING)
def test_a_missing_sign_is_named_and_written(line: str) -> None:
    assert missing_sign(line) == MISSING[line]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "    kind: list",
        "    kind:",
        "  - id: a",
        "went on here",
        "kind",
        "-5 degrees",
        "http://x",
    ],
)
def test_where_no_sign_is_missing_none_is_named(line: str) -> None:
    assert missing_sign(line) is None


QUOTED = {
    "  prompt: Who: he?": '`prompt: "Who: he?"`.',
    "  - answer: One: two": '`answer: "One: two"`.',
    "  - @one": '`- "@one"`.',
    "title: “The island: a guide”": '`title: "The island: a guide"`.',
    'prompt: "Who": he?': "`prompt: '\"Who\": he?'`.",
    "prompt: it's \\ so": "`prompt: 'it''s \\ so'`.",
    "no field": "",
    "prompt: " + "x" * LONGEST: "",
}


@pytest.mark.parametrize("line", QUOTED)
def test_a_text_is_shown_in_quotes(line: str) -> None:
    assert in_quotes(line) == QUOTED[line]


@given(
    st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="“”„‘’"), min_size=1)
)
def test_what_is_shown_in_quotes_reads_as_it_was_typed(text: str) -> None:
    shown = in_quotes(f"a: {text}")
    if shown:
        assert yaml.load(shown[1:-2], yaml.BaseLoader) == {"a": text}


def test_the_nearest_other_indentation_is_the_model() -> None:
    lines = ["- id: a", "", "    kind: b", "      far: away", "# a comment", "     topic: c"]
    assert indents(lines, 5) == "It begins after 5 spaces, line 4 after 6."
    assert indents(["a: b", " c: d"], 1) == "It begins after 1 space, line 1 after 0."
    assert indents(["    a: b", "c: d"], 1) == "It begins after no spaces, line 1 after 4."
    assert indents(["a: b", "c: d"], 1) == ""


def test_entries_are_held_against_entries() -> None:
    lines = ["  - id: a", "    kind: b", "   - id: c"]
    assert indents(lines, 2) == "It begins after 3 spaces, line 1 after 2."


def test_a_line_that_alone_begins_further_left_is_found() -> None:
    assert outdented(["    a: b", "c: d", "    e: f"], 2) == 1
    assert outdented(["    a: b", "c:", "    e: f"], 2) is None
    assert outdented(["c: d", "    e: f"], 1) is None
    assert outdented(["    a: b", "    c: d", "     e: f"], 2) is None


def test_a_quote_that_runs_on_is_shown_where_it_opens() -> None:
    lines = ['a: "b', "c: d", 'e: "f"']
    found = after_closing(lines, 2, 4)
    assert found is not None
    assert found[:3] == (0, 3, "A quote is opened here and closed only on line 3.")


def test_where_nothing_closes_nothing_is_said() -> None:
    assert after_closing(["a: b c"], 0, 5) is None


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        ('  a: "Who" isn\'t?', 11, '`a: "\\"Who\\" isn\'t?"`.'),
        ("  - 'it's \"so\"'", 8, '`- "it\'s \\"so\\""`.'),
        (
            'a: "Who said "no" in Pakistan\'s name?',
            14,
            '`a: "Who said \\"no\\" in Pakistan\'s name?"`.',
        ),
    ],
)
def test_a_text_with_both_quotes_is_shown_written_right(line: str, column: int, shown: str) -> None:
    found = after_closing([line], 0, column)
    assert found is not None
    assert found[3] == f"Write {shown}"


def test_comments_are_no_model_for_indentation() -> None:
    assert outdented(["    a: b", "# c: d", "    e: f"], 2) is None
    assert outdented(["  # x: y", "a: b", " # c", "  e: f"], 3) is None
