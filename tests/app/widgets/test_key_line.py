from __future__ import annotations

from textual.binding import Binding

from tui.app.widgets.key_line import GAP, Key, fitting

HELP = Key("?", "help", Binding("question_mark", "help", "help", id="app.help"))
KEYS = [Key("Enter", "next"), Key("o", "I was right"), HELP, Key("u", "undo")]


def names(keys: list[Key]) -> list[str]:
    return [key.what for key in keys]


def test_all_fit() -> None:
    assert names(fitting(KEYS, 80)) == ["next", "I was right", "undo", "help"]


def test_the_last_give_way_but_help_stays() -> None:
    width = sum(key.width + GAP for key in KEYS) - GAP
    assert names(fitting(KEYS, width)) == ["next", "I was right", "undo", "help"]
    assert names(fitting(KEYS, width - 1)) == ["next", "I was right", "help"]
    assert names(fitting(KEYS, 18)) == ["next", "help"]
    assert names(fitting(KEYS, 5)) == ["help"]
