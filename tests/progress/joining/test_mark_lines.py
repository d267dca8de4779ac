from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.progress.entries import NOON
from tui.progress.columns import moment_text
from tui.progress.fields import LONGEST_LINE, YEARS, Refused
from tui.progress.joining.mark_lines import (
    head_from,
    mark_from,
    mark_line,
    wording_from,
    wording_line,
)
from tui.progress.marks import FLAG, LATEST, PARKED, SETTING, Mark
from tui.progress.variants import Taught

AT = moment_text(NOON)
TEXTS = st.text(st.characters(codec="utf-8"))
NAMES = st.sampled_from(("bank/a", "bänk/ü"))
MARKS = st.one_of(
    st.builds(Mark, st.sampled_from((FLAG, SETTING)), NAMES, st.just(AT), st.none() | TEXTS),
    st.builds(Mark, st.just(PARKED), NAMES, st.just(AT), st.sampled_from((None, ""))),
)
WORDINGS = st.builds(
    Taught, NAMES, TEXTS, TEXTS, st.just(AT), st.sampled_from(("", "D")), st.none() | NAMES
)
READERS = pytest.mark.parametrize(
    ("read", "fields", "field"),
    [
        (mark_from, {"event": "flag", "question": "bank/a", "at": AT}, "note"),
        (mark_from, {"event": "setting", "name": "minutes", "at": AT}, "value"),
        (wording_from, {"event": "wording", "question": "b/a", "at": AT, "text": "x"}, "expected"),
        (wording_from, {"event": "wording", "question": "b/a", "at": AT, "expected": "x"}, "text"),
    ],
)


@given(MARKS, WORDINGS)
def test_a_line_is_read_as_what_was_written(mark: Mark, taught: Taught) -> None:
    assert mark_from(mark_line(mark)) == mark
    assert wording_from(wording_line(taught)) == taught


@READERS
def test_half_a_character_is_refused(read: object, fields: dict[str, str], field: str) -> None:
    assert callable(read)
    with pytest.raises(Refused, match=f'`{field}` holds half a character: "x.ud800"'):
        read(json.dumps({**fields, field: "x\ud800"}))


@READERS
def test_brackets_too_deep(read: object, fields: dict[str, str], field: str) -> None:
    assert callable(read)
    line = json.dumps(fields)[:-1] + f', "{field}": ' + "[" * 100_000 + "]" * 100_000 + "}"
    with pytest.raises(Refused, match="too deep"):
        read(line)


@READERS
def test_a_text_that_leaves_no_room(read: object, fields: dict[str, str], field: str) -> None:
    assert callable(read)
    line = json.dumps({**fields, field: ""}, separators=(",", ":"))
    fitting = line[:-2] + "x" * (LONGEST_LINE - len(line)) + '"}'
    assert len(fitting) == LONGEST_LINE
    with pytest.raises(Refused, match="longer than 1,000,000 characters"):
        read(fitting.replace('"at"', '"id":"1","at"').replace("Z", "+00:00"))
    # The device of a wording is written where it was left out.
    if read is mark_from:
        assert read(fitting + "\n")


@pytest.mark.parametrize("lines", ["9" * 4300, "-1", "true", '"7"', "1.0", "null", "[" * 100_000])
def test_a_first_line_that_promises_what_can_not_be(lines: str) -> None:
    with pytest.raises(Refused):
        head_from(f'{{"event":"sync","device":"D","lines":{lines}}}')


def test_a_mark_of_the_last_year_is_refused() -> None:
    """The next change would come after it, and so have a time that nobody takes in."""
    assert int(LATEST[:4]) == YEARS[-1] - 1
    assert mark_from(mark_line(Mark(FLAG, "bank/a", LATEST, "why"))).at == LATEST
    with pytest.raises(Refused, match="in a year up to 2098"):
        mark_from(mark_line(Mark(FLAG, "bank/a", "2099-01-01T00:00:00.000000Z", None)))


def test_a_mark_of_another_sort_is_refused() -> None:
    with pytest.raises(Refused, match='must be one of flag, parked, setting, not "wish"'):
        mark_from(json.dumps({"event": "wish", "question": "bank/a", "at": AT}))
