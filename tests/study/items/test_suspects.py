from __future__ import annotations

from dataclasses import replace

import pytest

from tui.study.items.discrimination import Correlation
from tui.study.items.distractors import Option
from tui.study.items.suspects import Figures, Sort, seldom, suspicions

NONE = Correlation(0.0, -0.14, 0.14, 200)


def option(text: str, taken: int, draws: float = -0.2, right: bool = False) -> Option:
    found = Correlation(draws, draws - 0.13, draws + 0.13, 200)
    high = 0.02 if taken < 2 else 0.3
    return Option(text, right, taken, 200, 0.0, high, taken, None, None, found, NONE)


def figures(*options: Option, discrimination: float = 0.4, kind: str = "choice") -> Figures:
    found = Correlation(discrimination, discrimination - 0.13, discrimination + 0.13, 200)
    return Figures(kind, found, 100, 100, options)


SOUND = figures(option("key", 100, 0.4, True), option("a", 30), option("b", 40), option("c", 30))


def test_sound_questions_are_not_named() -> None:
    assert suspicions([SOUND] * 40) == [()] * 40
    assert suspicions([]) == []


def test_the_probability_of_a_seldom_taken_distractor() -> None:
    # Half of what one of three would get is a sixth of the picks: (5/6)³⁰, and one hit more.
    assert seldom(0, 30, 3) == pytest.approx((5 / 6) ** 30)
    assert seldom(1, 30, 3) == pytest.approx((5 / 6) ** 30 + 30 / 6 * (5 / 6) ** 29)
    assert seldom(30, 30, 3) == 1.0


def told(changed: Figures) -> list[tuple[Sort, str]]:
    """What is said of a question among 39 sound ones."""
    found = suspicions([*[SOUND] * 39, changed])
    assert not any(found[:-1])
    return [(each.sort, each.option) for each in found[-1]]


def test_a_distractor_that_draws_the_strong() -> None:
    drawing = replace(option("a", 60, 0.35), without=Correlation(0.3, 0.1, 0.5, 140))
    changed = replace(SOUND, options=(*SOUND.options[:1], drawing, *SOUND.options[2:]))
    assert told(changed) == [(Sort.DRAWS_STRONG, "a")]


def test_one_beside_which_the_key_is_a_distractor_like_others() -> None:
    changed = replace(SOUND, options=(*SOUND.options[:1], option("a", 60, 0.35)))
    changed = replace(changed, options=(*changed.options, *SOUND.options[2:]))
    assert told(changed) == [(Sort.MISKEYED, "a")]
    # Of several right options another one may be missing: that is no wrong key.
    assert told(replace(changed, kind="multiple")) == [(Sort.DRAWS_STRONG, "a")]


def test_a_question_that_the_weak_get_right() -> None:
    without = figures(discrimination=-0.4, kind="list")
    assert told(without) == [(Sort.BACKWARDS, "")]
    with_option = figures(option("key", 80, -0.4, True), option("a", 60, 0.2), option("b", 60))
    assert told(replace(with_option, discrimination=without.discrimination)) == [
        (Sort.MISKEYED, "a")
    ]


def test_true_or_false_has_one_test() -> None:
    changed = figures(
        option("true", 80, -0.4, True), option("false", 120, 0.4), discrimination=-0.4
    )
    assert told(replace(changed, kind="truefalse")) == [(Sort.MISKEYED, "false")]


def test_a_distractor_that_nobody_takes() -> None:
    options = (*SOUND.options[:1], option("a", 45), option("b", 45), option("c", 0))
    assert told(replace(SOUND, options=options)) == [(Sort.NOBODY, "c")]
    # A mistake that nobody types does no harm.
    assert told(replace(SOUND, options=options, kind="short")) == []


def test_questions_that_work_do_not_count_in_the_correction() -> None:
    changed = figures(option("key", 80, -0.2, True), discrimination=-0.2)
    alone, among = suspicions([changed])[0], suspicions([changed, *[SOUND] * 500])[0]
    assert alone == among
    assert [each.sort for each in alone] == [Sort.BACKWARDS]


def test_equal_questions_that_do_not_work_do() -> None:
    weak = figures(option("key", 80, -0.2, True), discrimination=-0.15)
    assert suspicions([weak]) != [()]
    none = figures(option("key", 80, 0.0, True), discrimination=0.0)
    assert suspicions([weak, *[none] * 100])[0] == ()


@pytest.mark.parametrize(
    "few",
    [
        replace(SOUND, discrimination=Correlation(-0.9, -0.99, -0.6, 19)),
        replace(SOUND, better=4, discrimination=Correlation(-0.9, -0.99, -0.6, 100)),
    ],
)
def test_few_learners_say_nothing_of_a_question(few: Figures) -> None:
    assert suspicions([few]) == [()]


def test_small_numbers_name_nothing() -> None:
    seldom_taken = [replace(each, of=29) for each in SOUND.options]
    seldom_taken[3] = replace(seldom_taken[3], taken=0, high=0.01)
    assert suspicions([replace(SOUND, options=tuple(seldom_taken))]) == [()]
