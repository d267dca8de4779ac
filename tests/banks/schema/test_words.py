"""Every field has words, and they are those of the documentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from tui.banks.fields import BankFields, field_names
from tui.banks.schema.words import KINDS, OF_SEVERAL, WORDS, sentence
from tui.kinds import KIND_NAMES, kind_named
from tui.kinds.question import Question

TEXT = (Path(__file__).parents[3] / "docs" / "bank-format.md").read_text(encoding="utf-8")
FIELDS, _, OF_KINDS = TEXT.partition("## The eleven kinds\n")


def under(owner: type) -> Iterator[type]:
    """`owner` and the classes of its fields."""
    yield owner
    for hint in get_type_hints(owner, include_extras=True).values():
        yield from (each for found in within(hint) for each in under(found))


def within(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from within(part)


OWN = {
    owner: [name for name in field_names(owner) if not issubclass(owner, Question)]
    for owner in under(BankFields)
} | {Question: list(field_names(Question))}
KIND_OF = {owner: kind for kind in KIND_NAMES for owner in under(kind_named(kind))}
for each in KIND_OF:
    shared = {*field_names(Question), "disputed"} if issubclass(each, Question) else set()
    OWN[each] = [name for name in field_names(each) if name not in shared]


@pytest.mark.parametrize("owner", OWN, ids=lambda owner: owner.__name__)
def test_every_field_has_words_and_no_other(owner: type) -> None:
    given = list(WORDS.get(owner.__name__, {}))
    assert sorted(given) == sorted(OWN[owner]), (
        f"tui/banks/schema/words.py has to say what each field of {owner.__name__} is, "
        "in words of docs/bank-format.md"
    )


def test_there_are_words_for_no_other_class() -> None:
    assert set(WORDS) == {owner.__name__ for owner in OWN}
    assert list(KINDS) == list(KIND_NAMES)


@pytest.mark.parametrize(
    "owner", [each for each in OWN if each not in KIND_OF], ids=lambda owner: owner.__name__
)
def test_words_for_fields_stand_in_the_tables(owner: type) -> None:
    for name, words in WORDS[owner.__name__].items():
        rows = [row for row in FIELDS.splitlines() if row.startswith("|") and f"`{name}`" in row]
        assert any(words in row for row in rows), f"{name}: {words}"


@pytest.mark.parametrize("owner", KIND_OF, ids=lambda owner: owner.__name__)
def test_words_for_kinds_stand_in_their_sections(owner: type) -> None:
    kind = KIND_OF[owner]
    section = OF_KINDS.partition(f"### {kind}\n")[2].partition("\n##")[0]
    assert KINDS[kind] in section
    for name, words in WORDS[owner.__name__].items():
        assert words in section, f"{name}: {words}"
        assert f"`{name}`" in section


def test_what_several_kinds_share_is_documented() -> None:
    assert OF_SEVERAL["disputed"] in FIELDS


def test_words_become_sentences() -> None:
    assert sentence("its name") == "Its name."
    assert sentence("`true` or `false`") == "`true` or `false`."
    assert sentence("") == ""
