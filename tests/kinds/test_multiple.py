from __future__ import annotations

import pytest

from tests.kinds.made import multiple
from tui.kinds.verdict import Outcome, Part

FRIENDS = multiple(
    "China",
    "Iran",
    "Central Asian countries",
    mistakes={"India": "A rival.", "Russia": "Not named."},
)


@pytest.mark.parametrize(
    ("chosen", "score"),
    [
        (("China", "Iran", "Central Asian countries"), 1),
        (("Central Asian countries", "China", "Iran"), 1),
        (("China", "Iran"), 2 / 3),
        (("China", "Iran", "India"), 1 / 3),
        (("China", "Iran", "Central Asian countries", "India"), 2 / 3),
        (("China", "Iran", "Central Asian countries", "India", "Russia"), 1 / 3),
        (("China", "India"), 0),
        (("India", "Russia"), 0),
        (("China", "China", "china"), 1 / 3),
        ((), 0),
    ],
)
def test_wrong_options_take_away_what_right_ones_give(
    chosen: tuple[str, ...], score: float
) -> None:
    verdict = FRIENDS.grade(chosen)
    assert verdict.score == pytest.approx(score)
    expected = Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG
    assert verdict.outcome is expected


def test_parts_say_what_was_found_missed_and_wrong() -> None:
    verdict = FRIENDS.grade(("Iran", "India"))
    assert verdict.parts == (
        Part("China", "", Outcome.MISSING),
        Part("Iran", "Iran", Outcome.RIGHT),
        Part("Central Asian countries", "", Outcome.MISSING),
        Part("", "India", Outcome.WRONG, "A rival."),
    )
    assert verdict.reason == "A rival."


def test_an_option_that_is_no_more_counts_as_wrong() -> None:
    assert FRIENDS.grade(("China", "Iran", "Turkey")).score == pytest.approx(1 / 3)


def test_plain_mode() -> None:
    options = FRIENDS.options(1)
    wanted = (options[0], options[2])
    for typed in ("a c", "ac", "a, c", "A and C", "1 3", "a) c)"):
        assert FRIENDS.from_plain((typed,), 1) == wanted
    assert FRIENDS.from_plain(("iran",), 1) == ("Iran",)
    for typed in ("", "a a", "f", "x y", "1 9", "hello"):
        with pytest.raises(ValueError, match=r"^Type letters from a to e, each once"):
            FRIENDS.from_plain((typed,), 1)
    assert FRIENDS.plain_lines(1)[0] == f"a) {options[0]}"


def test_key() -> None:
    assert FRIENDS.key() == ("Central Asian countries", "China", "Iran")
    assert FRIENDS.right_answer() == "China; Iran; Central Asian countries"


def test_problems() -> None:
    assert list(FRIENDS.problems()) == []
    assert [(p.path, p.code) for p in multiple("China").problems()] == [
        (("answers",), "no-mistakes")
    ]
    found = multiple("China", "Iran", "china", mistakes={"IRAN": "No.", "India": "No."})
    assert [(p.path, p.code) for p in found.problems()] == [
        (("answers", 2), "duplicate-option"),
        (("mistakes", "IRAN"), "answer-among-mistakes"),
    ]
