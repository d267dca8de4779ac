from __future__ import annotations

import pytest

from tests.banks.test_parse import read

BRACKET = "A bracket is opened here and not closed, or a comma is missing between two entries."

SAID = {
    "a: b: c\n": "A colon stands inside a text.",
    "a: b\n c: d\n": "This line is indented like a part of the text above it, and holds a colon.",
    'a: "b\nc: d\n': "A quote is opened here and never closed.",
    "a: 'it's'\n": "The text in single quotes ends before this.",
    'a: "b" c\n': "The text in double quotes ends before this.",
    "a: [b] c\n": "Something follows a closing bracket.",
    'a: "b\nc: "d"\n': "A quote is opened here and closed only on line 2.",
    "a: b\nkind:short\ntopic: a\n": "A space is missing after the colon of `kind`.",
    "a: b\nkind short\ntopic: a\n": "A colon is missing after `kind`.",
    "a:\n  - b: c\n  -d: e\n": "A space is missing after the dash.",
    "a: [b, c\nd: e\n": BRACKET,
    "a: {b: c\n": BRACKET,
    "a:\n\tb: c\n": "A tab stands here; lines are indented with spaces.",
    "a: b\n\tc: d\n": "A tab stands here; lines are indented with spaces.",
    "a: @b\n": "A text can't begin with @.",
    "a: `b`\n": "A text can't begin with `.",
    "a: %b\n": "A text can't begin with %.",
    "a: & b\n": "A text can't begin with * or &.",
    "a: !b!c d\n": "A text can't begin with ! or a line with %.",
    "a: ? b\n": "A text can't begin with a question mark and a space.",
    "a: - b\n": "A list can't begin on the line of its field.",
    'a: "\\q"\n': "A backslash in double quotes begins an escape, and this is none.",
    "a: |b\n  c\n": "Only a line break can follow | or > at the start of a text.",
    "a: b\nfoo\nc: d\n": "This line is neither a field with a colon nor part of a text.",
    "a:\n  - b\n c: d\n": "This line is not indented like the ones that it belongs to.",
    "  a: b\nc: d\n": "This line is not indented like the ones that it belongs to.",
}


@pytest.mark.parametrize("text", SAID)
def test_what_the_parser_says_is_said_in_plain_words(text: str) -> None:
    findings = read(text)[1].findings()
    assert [finding.message for finding in findings] == [SAID[text]]
    assert findings[0].help


def test_a_stop_behind_the_last_line_is_shown_on_it() -> None:
    (finding,) = read("a: b\nfoo")[1].findings()
    assert finding.line == 2
