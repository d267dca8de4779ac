from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.progress.entries import NOON, amendment, logs, review, undo
from tui.log import Amendment, Entry, How, Review, Undo
from tui.memory import Grade
from tui.progress.fields import LONGEST_LINE, Refused
from tui.progress.lines import Rules, from_line, to_line
from tui.schedule.grades import grade_for

KARACHI = timezone(timedelta(hours=5))
RULES = Rules(KARACHI, grade_for)

LEAST = {"question": "bank/a", "at": "2025-11-22T22:30:00+00:00", "score": 0.8}


def read(**fields: object) -> Entry:
    return from_line(json.dumps(LEAST | fields), RULES)


def refusal(line: str) -> str:
    """Why a line is refused: one sentence that a terminal can show."""
    with pytest.raises(Refused) as caught:
        from_line(line, RULES)
    said = str(caught.value)
    assert said.isprintable()
    assert said.endswith(".")
    assert len(said) < 200
    return said


@given(logs())
def test_a_line_is_read_as_the_entry_that_was_written(log: list[Entry]) -> None:
    for entry in log:
        line = to_line(entry)
        assert "\n" not in line
        line.encode()
        assert from_line(line, RULES) == entry


def test_the_lines_that_are_written() -> None:
    assert to_line(review()) == (
        '{"id":"R1","question":"bank/a","at":"2025-11-22T12:00:00.123456Z","day":"2025-11-22",'
        '"kind":"short","answer":["Ahmad Masood"],"score":1.0,'
        '"parts":[["Ahmad Massoud","Ahmad Masood","right"]],'
        '"grade":3,"seconds":7.5,"device":"D","key":"k1"}'
    )
    assert to_line(review(practice=True)) == to_line(review())[:-1] + ',"practice":true}'
    assert to_line(amendment("A1", "R1")) == (
        '{"event":"amend","id":"A1","target":"R1","at":"2025-11-22T12:00:00.123456Z",'
        '"how":"right","score":1.0,"grade":3,"device":"D"}'
    )
    assert to_line(undo("U1", "R1")) == (
        '{"event":"undo","id":"U1","target":"R1","at":"2025-11-22T12:00:00.123456Z","device":"D"}'
    )


def test_what_is_missing_follows_from_the_rest() -> None:
    entry = read()
    assert isinstance(entry, Review)
    assert entry == Review(
        id=entry.id,
        question="bank/a",
        at=datetime(2025, 11, 22, 22, 30, tzinfo=UTC),
        day=date(2025, 11, 22),  # 03:30 of the 23rd in Karachi
        kind="",
        answer=(),
        score=0.8,
        parts=(),
        grade=Grade.HARD,
        seconds=0.0,
        device="",
        key="",
        practice=False,
    )
    later = read(at="2025-11-22T23:00:00Z")
    assert isinstance(later, Review)
    assert later.day == date(2025, 11, 23)


def test_an_id_that_is_missing_is_made_of_what_the_line_says() -> None:
    shuffled = json.dumps(dict(reversed(LEAST.items())), indent=None)
    assert from_line(shuffled, RULES).id == read().id
    ids = {read().id, read(score=1).id, read(note="x").id, read(answer="x").id}
    assert len(ids) == 4
    assert all(len(entry_id) == 26 for entry_id in ids)


def test_a_text_alone_is_an_answer_of_one() -> None:
    entry = read(answer="Ahmad")
    assert isinstance(entry, Review)
    assert entry.answer == ("Ahmad",)


def test_numbers_may_be_whole_and_other_fields_are_passed_over() -> None:
    entry = read(score=1, seconds=8, tags=["x"], event="answer")
    assert isinstance(entry, Review)
    assert (entry.score, entry.seconds, entry.grade) == (1.0, 8.0, Grade.GOOD)


def test_what_was_said_and_taken_back() -> None:
    said = {"event": "amend", "target": "R1", "how": "guessed", "grade": 1}
    assert read(**said, id="A1") == Amendment(
        "A1", "R1", datetime(2025, 11, 22, 22, 30, tzinfo=UTC), How.GUESSED, 0.8, Grade.AGAIN, ""
    )
    assert isinstance(read(event="undo", target="R1"), Undo)


@pytest.mark.parametrize("field", ["question", "at", "score"])
def test_a_field_that_is_needed(field: str) -> None:
    rest = {name: value for name, value in LEAST.items() if name != field}
    assert refusal(json.dumps(rest)) == f"`{field}` is missing."
    assert refusal(json.dumps(LEAST | {field: None})) == f"`{field}` is null."


@pytest.mark.parametrize("field", ["target", "how", "grade"])
def test_a_field_that_an_amendment_needs(field: str) -> None:
    said = {**LEAST, "event": "amend", "target": "R1", "how": "right", "grade": 3}
    del said[field]
    assert refusal(json.dumps(said)) == f"`{field}` is missing."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "Not JSON: Expecting property name enclosed in double quotes at column 2."),
        ("hello", "Not JSON: Expecting value at column 1."),
        ("[1]", "Not a JSON object"),
        ('"text"', "Not a JSON object"),
        ("null", "Not a JSON object"),
        ('{"score": NaN}', "NaN is not a number that JSON knows."),
        ('{"score": -Infinity}', "-Infinity is not a number that JSON knows."),
        ('{"score": 1, "score": 0}', 'A field is given twice: "score".'),
        ('{"score": ' + "1" * 5000 + "}", "too many digits"),
        ("[" * 100_000, "Brackets"),
        ('{"a":' * 400 + "1" + "}" * 400, "missing"),
        ("x" * (LONGEST_LINE + 1), "longer than 1,000,000 characters"),
        ('{"question": "caf\udce9"}', "not UTF-8"),
    ],
)
def test_a_line_that_is_no_object(line: str, said: str) -> None:
    assert said in refusal(line)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("question", 7, "`question` must be a text, not 7."),
        ("question", "", "`question` is empty."),
        ("question", "x" * 201, "longer than 200 characters"),
        ("question", "\x1b[31mred", r"can't be shown: \"\u001b[31mred\"."),
        ("question", "\ud800", "can't be shown"),
        ("question", "bank/\u202eabc", "can't be shown"),
        ("id", "", "`id` is empty."),
        ("id", ["R1"], "`id` must be a text"),
        ("at", 1763812800, "must be a time such as"),
        ("at", "yesterday", 'such as 2025-11-22T18:36:00Z, not "yesterday".'),
        ("at", "2025-11-22T18:36:00", "does not say its time zone"),
        ("at", "2025-11-22", "does not say its time zone"),
        ("at", "2025-02-30T12:00:00Z", "must be a time such as"),
        ("at", "0025-11-22T12:00:00Z", "from 1970 to 2099"),
        ("at", "2525-11-22T12:00:00Z", "from 1970 to 2099"),
        ("at", "9999-12-31T23:59:59-12:00", "from 1970 to 2099"),
        ("at", {"deep": "x" * 1000}, "…"),
        ("day", "22/11/2025", "must be a date such as"),
        ("day", 22, "must be a date such as"),
        ("day", "2025-11-25", "more than two days away"),
        ("score", "1", "`score` must be a number"),
        ("score", True, "`score` must be a number, not true."),
        ("score", -0.1, "`score` must be from 0 to 1, not -0.1."),
        ("score", 100, "`score` must be from 0 to 1, not 100."),
        ("score", 10**400, "too large"),
        ("grade", 0, "`grade` must be 1, 2, 3 or 4, not 0."),
        ("grade", 3.0, "`grade` must be"),
        ("grade", True, "`grade` must be"),
        ("seconds", -1, "`seconds` must be 0 or more"),
        ("seconds", "8", "`seconds` must be a number"),
        ("seconds", 604_800.5, "`seconds` is more than 604,800"),
        ("seconds", 1.7e308, "`seconds` is more than 604,800"),
        ("answer", 7, "`answer` must be a list of texts"),
        ("answer", ["a", 7], "`answer` must be a list of texts"),
        ("parts", [["a", "b"]], "[expected, given, outcome]"),
        ("parts", ["abc"], "[expected, given, outcome]"),
        ("parts", {"a": 1}, "[expected, given, outcome]"),
        ("kind", None, "`kind` is null."),
        ("device", 1, "`device` must be a text"),
        ("key", [], "`key` must be a text"),
        ("practice", 1, "`practice` must be true or false, not 1."),
        ("practice", "yes", "`practice` must be true or false"),
        ("practice", None, "`practice` is null."),
        ("event", "delete", 'must be "answer", "amend" or "undo", not "delete".'),
        ("event", 1, "`event` must be a text"),
    ],
)
def test_a_field_that_can_not_be(field: str, value: object, said: str) -> None:
    assert said.replace(r"\"", '"') in refusal(json.dumps(LEAST | {field: value}))


def test_a_number_beyond_all_numbers() -> None:
    assert "from 0 to 1" in refusal(
        '{"question": "a", "at": "2025-11-22T12:00:00Z", "score": 1e999}'
    )
    assert "0 or more" in refusal(json.dumps(LEAST)[:-1] + ', "seconds": 1e999}')


def test_what_the_learner_can_not_say() -> None:
    said = {**LEAST, "event": "amend", "target": "R1", "grade": 3, "how": "wrong"}
    assert '"right", "guessed", "easy", "count", not "wrong".' in refusal(json.dumps(said))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(("", "x", "\x00")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.just("x"), inner),
    max_leaves=5,
)
FIELDS = st.sampled_from(
    (
        *(*LEAST, "id", "event", "day", "kind", "answer", "parts", "grade", "seconds"),
        *("target", "how", "practice"),
    )
)


@given(st.dictionaries(FIELDS, JSON), st.booleans())
def test_whatever_a_line_says_it_is_read_or_refused(fields: dict[str, object], base: bool) -> None:
    line = json.dumps(LEAST | fields if base else fields)
    try:
        entry = from_line(line, RULES)
    except Refused:
        refusal(line)
    else:
        assert from_line(to_line(entry), RULES) == entry


def test_a_line_that_would_be_too_long_when_written_is_refused() -> None:
    """What is read stands in the own lines from then on, and other devices refuse longer ones."""
    # Half a character anywhere has all others escaped.
    line = json.dumps(LEAST | {"answer": ["é" * 200_000, "half"]}, ensure_ascii=False)
    assert isinstance(from_line(line, RULES), Review)
    half = line.replace("half", "\\ud800")
    assert "longer than 1,000,000 characters" in refusal(half)
    least = from_line(json.dumps(LEAST), RULES)
    whole = len(to_line(least)) + len('""')
    fits = read(answer="x" * (LONGEST_LINE - whole))
    assert len(to_line(fits)) == LONGEST_LINE
    assert from_line(to_line(fits) + "\n", RULES) == fits
    assert "Written anew" in refusal(json.dumps(LEAST | {"answer": "x" * (LONGEST_LINE - 150)}))


def test_moments_are_read_to_the_microsecond() -> None:
    assert from_line(to_line(review(at=NOON)), RULES) == review(at=NOON)
    assert NOON.microsecond == 123456
