from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.drafting.appending import appended, gap_in
from tui.fault import Fault

ENTRY = "  # a comment\n  - id: new\n    prompt: Why?\n"
FLAT = ENTRY.replace("\n  ", "\n")[2:]


def added(text: str, indent: int = 2) -> str:
    gap = gap_in(text)
    assert gap.indent == indent
    return appended(text, [ENTRY if indent else FLAT], gap)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bank: x\nquestions:\n", f"bank: x\nquestions:\n\n{ENTRY}"),
        ("bank: x\nquestions:", f"bank: x\nquestions:\n\n{ENTRY}"),
        ("bank: x\nquestions: []\n", f"bank: x\nquestions:\n\n{ENTRY}"),
        ("questions: [\n]  # none\nbank: x\n", f"questions:  # none\n\n{ENTRY}bank: x\n"),
        ("questions:  # none yet\n\n# notes\n", f"questions:  # none yet\n\n{ENTRY}\n# notes\n"),
        (
            "questions:\n  - id: a\n    note: b\n\n# notes\nbank: x\n",
            f"questions:\n  - id: a\n    note: b\n\n{ENTRY}\n# notes\nbank: x\n",
        ),
        (
            "questions:\n  - id: a\n    note: |\n      b\n\n    # c\nbank: x\n",
            f"questions:\n  - id: a\n    note: |\n      b\n\n\n{ENTRY}    # c\nbank: x\n",
        ),
        (
            "questions:\n  - {id: a,\n     note: b}  # c\n",
            f"questions:\n  - {{id: a,\n     note: b}}  # c\n\n{ENTRY}",
        ),
        ("questions:\n  - id: a\n    note: 'b\n      c'", "questions:\n  - id: a\n    note: 'b\n"
         f"      c'\n\n{ENTRY}"),
    ],
)  # fmt: skip
def test_entries_go_to_the_end_of_the_list(text: str, wanted: str) -> None:
    assert added(text) == wanted


def test_dashes_stand_under_those_that_are_there() -> None:
    text = "questions:\n- id: a\n  note: b\nbank: x\n"
    assert added(text, indent=0) == f"questions:\n- id: a\n  note: b\n\n{FLAT}bank: x\n"


def test_line_ends_are_those_of_the_file() -> None:
    text = "bank: x\r\nquestions:\r\n  - id: a\r\n"
    assert added(text) == text + "\r\n" + ENTRY.replace("\n", "\r\n")


def test_a_value_called_questions_is_no_key() -> None:
    text = "title: questions\nquestions:\n  - id: a\n"
    assert added(text) == text + "\n" + ENTRY


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bank: x\n", "no field"),
        ("questions: [{id: a}]\n", "brackets"),
        ("questions: none\n", "no list"),
        ("questions: [\n", "can't be read"),
    ],
)
def test_where_nothing_can_be_added_it_says_so(text: str, told: str) -> None:
    with pytest.raises(Fault, match=told):
        gap_in(text)


comments = st.sampled_from(["", "# a\n", "\n\n", "\n# a\n#  b\n"])
values = st.sampled_from(
    ["a", "'a: b'", '"x"', "|\n      a\n      b", "[a,\n      b]", "{c: d}", ""]
)


@given(st.lists(st.tuples(values, comments), max_size=4), comments, st.booleans())
def test_every_old_line_stays_in_its_order(
    entries: list[tuple[str, str]], end: str, is_windows: bool
) -> None:
    text = "bank: x\nquestions:\n"
    text += "".join(f"  - id: q\n    note: {value}\n{after}" for value, after in entries) + end
    text = text.replace("\n", "\r\n") if is_windows else text
    new = appended(text, [ENTRY], gap_in(text))
    gap = gap_in(text)
    assert new.startswith(text[: gap.position])
    assert new.endswith(text[gap.position :])
    assert len(re.findall(r"^ *- id:", new, re.MULTILINE)) == len(entries) + 1
