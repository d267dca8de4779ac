from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.study.studied import question, write_bank
from tui.banks import cache
from tui.banks.conditions import holds_words, is_named, is_one_of, is_tagged
from tui.banks.folded_words import words_of
from tui.banks.index import Index, open_index

TODAY = date(2026, 11, 2)
PROMPTS = (
    "Who led the résistance in the north?",
    "Who led the resistance fighters, in the North-West?",
    "پاکستان کا دارالحکومت کہاں ہے؟",
    "Did 12.5 % vote in 1953-54?",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("banks")
    questions = [
        question(f"q{n}", "one", prompt=f'"{text}"', answer=f"answer {n}", tags=f"[Tag {n % 2}]")
        for n, text in enumerate(PROMPTS)
    ]
    write_bank(root, "a", ["one: {title: The first}"], questions)
    return root


@pytest.fixture(scope="module")
def index(folder: Path) -> Iterator[Index]:
    opened = open_index(folder, folder / "cache", TODAY)
    assert opened._store.full_text
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def without_full_text(folder: Path) -> Iterator[Index]:
    """As where SQLite was built without it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cache, "has_full_text", lambda _: False)
        opened = open_index(folder, folder / "plain", TODAY)
        assert not opened._store.full_text
    tables = opened._rows("SELECT sql FROM sqlite_schema WHERE name = 'words'")
    assert "fts5" not in tables[0][0]
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("text", "whole", "numbers"),
    [
        ("resist", False, [0, 1]),
        ("resist", True, []),
        ("RÉSISTANCE", True, [0, 1]),
        ("resistance in", True, [0]),
        ("north west", True, [1]),
        ("west", False, [1]),
        ("پاکستان", False, [2]),
        ("پَاکِستان کا", True, [2]),
        ("دارالح", False, [2]),
        ("12.5", True, [3]),
        ("1953", True, [3]),
        ("answer the", False, []),
        ("first", True, [0, 1, 2, 3]),
        ("?", False, []),
    ],
)
def test_words_with_full_text_search_and_without(
    index: Index, without_full_text: Index, text: str, whole: bool, numbers: list[int]
) -> None:
    expected = [f"a/q{number}" for number in numbers]
    assert index.matching([holds_words(words_of(text), whole=whole)]) == expected
    assert without_full_text.matching([holds_words(words_of(text), whole=whole)]) == expected


@given(
    text=st.text(max_size=12) | st.sampled_from(PROMPTS).map(lambda text: text[2:15]),
    whole=st.booleans(),
)
def test_both_ways_find_the_same(
    index: Index, without_full_text: Index, text: str, whole: bool
) -> None:
    conditions = [holds_words(words_of(text), whole=whole)]
    assert index.matching(conditions) == without_full_text.matching(conditions)
    opposite = [conditions[0].negated()]
    assert index.matching(opposite) == without_full_text.matching(opposite)
    found = index.matching(conditions) + index.matching(opposite)
    assert sorted(found) == [f"a/q{number}" for number in range(4)]


def test_names(index: Index) -> None:
    every = [f"a/q{number}" for number in range(4)]
    assert index.matching([]) == every
    assert index.matching([is_one_of("bank", ["a", "b"])]) == every
    assert index.matching([is_one_of("kind", ["date"])]) == []
    assert index.matching([is_tagged(["tag 1"])]) == ["a/q1", "a/q3"]
    assert index.tags() == ["tag 0", "tag 1"]
    assert index.matching([is_named("q2")]) == ["a/q2"]
    assert index.matching([is_named("a/q*"), is_tagged(["tag 0"])]) == ["a/q0", "a/q2"]
    assert index.matching([is_named("q%")]) == []


def test_a_changed_bank_is_found_by_its_new_words_alone(tmp_path: Path) -> None:
    topics = ["one: {title: The first}"]
    write_bank(tmp_path, "a", topics, [question("q", "one", prompt="Older words", tags="[x]")])
    index = open_index(tmp_path, tmp_path / "cache", TODAY)
    assert index.search("older") == ["a/q"]
    write_bank(tmp_path, "a", topics, [question("q", "one", prompt="Newer, words", tags="[y]")])
    index.refresh()
    assert (index.search("older"), index.search("newer")) == ([], ["a/q"])
    assert index.tags() == ["y"]
    index.close()


def test_a_cache_of_another_layout_is_made_anew(tmp_path: Path) -> None:
    write_bank(tmp_path, "a", ["one: {title: The first}"], [question("q", "one")])
    open_index(tmp_path, tmp_path / "cache", TODAY).close()
    connection = cache.open_cache(cache.cache_path(tmp_path / "cache", tmp_path))
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    index = open_index(tmp_path, tmp_path / "cache", TODAY)
    assert index.search("house") == ["a/q"]
    index.close()
