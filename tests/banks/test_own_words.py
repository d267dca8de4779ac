from __future__ import annotations

from tui.banks.finding import Place
from tui.banks.own_words import slip_in_own_words

FIELD = "    mistakes:"
SECOND = "      Henrik Moss: He is no engineer."


def test_a_first_mistake_indented_like_the_field_is_named() -> None:
    lines = [FIELD, "    Tomas Reel: He is the harbour master.", SECOND]
    assert slip_in_own_words(lines, 2) == (
        Place(2, 5),
        "Line 2 belongs under `mistakes`.",
        "Indent it by two more spaces, as line 3 is.",
    )


def test_mistakes_are_no_list() -> None:
    lines = [FIELD, "      - Tomas Reel: He is the harbour master.", SECOND]
    assert slip_in_own_words(lines, 2) == (
        Place(2, 7),
        "`mistakes` are no list: a dash stands here.",
        "Take out the dash: `Tomas Reel: He is the harbour master.`.",
    )


def test_the_mistake_without_a_colon_is_named_and_not_the_one_after_it() -> None:
    lines = [FIELD, "", "      Tomas Reel He is the harbour master.", "      # why?", SECOND]
    assert slip_in_own_words(lines, 4) == (
        Place(3, 7),
        "A colon is missing on this line under `mistakes`.",
        "Write a colon and a space between the wrong answer and why it is wrong.",
    )


def test_nothing_is_said_elsewhere() -> None:
    assert slip_in_own_words([FIELD], 1) is None
    assert slip_in_own_words([FIELD, ""], 1) is None
    assert slip_in_own_words(["    prompt: a", "      b: c"], 1) is None
    assert slip_in_own_words([FIELD, SECOND, "   - id: lamp"], 2) is None
    assert slip_in_own_words([FIELD, SECOND, "     topic: a"], 2) is None
    assert slip_in_own_words([FIELD, SECOND, "    quote: a", "     topic: b"], 3) is None
