from __future__ import annotations

from dataclasses import replace

from tests.banks.render.samples import EXPIRED, TOPIC
from tui.banks.render import render

PLAIN = """\
banks/nrf.yaml:12:12: error unknown-topic: The bank has no topic “nrf.leader”.
   |
12 |     topic: nrf.leader
   |            ^^^^^^^^^^
   = help: Did you mean nrf.leaders?

banks/a,b:c.yaml:3:1: warning expired: 100 % [bold]sure[/].

"""


def test_the_line_stands_under_the_message_with_a_caret() -> None:
    assert render("full", [TOPIC, EXPIRED]) == PLAIN


def test_colours_are_added_and_markup_in_a_bank_stays_text() -> None:
    coloured = render("full", [TOPIC, EXPIRED], colour=True)
    assert "\x1b[1;31merror unknown-topic\x1b[0m" in coloured
    assert "[bold]sure[/]" in coloured


def test_nothing_found_is_nothing_written() -> None:
    assert render("full", []) == ""


def caret(source: str, column: int, length: int) -> str:
    """What the carets of a rendered finding stand under."""
    shown = render("full", [replace(TOPIC, source=source, column=column, length=length)])
    _, _, line, carets, *_ = shown.splitlines()
    assert max(len(line), len(carets)) <= 110
    return line[carets.index("^") : carets.index("^") + carets.count("^")]


def test_the_caret_stands_under_what_is_meant() -> None:
    assert caret("  a: word", 6, 4) == "word"


def test_a_long_line_is_cut_around_the_caret() -> None:
    assert caret("  a: " + "x" * 300 + " word " + "y" * 300, 307, 4) == "word"
    assert caret("x" * 300 + " word", 302, 4) == "word"
    assert caret("word " + "y" * 300, 1, 4) == "word"
    assert caret("  a: " + "y" * 300, 6, 300) == "y" * 50 + "…"


def test_wide_and_combining_characters_move_the_caret() -> None:
    shown = render("full", [replace(TOPIC, source="a: 漢字 e\u0301 x", column=10, length=1)])
    assert shown.splitlines()[3] == "   |           ^"


def test_a_tab_is_one_column() -> None:
    assert caret("\ta: word", 5, 4) == "word"
