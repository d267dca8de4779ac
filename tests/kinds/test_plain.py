from __future__ import annotations

import pytest

from tui.kinds.plain import lettered, mark, one_line, one_of, pairs_of, several_of, span

TEXTS = ("Alpha", "Beta", "Gamma")


def test_letters() -> None:
    assert lettered(TEXTS) == ("a) Alpha", "b) Beta", "c) Gamma")
    assert [mark(n) for n in (0, 25, 26)] == ["a", "z", "27"]
    assert span(4) == "a to d"
    assert one_line((" two ", " words ")) == ("two   words",)


def test_one_of() -> None:
    assert [one_of((typed,), TEXTS) for typed in ("c", "3", "۳", "gamma")] == ["Gamma"] * 4
    with pytest.raises(ValueError, match="one letter"):
        one_of(("a b",), TEXTS)


def test_several_of() -> None:
    assert several_of(("c a",), TEXTS) == ("Gamma", "Alpha")
    many = tuple(f"item {n}" for n in range(30))
    assert several_of(("27 30",), many) == ("item 26", "item 29")
    with pytest.raises(ValueError, match="each once"):
        several_of(("a b a",), TEXTS)


def test_pairs_of() -> None:
    assert pairs_of(("2c, 1a",), ("one", "two"), TEXTS) == (("one", "Alpha"), ("two", "Gamma"))
    with pytest.raises(ValueError, match="a number and a letter"):
        pairs_of(("3a",), ("one", "two"), TEXTS)
