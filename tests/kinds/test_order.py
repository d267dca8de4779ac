from __future__ import annotations

import itertools

import pytest

from tests.kinds.made import order
from tui.kinds.verdict import Outcome, Part

A, B, C, D = "A void opens", "Groups rebel", "The NRF strikes", "Talks fail"
CHAIN = order(A, B, C, D, mistakes={D: "The talks come after the strikes."})


@pytest.mark.parametrize(
    ("given", "score"),
    [
        ((A, B, C, D), 1),
        ((B, A, C, D), 0.75),
        ((B, C, D, A), 0.75),
        ((C, D, A, B), 0.5),
        ((B, A, D, C), 0.5),
        ((D, C, B, A), 0),
        ((A, B, C), 0.75),
        ((B, A), 0),
        ((A,), 0),
        ((A, A, A, A), 0),
        ((), 0),
    ],
)
def test_the_score_is_the_share_in_order(given: tuple[str, ...], score: float) -> None:
    verdict = CHAIN.grade(given)
    assert verdict.score == score
    expected = Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG
    assert verdict.outcome is expected


def test_parts_go_by_place_and_say_what_is_out_of_order() -> None:
    verdict = CHAIN.grade((B, C, D, A))
    assert verdict.parts == (
        Part(A, B, Outcome.WRONG, "You put it 4th."),
        Part(B, B, Outcome.RIGHT),
        Part(C, C, Outcome.RIGHT),
        Part(D, D, Outcome.RIGHT),
    )
    assert verdict.reason == f"“{A}” is out of place."
    assert CHAIN.grade((D, A, B, C)).parts[3].reason == "The talks come after the strikes."


def test_what_is_missing_is_told() -> None:
    assert CHAIN.grade((A, B, D)).parts[2] == Part(C, "", Outcome.MISSING)
    assert {part.outcome for part in CHAIN.grade(()).parts} == {Outcome.MISSING}


def test_the_reverse_is_told() -> None:
    verdict = CHAIN.grade((D, C, B, A))
    assert verdict.reason == "The whole order is reversed."
    assert {part.outcome for part in verdict.parts} == {Outcome.WRONG}


def test_no_part_is_given_what_it_expects_and_wrong() -> None:
    for given in itertools.permutations((A, B, C, D)):
        for part in CHAIN.grade(given).parts:
            assert (part.outcome is Outcome.RIGHT) == (part.given == part.expected)


def test_the_items_are_never_shown_in_their_order() -> None:
    shown = {CHAIN.options(turn) for turn in range(200)}
    assert CHAIN.items not in shown
    assert len(shown) == 23


def test_plain_mode() -> None:
    options = CHAIN.options(0)
    wanted = (options[1], options[0], options[3], options[2])
    for typed in ("b a d c", "badc", "2 1 4 3", "b, a, d, c"):
        assert CHAIN.from_plain((typed,), 0) == wanted
    for typed in ("", "b a", "a b c c", "a b c e"):
        with pytest.raises(ValueError, match=r"^Type .*each once"):
            CHAIN.from_plain((typed,), 0)
    assert len(CHAIN.plain_lines(0)) == 5


def test_key_and_right_answer() -> None:
    assert CHAIN.key() == (A, B, C, D)
    assert CHAIN.right_answer() == " → ".join((A, B, C, D))
    assert CHAIN.claims((B, A)) == ()


def test_problems() -> None:
    assert list(CHAIN.problems()) == []
    question = order(A, B, "a void opens.", mistakes={"Talks": "They come last.", A: ""})
    assert [(p.path, p.code) for p in question.problems()] == [
        (("mistakes", A), "mistake-without-reason"),
        (("items", 2), "duplicate-item"),
        (("mistakes", "Talks"), "unknown-item"),
    ]
