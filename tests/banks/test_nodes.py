from __future__ import annotations

from tests.banks.trees import tree
from tui.banks.finding import Place
from tui.banks.nodes import find, place_of, plain, scalars, text


def test_every_scalar_is_the_text_that_was_typed() -> None:
    typed = "- No\n- 1:30\n- 2025-09\n- 007\n- 1e3\n- ~\n- null\n- true\n- 0x1F\n- .inf\n-\n- ''\n"
    assert plain(tree(typed)) == [
        "No", "1:30", "2025-09", "007", "1e3", "~", "null", "true", "0x1F", ".inf", "", "",
    ]  # fmt: skip


def test_markup_stays_as_typed() -> None:
    assert plain(tree("a: '[bold]x[/]'\nb: x [@click=app.quit]x[/]\n")) == {
        "a": "[bold]x[/]",
        "b": "x [@click=app.quit]x[/]",
    }


def test_a_block_ends_without_a_line_break_however_it_is_written() -> None:
    for mark in ("|", "|-", "|+"):
        assert plain(tree(f"a: {mark}\n  one\n  two\n\nb: x\n")) == {"a": "one\ntwo", "b": "x"}


def test_keys_and_values_know_their_places() -> None:
    node = tree("a: x\nb:\n  - one\n  - {c: 'deep'}\n")
    assert place_of(node, ("a",)) == Place(1, 4, 1)
    assert place_of(node, ("b",)) == Place(2, 1, 1)
    assert place_of(node, ("b", 0)) == Place(3, 5, 3)
    assert place_of(node, ("b", 1, "c")) == Place(4, 9, 6)


def test_an_empty_value_is_pointed_at_by_its_key() -> None:
    assert place_of(tree("a: x\nb:\nc: y\n"), ("b",)) == Place(2, 1, 1)


def test_an_entry_in_the_authors_own_words_is_pointed_at_by_them() -> None:
    assert place_of(tree("mistakes:\n  ISKP: why\n"), ("mistakes", "ISKP")) == Place(2, 3, 4)


def test_a_path_that_ends_nowhere_is_pointed_at_as_far_as_it_leads() -> None:
    node = tree("a:\n  - b: x\n")
    assert place_of(node, ("a", 0, "c", "d")).line == 2
    assert place_of(node, ("z",)).line == 1
    assert find(node, ("a", 7, "c"))[2] == (7, "c")


def test_texts_are_read_from_one_or_from_a_list() -> None:
    node = tree("a: x\nb: [y, [z]]\n")
    assert [found.text for found in scalars(find(node, ("a",))[1])] == ["x"]
    assert [found.text for found in scalars(find(node, ("b",))[1])] == ["y"]
    assert text(find(node, ("b",))[1]) == ""


def test_a_tree_ends_with_its_last_line_of_text() -> None:
    node = tree("- a: x\n  b: |\n    one\n    two\n- c: y\n")
    first, second = node.items  # type: ignore[union-attr]
    assert (first.place.line, first.end_line) == (1, 4)
    assert (second.place.line, second.end_line) == (5, 5)
