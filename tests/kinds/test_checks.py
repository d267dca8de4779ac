from __future__ import annotations

from tui.kinds.checks import blank_problems, duplicates, same
from tui.kinds.chosen import folded, option_chosen, same_text


def test_duplicates_are_told_with_the_first() -> None:
    texts = ("Al-Qaeda", "ISKP", "al qaeda", "AL QAEDA")
    found = list(duplicates(texts, lambda n: ("items", n), "duplicate-item", "Do it."))
    assert [p.path for p in found] == [("items", 2), ("items", 3)]
    assert found[0].message == "“al qaeda” reads the same as “Al-Qaeda”."


def test_same_is_what_the_grader_can_not_tell_apart() -> None:
    assert same("al-Qaida", "Al-Qaeda")
    assert not same("Al-Qaedda", "Al-Qaesa")


def test_options_are_told_apart_by_their_letters() -> None:
    assert same_text("Al-Qaeda", "al qaeda")
    assert not same_text("al-Qaida", "Al-Qaeda")
    assert folded("+") != folded("-")
    assert option_chosen("A B", ("a b", "A B")) == "A B"
    assert option_chosen("a-b", ("A B",)) == "A B"
    assert option_chosen("", ("A",)) == ""


def test_blank_problems_say_what_to_write() -> None:
    (problem,) = blank_problems("no blank", ())
    assert "{{answer}}" in problem.help
