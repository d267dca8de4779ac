from __future__ import annotations

import random

import pytest

from tests.banks.guess.made import choice, short, statement
from tui.banks.guess.guessing import Tally, guess
from tui.banks.guess.options import OPTIONS
from tui.banks.guess.statements import STATEMENTS
from tui.kinds.question import Question

_WORDS = "river dam canal barrage delta glacier valley treaty lake spring gorge plain"
WORDS = _WORDS.split()


def unbiased(count: int, seed: int) -> list[Question]:
    """Questions whose answer is one of their options by lot."""
    lot = random.Random(seed)
    made: list[Question] = []
    for number in range(count):
        options = [" ".join(lot.sample(WORDS, lot.randint(1, 5))) for _ in range(4)]
        made.append((choice, short)[number % 2](number, *options))
        text = " ".join(lot.sample(WORDS, lot.randint(2, 9)))
        made.append(statement(number, text, lot.random() < 0.5))
    return made


def beating(questions: list[Question]) -> set[str]:
    return {tally.strategy for tally in guess(questions) if tally.beats_chance}


def of(questions: list[Question], strategy: str) -> Tally:
    return next(tally for tally in guess(questions) if tally.strategy == strategy)


def test_every_strategy_is_tallied() -> None:
    assert [tally.strategy for tally in guess([])] == [*OPTIONS, *STATEMENTS]
    assert not any(tally.beats_chance for tally in guess([]))


@pytest.mark.parametrize("seed", range(8))
def test_a_bank_without_a_bias_beats_no_strategy(seed: int) -> None:
    assert beating(unbiased(60, seed)) == set()


def test_a_longer_answer_is_found() -> None:
    questions: list[Question] = [
        choice(number, f"{WORDS[number]} of the plain", *WORDS[number + 1 : number + 4])
        for number in range(8)
    ]
    assert "longest option" in beating(questions)
    tally = of(questions, "longest option")
    assert (tally.applies, tally.hits, tally.chance) == (8, 8, 2)
    assert tally.p == pytest.approx(0.25**8)
    assert tally.fed_by == tuple(f"choice-{number}" for number in range(8))


def test_a_bias_in_short_questions_is_found_as_well() -> None:
    questions: list[Question] = [
        short(number, f"{WORDS[number]} of the plain", *WORDS[number + 1 : number + 4])
        for number in range(8)
    ]
    assert "longest option" in beating(questions)


def test_true_more_often_than_false_is_found() -> None:
    questions: list[Question] = [statement(n, WORDS[n], n != 3) for n in range(12)]
    assert beating(questions) == {"always true"}
    assert of(questions, "always true").p == pytest.approx(13 / 2**12)


def test_few_questions_prove_nothing() -> None:
    questions: list[Question] = [choice(n, "a longer one", "b", "c", "d") for n in range(3)]
    assert beating(questions) == set()


def test_the_correction_counts_the_strategies_that_apply() -> None:
    questions: list[Question] = [statement(n, "It is so.", n % 2 == 0) for n in range(6)]
    applied = [tally for tally in guess(questions) if tally.applies]
    least = min(applied, key=lambda tally: tally.p)
    assert {tally.strategy for tally in applied} == {"always true", "always false"}
    assert least.corrected == pytest.approx(min(1, 2 * least.p))
