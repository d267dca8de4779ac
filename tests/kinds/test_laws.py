"""What holds for every kind and every answer."""

from __future__ import annotations

import random
import string
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.kinds import made
from tests.kinds.test_list import ACHAKZAI, GROUPS, RECOMMENDATIONS
from tui.kinds import KIND_NAMES
from tui.kinds.chosen import folded
from tui.kinds.outline import Point
from tui.kinds.question import Answer, Question
from tui.kinds.verdict import Outcome, Variant

MISTAKES = {"The Afghan Taliban": "They fought him.", "ISKP": "It dates from 2015."}

QUESTIONS: tuple[tuple[Question, Answer], ...] = (
    (made.choice("Al-Qaeda", mistakes=MISTAKES), ("Al-Qaeda",)),
    (made.multiple("China", "Iran", mistakes={"India": "A rival."}), ("Iran", "China")),
    (made.truefalse(True), ("true",)),
    (made.truefalse(False, mistakes={"true": "No."}), ("false",)),
    (made.short("Al-Qaeda", mistakes=MISTAKES), ("Al-Qaeda",)),
    (made.short("Ahmad Massoud", "Ahmad Shah Massoud"), ("Ahmad Massoud",)),
    (
        made.cloze("The {{NRF}} was led by {{Ahmad Shah Massoud}}.", mistakes={"AFF": "Another."}),
        ("NRF", "Ahmad Shah Massoud"),
    ),
    (ACHAKZAI, tuple(item.answer for item in ACHAKZAI.items)),
    (RECOMMENDATIONS, tuple(item.answer for item in RECOMMENDATIONS.items)),
    (GROUPS, ("NRF", "AFF", "ALM", "ISKP")),
    (made.order("A void opens", "Groups rebel", "The NRF strikes", "Talks fail"), ()),
    (
        made.match({"AFF": "Freedom", "ALM": "Liberation"}, mistakes={"Union": "No."}),
        ("AFF", "Freedom", "ALM", "Liberation"),
    ),
    (made.number("600", unit="fighters", mistakes={"60": "Ten times too few."}), ("600",)),
    (made.number("2.77", unit="%", tolerance="0.1"), ("2.77 %",)),
    (made.date("2025-09", mistakes={"2025-02": "His statement."}), ("September 2025",)),
    (made.date("2001-09-10", disputed={"2001-09-09": "So it is."}), ("10 September 2001",)),
    (
        made.outline(Point(point="The dilemma", marks=5), Point(point="Both camps", marks=10)),
        ("My text", "The dilemma", "Both camps"),
    ),
)
WITH_KEYS = [(q, key or getattr(q, "items", ())) for q, key in QUESTIONS]
TYPED = [pair for pair in WITH_KEYS if pair[0].kind in {"short", "cloze", "list", "number", "date"}]

LAW = settings(deadline=None)
"""The first example may have to import the grader, on a machine that is busy."""

MORE_WORDS = "not no never non- anti- or and , the a of in 9/11 2001 2021 six hundred Punjab"
VOCABULARY = sorted(
    {
        word
        for question, key in WITH_KEYS
        for text in (*key, *question.mistakes, *question.key())
        for word in text.split()
    }
    | set(MORE_WORDS.split())
)
lines = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(VOCABULARY), max_size=7).map(" ".join),
)


@st.composite
def answers(draw: st.DrawFn) -> tuple[Question, Answer]:
    question, key = draw(st.sampled_from(WITH_KEYS))
    given_lines = draw(st.lists(st.one_of(lines, st.sampled_from(key)), max_size=6))
    return question, tuple(given_lines)


def test_every_kind_is_among_the_examples() -> None:
    assert {question.kind for question, _ in QUESTIONS} == set(KIND_NAMES)


@pytest.mark.parametrize(("question", "key"), WITH_KEYS)
def test_the_key_scores_1_and_nothing_is_left_to_claim(question: Question, key: Answer) -> None:
    verdict = question.grade(key)
    assert (verdict.score, verdict.outcome) == (1, Outcome.RIGHT)
    assert {part.outcome for part in verdict.parts} == {Outcome.RIGHT}
    assert question.claims(key) == ()
    assert list(question.problems()) == []


@LAW
@given(answers())
def test_a_score_lies_between_0_and_1_and_agrees_with_its_outcome(
    asked: tuple[Question, Answer],
) -> None:
    question, answer = asked
    verdict = question.grade(answer)
    assert 0 <= verdict.score <= 1
    assert (verdict.score == 1) == (verdict.outcome is Outcome.RIGHT)
    assert (0 < verdict.score < 1) == (verdict.outcome is Outcome.PARTLY)
    assert verdict.parts


@LAW
@given(answers())
def test_grading_twice_gives_the_same(asked: tuple[Question, Answer]) -> None:
    question, answer = asked
    assert question.grade(answer) == question.grade(answer)


@LAW
@given(answers())
def test_what_is_claimed_is_right_from_then_on(asked: tuple[Question, Answer]) -> None:
    question, answer = asked
    claimed = question.claims(answer)
    if claimed:
        verdict = question.grade(answer, claimed)
        assert verdict.score > question.grade(answer).score
        assert question.claims(answer, claimed) == ()


def mixed_case(text: str, rng: random.Random) -> str:
    return "".join(rng.choice((char.lower(), char.upper())) for char in text)


def with_accents(text: str, rng: random.Random) -> str:
    marks = ("", "", "\u0301", "\u0308", "\u0327")
    return "".join(c + rng.choice(marks) if c in string.ascii_letters else c for c in text)


def composed(text: str, rng: random.Random) -> str:
    return unicodedata.normalize("NFC", with_accents(text, rng))


def more_space(text: str, rng: random.Random) -> str:
    gaps = (" ", "  ", "\t", "\u00a0", " \n")
    words = text.split(" ")
    return rng.choice(("", " ")) + "".join(w + rng.choice(gaps) for w in words)


@pytest.mark.parametrize("change", [mixed_case, with_accents, composed, more_space])
@LAW
@given(
    st.sampled_from(TYPED),
    st.lists(st.sampled_from(VOCABULARY), max_size=5).map(" ".join),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_case_accents_and_white_space_change_nothing(
    change: Callable[[str, random.Random], str],
    pair: tuple[Question, Answer],
    line: str,
    use_key: bool,
    rng: random.Random,
) -> None:
    question, key = pair
    answer = key if use_key else (line, *key[1:])
    changed = tuple(change(text, rng) for text in answer)
    before, after = question.grade(answer), question.grade(changed)
    assert (before.score, before.outcome) == (after.score, after.outcome)
    assert [p.outcome for p in before.parts] == [p.outcome for p in after.parts]


@LAW
@given(st.sampled_from([ACHAKZAI, RECOMMENDATIONS, GROUPS]), st.data())
def test_the_order_of_lines_never_changes_the_score(
    question: Question, data: st.DataObject
) -> None:
    own = st.sampled_from([item.answer for item in getattr(question, "items", ())])
    given_lines = data.draw(st.lists(st.one_of(lines, own), max_size=7))
    mixed = data.draw(st.permutations(given_lines))
    assert question.grade(tuple(given_lines)).score == question.grade(tuple(mixed)).score


@pytest.mark.parametrize(
    ("question", "mistake"),
    [(question, mistake) for question, _ in TYPED for mistake in question.mistakes],
)
def test_a_mistake_typed_exactly_is_never_right(question: Question, mistake: str) -> None:
    for answer in ((mistake,), (mistake, mistake)):
        verdict = question.grade(answer)
        assert verdict.score == 0
        assert question.mistakes[mistake] in {part.reason for part in verdict.parts}
        learned = tuple(Variant(part.expected, mistake) for part in verdict.parts)
        assert question.grade(answer, learned).score == 0


texts = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=4).map(" ".join)


@LAW
@given(texts, texts)
def test_any_mistake_of_any_short_answer_is_never_right(key: str, mistake: str) -> None:
    assume(folded(key) != folded(mistake))
    question = made.short(key, mistake)
    assert question.grade((mistake,)).score == 0
    assert question.grade((key,)).score == 1


DIGITS = [
    (made.short("2021"), "2021"),
    (made.short("August 2021"), "August 2021"),
    (made.short("1,200 fighters"), "1,200 fighters"),
    (made.short("the 1990s"), "the 1990s"),
    (made.short("9/11"), "9/11"),
    (made.short("Article 370"), "Article 370"),
    (made.number("600"), "600"),
    (made.number("12,792"), "12,792"),
    (made.number("2.77", unit="%"), "2.77 %"),
    (made.date("2021"), "2021"),
    (made.date("2025-09"), "September 2025"),
    (made.date("2025-09"), "2025-09"),
    (made.date("2001-09-11"), "11 September 2001"),
    (made.listing("1947", "1971", "1965 war"), "1947"),
    (made.cloze("It was in {{2014}}."), "2014"),
]


@LAW
@given(st.sampled_from(DIGITS), st.data())
def test_another_digit_is_never_right(pair: tuple[Question, str], data: st.DataObject) -> None:
    question, text = pair
    at = data.draw(st.sampled_from([n for n, char in enumerate(text) if char.isdigit()]))
    digit = data.draw(st.sampled_from([d for d in string.digits if d != text[at]]))
    changed = text[:at] + digit + text[at + 1 :]
    verdict = question.grade((changed,))
    assert verdict.score == 0
    assert Outcome.NEAR not in {part.outcome for part in verdict.parts}


@LAW
@given(st.sampled_from(WITH_KEYS), st.integers(0, 50))
def test_options_hold_the_same_texts_at_every_turn(
    pair: tuple[Question, Answer], turn: int
) -> None:
    question, _ = pair
    assert sorted(question.options(turn)) == sorted(question.options(0))
    assert question.plain_lines(turn)
    assert question.right_answer()
    assert question.plain_answers >= 1


@LAW
@given(st.sampled_from(WITH_KEYS), st.lists(st.text(max_size=12), max_size=3))
def test_plain_input_is_read_or_refused_with_a_sentence(
    pair: tuple[Question, Answer], typed: list[str]
) -> None:
    question, _ = pair
    try:
        answer = question.from_plain(tuple(typed), 0)
    except ValueError as error:
        assert str(error).endswith(".")
    else:
        assert 0 <= question.grade(answer).score <= 1
