"""The schema takes every sound bank, and flags what `bank check` finds wrong with fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from tests.banks.sample import BANK
from tests.banks.schema.core_types import typed, untyped
from tests.banks.test_broken import BROKEN
from tests.samples_of_banks import SOUND
from tui.banks.codes import FIELDS, READING
from tui.banks.fields import BankFields, field_names
from tui.banks.reading import FORMAT
from tui.banks.schema import FILE_NAME, MODELINE, bank_schema, schema_text, write_schema
from tui.banks.slug import is_dotted, is_slug
from tui.kinds import KIND_NAMES, kind_named
from tui.kinds.question import Question

SHIPPED = Path(__file__).parents[3] / "question_banks"
QUOTE = "    quote: his son, Ahmed Massoud, is leading the NRF\n"
READERS = pytest.mark.parametrize("read", [typed, untyped])


@cache
def schema() -> dict[str, Any]:
    return bank_schema()


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(schema())


def errors(bank: Any) -> list[str]:
    """What the schema says of `bank`: the path, and which keyword is not met."""
    return sorted(
        f"{'/'.join(map(str, error.absolute_path))} {error.validator}"
        for error in validator().iter_errors(bank)
    )


def field_of(kind: str, name: str) -> dict[str, Any]:
    """The schema of a field of the questions of `kind`."""
    question = schema()["properties"]["questions"]["items"]
    own = question["allOf"][KIND_NAMES.index(kind)]["then"]["properties"][name]
    found: dict[str, Any] = question["properties"][name] if own is True else own
    return found


def test_it_is_a_sound_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(schema())
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$ref" not in schema_text()


@READERS
@pytest.mark.parametrize("name", SOUND)
def test_sound_banks_are_taken(name: str, read: Callable[[str], Any]) -> None:
    bank = read(SOUND[name])
    assert bank["questions"]
    assert errors(bank) == []


@READERS
@pytest.mark.parametrize(
    "line",
    [
        "answer: 1954",
        "answer: 1954.50",
        "answer: true",
        "as_of: 2025-11",
        "as_of: 2025",
        "draft: true",
        "draft: Yes",
        "difficulty: 5",
        "difficulty: '5'",
        "marks: 2.5",
        "accept: [2001, true, 1e3]",
        "note:",
        "quote: 1990",
        "quote: [1990, it began]",
        "mistakes: {1991: That is another year.}",
        "was: [2001]",
    ],
)
def test_texts_that_look_like_something_else_are_taken(
    line: str, read: Callable[[str], Any]
) -> None:
    field = line.partition(":")[0]
    bank = read(BANK)
    bank["questions"][0] |= read(line)
    assert field in bank["questions"][0]
    assert errors(bank) == []


# Of what is no YAML, or not the YAML of banks, an editor knows without a schema.
WELL_FORMED = [name for name, (_, _, (code, _, _)) in BROKEN.items() if code not in READING]


@pytest.mark.parametrize("name", WELL_FORMED)
def test_it_flags_what_bank_check_says_of_fields_and_nothing_else(name: str) -> None:
    old, new, (code, _, _) = BROKEN[name]
    text = BANK.replace(old, new)
    about_fields = code in {*FIELDS, "invalid-id", "infinite-number"} or name == "no date"
    assert bool(errors(typed(text))) == about_fields
    assert about_fields or not errors(untyped(text))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("answer: Ahmad Massoud", "anwser: Ahmad", ["additionalProperties", "required"]),
        ("kind: short", "kind: shrot", ["kind enum"]),
        (QUOTE, "", ["required"]),
        ("kind: short", "kind: short\n    difficulty: 6", ["difficulty maximum"]),
        ("kind: short", "kind: short\n    difficulty: 0", ["difficulty minimum"]),
        ("kind: short", "kind: short\n    marks: 0", ["marks exclusiveMinimum"]),
        ("kind: short", "kind: short\n    accept: x", ["accept type"]),
        ("kind: short", "kind: short\n    accept: ['']", ["accept/0 minLength"]),
        (QUOTE, "    quote: []\n", ["quote anyOf"]),
    ],
)
def test_an_error_stands_where_it_belongs(old: str, new: str, expected: list[str]) -> None:
    assert BANK.count(old) == 1
    found = errors(typed(BANK.replace(old, new)))
    assert [each.removeprefix("questions/0").lstrip("/ ") for each in found] == expected


def test_bounds_come_from_the_classes() -> None:
    difficulty = field_of("short", "difficulty")
    assert (difficulty["minimum"], difficulty["maximum"]) == (1, 5)
    assert field_of("short", "marks")["exclusiveMinimum"] == 0
    assert field_of("list", "items")["minItems"] == 2
    assert field_of("order", "items")["minItems"] == 3
    assert field_of("match", "pairs")["minProperties"] == 2
    point = field_of("outline", "rubric")["items"]
    assert point["properties"]["marks"]["exclusiveMinimum"] == 0


def test_it_has_every_field_and_no_other() -> None:
    assert list(schema()["properties"]) == list(field_names(BankFields))
    question = schema()["properties"]["questions"]["items"]
    assert set(question["properties"]) == set(field_names(Question))
    assert question["properties"]["kind"]["enum"] == list(KIND_NAMES)
    for kind, branch in zip(KIND_NAMES, question["allOf"], strict=False):
        assert branch["if"]["properties"]["kind"] == {"const": kind}
        assert set(branch["then"]["properties"]) == set(field_names(kind_named(kind)))


# No line breaks: Python's $ stands before one at the end, too, unlike that of JSON Schema.
ALMOST_IDS = st.text(alphabet="aZ9-.é _", max_size=5) | st.just("a" * 81)


@given(ALMOST_IDS)
def test_ids_are_those_of_bank_check(text: str) -> None:
    fields = schema()["properties"]
    assert Draft7Validator(fields["bank"]).is_valid(text) == is_slug(text)
    assert Draft7Validator(fields["topics"]["propertyNames"]).is_valid(text) == is_dotted(text)


@given(st.text(alphabet="01.+-_eE ", max_size=6))
def test_texts_that_are_read_as_numbers_are_taken(text: str) -> None:
    for name, kind in {"difficulty": int, "marks": float}.items():
        # pydantic takes some texts that nobody means as a number, too, such as 0-0.
        try:
            TypeAdapter[float](kind).validate_python(text)
            kind(text)
        except (ValidationError, ValueError):
            continue
        assert re.search(field_of("short", name)["pattern"], text), name


WORDS = ("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "1", "0", "2", "ja", "")


@given(st.sampled_from(WORDS), st.booleans())
def test_texts_that_are_read_as_true_or_false_are_taken(word: str, loud: bool) -> None:
    text = word.upper() if loud else word
    try:
        TypeAdapter(bool).validate_python(text)
        read = True
    except ValidationError:
        read = False
    assert Draft7Validator(field_of("short", "draft")).is_valid(text) == read


def test_the_format_is_the_one_that_is_read() -> None:
    assert schema()["properties"]["format"]["pattern"] == f"^{FORMAT}$"


def test_it_is_written_once(tmp_path: Path) -> None:
    path = write_schema(tmp_path)
    assert path == tmp_path / ".schema.json"
    assert path.read_text(encoding="utf-8") == schema_text()
    before = path.stat()
    write_schema(tmp_path)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_an_older_one_is_replaced(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("{}", encoding="utf-8")
    assert write_schema(tmp_path).read_text(encoding="utf-8") == schema_text()


def test_the_shipped_bank_asks_for_the_schema_beside_it() -> None:
    for path in SHIPPED.glob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith(f"{MODELINE}\n")
    said = "run: cssprep bank schema --output question_banks"
    assert (SHIPPED / FILE_NAME).read_text(encoding="utf-8") == schema_text(), said
