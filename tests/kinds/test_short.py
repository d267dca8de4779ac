"""Short answers: the names of the article, and what learners' fingers do to them."""

from __future__ import annotations

import itertools

import pytest

from tests.kinds.made import short
from tui.kinds.short import Short
from tui.kinds.verdict import Outcome, Variant

# The spellings that the grader must take for the same, name by name.
AHMAD = ("Ahmad", "Ahmed", "Ahmet")
MASSOUD = ("Massoud", "Masood", "Masoud", "Masud", "Mas'ud", "Mas’ud")
SAME = (
    tuple(f"{a} {m}" for a, m in itertools.product(AHMAD, MASSOUD)),
    tuple(f"{a} Shah {m}" for a, m in itertools.product(AHMAD, MASSOUD)),
    ("Panjshir", "Panjsher", "Panjsheer"),
    ("Al-Qaeda", "al-Qaida", "Al Qaeda", "Alqaeda", "al-Qāʿida", "Qaeda"),
    (
        "ISKP",
        "IS-K",
        "ISIS-K",
        "ISIL-K",
        "Daesh-Khorasan",
        "Islamic State Khorasan Province",
        "Islamic State – Khorasan",
        "I.S.K.P.",
    ),
    ("TTP", "Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan", "Pakistani Taliban"),
    ("ICG", "International Crisis Group", "Crisis Group", "International Crisis Group (ICG)"),
    ("NRF", "National Resistance Front", "the National Resistance Front of Afghanistan"),
    ("AFF", "Afghanistan Freedom Front", "Afghan Freedom Front"),
    ("ALM", "Afghanistan Liberation Movement"),
    ("Taliban", "Taleban", "the Afghan Taliban"),
    ("Muhammad Fahim", "Mohammed Faheem", "Mohammad Fahim"),
    ("Osama bin Laden", "Usama bin Ladin"),
)
# Names that must never be taken for each other, though their letters are near.
APART = (
    ("Ahmad Massoud", "Ahmad Shah Massoud"),
    ("2001", "2021"),
    ("AFF", "ALM"),
    ("AFF", "NRF"),
    ("ALM", "NRF"),
    ("TTP", "Afghan Taliban"),
    ("TTP", "Taliban"),
    ("Panjshir", "Punjab"),
    ("Iran", "Iraq"),
    ("Paktia", "Paktika"),
    ("northeast", "northwest"),
    ("overt", "covert"),
    ("legal", "illegal"),
    ("Pashtun", "non-Pashtun"),
    ("Taliban", "anti-Taliban"),
    ("stability of the region", "instability of the region"),
    ("unilateral measures", "bilateral measures"),
    ("five million", "five billion"),
    ("foreign policy", "foreign police"),
    ("3.5", "35"),
    ("-5", "5"),
    ("1990s", "1980s"),
    ("F-16", "F-17"),
    ("A+", "A-"),
    ("Hepatitis A", "Hepatitis B"),
    ("ISIS", "ISKP"),
)


def outcome(question: Short, typed: str, *learned: Variant) -> Outcome:
    return question.grade((typed,), learned).outcome


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_spellings_of_one_name_are_the_same(names: tuple[str, ...]) -> None:
    for key, typed in itertools.permutations(names, 2):
        verdict = short(key).grade((typed,))
        assert (typed, verdict.outcome, verdict.reason) == (typed, Outcome.RIGHT, "")


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_that_are_near_are_kept_apart(one: str, other: str) -> None:
    for key, typed in ((one, other), (other, one)):
        assert outcome(short(key), typed) is not Outcome.RIGHT
        told = short(key, typed).grade((typed,))
        assert (told.score, told.reason) == (0, f"Why {typed} is wrong.")


@pytest.mark.parametrize("father", [*SAME[1], "Ahmad Sha Massoud", "Shah Masud"])
def test_the_father_is_never_the_son(father: str) -> None:
    assert outcome(short("Ahmad Massoud"), father) is Outcome.WRONG
    verdict = short("Ahmad Massoud", "Ahmad Shah Massoud").grade((father,))
    assert verdict.reason == "Why Ahmad Shah Massoud is wrong."


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("Panjshir", "  PANJSHIR. "),
        ("The Durand Line", "durand-line"),
        ("A political void", "political void"),
        ("Al-Qaeda", "by Al-Qaeda"),
        ("Al-Qaeda", "It was al qaeda."),
        ("Herat", "in Herat"),
        ("Cross-border terrorism", "crossborder terrorism"),
        ("Counter-terrorism", "counterterrorism"),
        ("Re-establishment", "reestablishment"),
        ("Defence of human rights", "defense of human rights"),
        ("International recognition", "international recognition!"),
        ("Organisation of Islamic Cooperation", "Organization of Islamic Cooperation"),
        ("Dialogue", "dialog"),
        ("Neighbours", "neighbor"),
        ("Weapons", "weapon"),
        ("Pakistan's rivals", "Pakistans rivals"),
        ("1990s", "1990's"),
        ("1,200", "1200"),
        ("9/11", "nine eleven"),
        ("2.77 %", "2.77 percent"),
        ("Three", "3"),
        ("Pashtun and Uzbek", "Uzbeks and Pashtuns"),
        ("Two weapons and a motorcycle", "a motorcycle and two weapons"),
        ("Lion of Panjshir", "the Lion Panjsher"),
        ("Karzai", "Kárzai"),
        ("2021", "۲۰۲۱"),
        ("Haroon Rasheed", "Harun Rashid"),
        ("Herat", "Herat province"),
        ("Ahmad Massoud", "Commander Ahmad Massoud"),
    ],
)
def test_what_is_forgiven_without_a_word(key: str, typed: str) -> None:
    verdict = short(key).grade((typed,))
    assert (verdict.outcome, verdict.reason) == (Outcome.RIGHT, "")


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("Panjshir", "Panjshr"),  # a letter left out
        ("Panjshir", "Pnajshir"),  # two swapped
        ("A political void", "A politicall void"),  # one doubled
        ("Herat", "Jerat"),  # the key beside it
        ("Al-Qaeda", "Al Qaesa"),
        ("International Crisis Group", "Internatonal Crisis Gruop"),
        ("ICG", "Internatonal Crisis Group"),
        ("Reconnaissance unit", "reconnaissanec unit"),
        ("A political void", "politcal void"),
        ("Ahmad Massoud", "Ahmad Massod"),
        ("Jan Achakzai", "Jan Achakzia"),
    ],
)
def test_slips_are_forgiven_and_put_right(key: str, typed: str) -> None:
    verdict = short(key).grade((typed,))
    assert verdict.outcome is Outcome.RIGHT
    assert verdict.reason == f"It is written {key}."


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("Panjshir", "Pamjsir"),
        ("Iran", "Irna"),
        ("NRF", "NFR"),
        ("Ahmad Massoud", "Massoud"),
        ("Ahmad Massoud", "Ahmad"),
        ("Ahmad Shah Massoud", "Massoud"),
        ("Ahmad Massoud", "Ahmad S. Massoud"),
        ("Al-Qaeda", "Al-Qaeda killed him"),
        ("Al-Qaeda", "Al-Qaeda, not the Taliban"),
        ("A rogue state", "rogue"),
        ("ISKP", "Islamic State"),
    ],
)
def test_near_misses_ask(key: str, typed: str) -> None:
    verdict = short(key).grade((typed,))
    assert (verdict.score, verdict.outcome) == (0, Outcome.NEAR)
    assert verdict.reason == f"Did you mean {key}?"


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("Al-Qaeda", "not Al-Qaeda"),
        ("Al-Qaeda", "it wasn't Al-Qaeda"),
        ("Al-Qaeda", "Al-Qaeda did not"),
        ("Al-Qaeda", "Al-Qaeda or the Taliban"),
        ("Al-Qaeda", "Taliban instead of Al-Qaeda"),
        ("Pashtun", "non-Pashtun"),
        ("Ahmad Massoud", "Hamad Karzai"),
        ("Ahmad Shah Massoud", "Ahmad Shah Abdali"),
        ("Herat", "Kabul"),
        ("2021", "2012"),
        ("1990s", "1900s"),
        ("Durand Line", "Radcliffe Line"),
        ("Human rights", "Free trade"),
        ("Legal", "illegal"),
    ],
)
def test_what_is_wrong(key: str, typed: str) -> None:
    assert outcome(short(key), typed) is Outcome.WRONG


def test_an_empty_answer_is_missing() -> None:
    for answer in ((), ("",), ("   ",), ("?",)):
        verdict = short("Al-Qaeda").grade(answer)
        assert (verdict.score, verdict.outcome) == (0, Outcome.WRONG)
        assert verdict.parts[0].outcome is Outcome.MISSING


@pytest.mark.parametrize("typed", ["The Afghan Taliban", "taleban", "Talibn", "it was the Taliban"])
def test_a_known_mistake_is_told_why(typed: str) -> None:
    verdict = short("Al-Qaeda", "The Afghan Taliban").grade((typed,))
    assert verdict.reason == "Why The Afghan Taliban is wrong."


def test_a_slip_that_is_as_near_to_a_mistake_asks() -> None:
    question = short("Shahran", "Shahrun")
    assert outcome(question, "Shahran") is Outcome.RIGHT
    assert outcome(question, "Shahrin") is Outcome.NEAR
    assert outcome(question, "Shahrun") is Outcome.WRONG


def test_a_mistake_that_the_grader_can_not_tell_from_the_key_is_told_by_its_letters() -> None:
    question = short("Taliban", "Afghan Taliban")
    assert outcome(question, "taliban") is Outcome.RIGHT
    assert outcome(question, "afghan taliban") is Outcome.WRONG
    assert outcome(question, "taleban") is Outcome.NEAR


def test_a_disputed_answer_is_left_to_the_learner() -> None:
    told = "So it is; the article says the 1990s."
    question = short("The 1990s", "The 1980s", disputed={"2021": told})
    for typed in ("2021", "in 2021"):
        verdict = question.grade((typed,))
        assert (verdict.score, verdict.outcome, verdict.reason) == (0, Outcome.DISPUTED, told)
    assert question.claims(("2021",)) == ()


def test_naming_the_answer_and_a_mistake_is_wrong() -> None:
    question = short("Al-Qaeda", "The Afghan Taliban")
    assert outcome(question, "Al-Qaeda and the Taliban") is Outcome.WRONG
    assert outcome(question, "Al-Qaeda, not the Taliban") is Outcome.NEAR


def test_words_of_the_question_around_the_answer_are_forgiven() -> None:
    question = short("Al-Qaeda", prompt="Who assassinated the Lion of Panjshir?")
    assert outcome(question, "Al-Qaeda assassinated him") is Outcome.RIGHT
    assert outcome(question, "he was assassinated by Al-Qaeda") is Outcome.RIGHT
    assert outcome(question, "Al-Qaeda betrayed him") is Outcome.NEAR


def test_the_short_form_in_the_question_is_no_answer_to_what_it_stands_for() -> None:
    question = short("International Crisis Group", prompt="What does ICG stand for?")
    assert outcome(question, "ICG") is Outcome.WRONG
    assert outcome(question, "the International Crisis Group") is Outcome.RIGHT
    assert outcome(short("ICG", prompt="Which group's report is cited?"), "ICG") is Outcome.RIGHT


def test_the_learners_own_wording_counts() -> None:
    question = short("A political void", "A policy dilemma")
    own = Variant("A political void", "power gap")
    assert outcome(question, "power gap") is Outcome.WRONG
    assert outcome(question, "a power gap", own) is Outcome.RIGHT
    assert outcome(question, "power gap", Variant("Something else", "power gap")) is Outcome.WRONG


def test_the_learners_own_wording_is_dropped_once_it_is_a_known_mistake() -> None:
    own = Variant("Al-Qaeda", "the Taliban")
    assert outcome(short("Al-Qaeda"), "the Taliban", own) is Outcome.RIGHT
    verdict = short("Al-Qaeda", "Taliban").grade(("the Taliban",), (own,))
    assert (verdict.score, verdict.reason) == (0, "Why Taliban is wrong.")


def test_claims() -> None:
    question = short("A political void", "A policy dilemma")
    assert question.claims((" power gap ",)) == (Variant("A political void", "power gap"),)
    assert question.claims(("polit void",)) == (Variant("A political void", "polit void"),)
    for answer in ((), ("",), ("political void",), ("a policy dilemma",)):
        assert question.claims(answer) == ()
    assert question.claims(("gap",), (Variant("A political void", "gap"),)) == ()


def test_key_and_right_answer() -> None:
    question = short("A political void", accept=("a vacuum",))
    assert question.key() == ("A political void",)
    assert question.right_answer() == "A political void"
    assert outcome(question, "vacuum") is Outcome.RIGHT


def test_plain() -> None:
    question = short("Al-Qaeda")
    assert question.from_plain(("  al qaeda ",), 0) == ("al qaeda",)
    assert question.plain_answers == 1
    assert question.plain_lines(0)[-1] == "Type a few words."


def codes(question: Short) -> list[tuple[tuple[str | int, ...], str]]:
    return [(problem.path, problem.code) for problem in question.problems()]


def test_problems() -> None:
    assert codes(short("Al-Qaeda", "ISKP", accept=("Qaeda",), disputed={"Nobody": "So."})) == []
    assert codes(short("Al-Qaeda", "al qaida")) == [
        (("mistakes", "al qaida"), "answer-among-mistakes")
    ]
    assert codes(short("Al-Qaeda", "ISKP", accept=("IS-K",))) == [
        (("accept", 0), "accept-among-mistakes")
    ]
    assert codes(short("Al-Qaeda", mistakes={"ISKP": " "})) == [
        (("mistakes", "ISKP"), "mistake-without-reason")
    ]
    disputed = {"Alqaeda": "So.", "ISIS-K": "So.", "TTP": ""}
    assert codes(short("Al-Qaeda", "ISKP", disputed=disputed)) == [
        (("disputed", "Alqaeda"), "answer-among-disputed"),
        (("disputed", "ISIS-K"), "mistake-among-disputed"),
        (("disputed", "TTP"), "disputed-without-reason"),
    ]
    assert all(p.help.endswith(".") for p in short("A", "a", mistakes={"b": ""}).problems())
