"""Lists: the benefits that Achakzai expects and the five recommendations, as learners put them."""

from __future__ import annotations

import itertools

import pytest

from tests.kinds.made import listing
from tui.kinds.list import Item, ListQuestion
from tui.kinds.verdict import Outcome, Part, Variant

CLAIMS = "Downgrading of Pashtun nationalist claims"
LINE = "Recognition of the Durand Line as a legitimate border"
POSTURE = "A non-threatening and brotherly posture towards Pakistan"

ACHAKZAI = listing(
    Item(answer=CLAIMS, keywords=(("pashtun*",), ("nationalis*", "claim*"))),
    Item(
        answer=LINE,
        keywords=(("durand",), ("recogni*", "accept*", "acknowledg*", "legitim*", "border")),
    ),
    Item(
        answer=POSTURE,
        accept=("no threat to Pakistan",),
        keywords=(
            ("brother*", "non-threatening", "friend*", "peace*", "threat*"),
            ("postur*", "attitude*", "stance", "relation*", "behavio*", "neighbo*", "pakistan"),
        ),
    ),
    mistakes={"Recognition as a supporter of human rights": "The article adds this gain itself."},
)

NO_ARMS = "Pakistan must not offer any open military assistance to the NRF"
QUIET = "Low-profile political contact with NRF leaders through silent diplomacy"
PARTNERS = "Involving regional partners and stakeholders to pressure the Taliban"
SECURITY = "Reinforcing its own security along the Durand Line"
FUSION = "A fusion of hard and soft power towards the Taliban"

RECOMMENDATIONS = listing(
    Item(
        answer=NO_ARMS,
        accept=("avoid arming the NRF",),
        keywords=(("militar*", "arms", "arming", "weapon*", "fighter*"),),
    ),
    Item(
        answer=QUIET,
        keywords=(
            ("contact*", "diplom*", "talk*", "dialogue", "channel*", "communicat*"),
            ("low profile", "silent*", "quiet*", "secret*", "discreet*", "back channel*"),
        ),
    ),
    Item(
        answer=PARTNERS,
        keywords=(
            ("region*", "partner*", "stakeholder*", "neighbo*"),
            ("pressur*", "press", "involv*", "engag*", "together"),
        ),
    ),
    Item(
        answer=SECURITY,
        accept=("counter-TTP activities",),
        keywords=(
            ("border*", "fenc*", "surveillance", "intelligence", "durand", "own"),
            ("reinforc*", "strengthen*", "secur*", "improv*", "focus*", "tight*", "surveillance"),
        ),
    ),
    Item(
        answer=FUSION, accept=("carrot and stick", "smart power"), keywords=(("hard",), ("soft",))
    ),
)

RIGHT = {
    CLAIMS: (
        "Downgrading of Pashtun nationalist claims",
        "weakening Pashtun nationalism",
        "Pashtun claims lose their strength",
        "pashtun nationalist claims reduced",
        "less Pashtun nationalistic claims",
        "it would curb the claims of the Pashtuns",
        "pashtoon nationalism downgraded",
        "Pashtun natonalist claims",
        "an end to Pashtun nationalist claims",
    ),
    LINE: (
        "Durand Line recognised as the legitimate border",
        "acceptance of the Durand line",
        "recongition of Durand Line",
        "They would acknowledge the Durand line",
        "legitimacy for the Durand Line",
        "the Durand Line becomes an accepted border",
        "formal recognition of the Durand border",
        "the Taliban stop rejecting the Durand Line as a border",
    ),
    POSTURE: (
        "a brotherly posture",
        "non-threatening attitude to Pakistan",
        "brotherly relations with Pakistan",
        "a friendly neighbour",
        "no threat to Pakistan",
        "Afghanistan not threatening Pakistan",
        "peaceful attitude towards Pakistan",
        "brotherly behaviour",
    ),
    NO_ARMS: (
        "no open military assistance",
        "do not give arms to the NRF",
        "never send weapons or fighters",
        "avoid open military support",
        "Pakistan shouldn't arm or supply weapons to the NRF",
        "refrain from military help",
        "no money, no weapons",
        "without sending any fighters",
    ),
    QUIET: (
        "silent diplomacy with the NRF",
        "quiet contacts with NRF leaders",
        "back-channel talks",
        "backchannel contact",
        "low profile contacts without confronting the Taliban",
        "discreet dialogue with its leadership",
        "keep secret channels of communication open",
    ),
    PARTNERS: (
        "regional pressure on the Taliban",
        "involve neighbours to press the Taliban",
        "engage stakeholders in the region",
        "partners should put pressure on Kabul",
        "pressure by regional states",
        "use regional partners to pressurise the Afghan Taliban",
    ),
    SECURITY: (
        "strengthen border fencing",
        "border security",
        "improve surveillance and intelligence",
        "focus on its own security",
        "reinforce the fence along the Durand Line",
        "tighten security on the border against the TTP",
        "counter TTP activities",
    ),
    FUSION: (
        "hard and soft power",
        "mix of soft and hard power",
        "combine hard power with soft power",
        "soft as well as hard power projection",
        "carrot and stick",
        "smart power",
    ),
}

WRONG = {
    CLAIMS: (
        "not downgrading Pashtun nationalist claims",
        "strengthening of Pashtun nationalist claims",
        "Pashtun nationalist claims would not be weakened",
        "promotion of Pashtun nationalism",
        "safeguarding Pashtun trade",
        "Uzbek nationalist claims",
    ),
    LINE: (
        "no recognition of the Durand Line",
        "rejection of the Durand Line as a border",
        "the Durand Line would not be recognised",
        "non-recognition of the Durand Line",
        "refusal to accept the Durand Line",
        "recognition of the Taliban government",
        "recognition of the McMahon Line as a border",
    ),
    POSTURE: (
        "a threatening posture towards Pakistan",
        "an attitude without friendship towards Pakistan",
        "not a brotherly posture",
        "an unfriendly attitude",
        "threats against Pakistan",
        "hostile posture",
    ),
    NO_ARMS: (
        "offer open military assistance to the NRF",
        "give weapons and fighters to the NRF",
        "not only military assistance",
        "military support, not talks",
        "don't refuse military assistance",
    ),
    QUIET: (
        "no contact with the NRF, silent or open",
        "open contact with NRF leaders",
        "avoid secret talks with the NRF",
        "loud diplomacy",
    ),
    PARTNERS: (
        "not involving regional partners",
        "regional trade",
        "refuse to engage the neighbours",
    ),
    SECURITY: (
        "no reinforcement of border fencing",
        "trade along the Durand Line",
        "stop strengthening the border fence",
    ),
    FUSION: ("hard power only", "neither hard nor soft power", "soft diplomacy"),
}


def question_of(item: str) -> ListQuestion:
    return ACHAKZAI if item in {CLAIMS, LINE, POSTURE} else RECOMMENDATIONS


def found_by(question: ListQuestion, *lines: str) -> list[str]:
    parts = question.grade(lines).parts
    return [part.expected for part in parts if part.outcome is Outcome.RIGHT]


@pytest.mark.parametrize(
    ("item", "line"), [(item, line) for item, lines in RIGHT.items() for line in lines]
)
def test_an_honest_paraphrase_is_its_item(item: str, line: str) -> None:
    assert found_by(question_of(item), line) == [item]


@pytest.mark.parametrize(
    ("item", "line"), [(item, line) for item, lines in WRONG.items() for line in lines]
)
def test_what_is_denied_or_belongs_elsewhere_is_no_item(item: str, line: str) -> None:
    assert found_by(question_of(item), line) == []


def test_every_choice_of_paraphrases_finds_all() -> None:
    for lines in zip(RIGHT[CLAIMS], RIGHT[LINE], RIGHT[POSTURE], strict=False):
        verdict = ACHAKZAI.grade(lines[::-1])
        assert (verdict.score, verdict.outcome) == (1, Outcome.RIGHT)


def test_the_opposite_is_told() -> None:
    verdict = ACHAKZAI.grade(("no recognition of the Durand Line",))
    assert Part(
        LINE, "no recognition of the Durand Line", Outcome.WRONG, "That says the opposite."
    ) in (verdict.parts)


GROUPS = listing(
    Item(answer="Afghanistan Liberation Movement", accept=("ALM",)),
    Item(answer="ISKP"),
    Item(answer="Afghanistan Freedom Front", accept=("AFF",)),
    Item(answer="National Resistance Front", accept=("NRF",)),
    mistakes={"TTP": "It fights Pakistan."},
)


def test_score_and_parts() -> None:
    verdict = GROUPS.grade(("nrf", "IS-K", "Nothern Alliance", ""))
    assert (verdict.score, verdict.outcome) == (0.5, Outcome.PARTLY)
    assert verdict.parts == (
        Part("Afghanistan Liberation Movement", "", Outcome.MISSING),
        Part("ISKP", "IS-K", Outcome.RIGHT),
        Part("Afghanistan Freedom Front", "", Outcome.MISSING),
        Part("National Resistance Front", "nrf", Outcome.RIGHT),
        Part("", "Nothern Alliance", Outcome.WRONG, "It is none of them."),
    )


def test_nothing_given_is_wrong_with_all_missing() -> None:
    for answer in ((), ("", "  ")):
        verdict = GROUPS.grade(answer)
        assert (verdict.score, verdict.outcome) == (0, Outcome.WRONG)
        assert {part.outcome for part in verdict.parts} == {Outcome.MISSING}


def test_the_order_of_the_lines_does_not_matter() -> None:
    lines = ("AFF", "ALM", "Daesh-Khorasan", "the NRF")
    assert {GROUPS.grade(mixed).score for mixed in itertools.permutations(lines)} == {1}


def test_a_repetition_is_told_and_costs_nothing() -> None:
    verdict = GROUPS.grade(("NRF", "nrf", "National Resistance Front", "AFF", "ALM", "ISKP"))
    assert verdict.score == 1
    repeated = [part for part in verdict.parts if not part.expected]
    assert {part.given for part in repeated} == {"nrf", "National Resistance Front"}
    assert {part.reason for part in repeated} == {"Already given."}


def test_a_known_mistake_is_told_why() -> None:
    for line in ("TTP", "Tehrik-e-Taliban Pakistan"):
        verdict = GROUPS.grade((line,))
        assert Part("", line, Outcome.WRONG, "It fights Pakistan.") in verdict.parts


def test_a_mistake_beats_keywords() -> None:
    line = "recognition as a supporter of human rights"
    assert ACHAKZAI.grade((line,)).parts[-1].reason == "The article adds this gain itself."


def test_a_near_miss_asks() -> None:
    verdict = GROUPS.grade(("Afghanstan Libratin Movemnt", "AFF", "NRF", "ISKP"))
    assert verdict.parts[0].outcome is Outcome.NEAR
    assert verdict.score == 0.75
    verdict = ACHAKZAI.grade(("the Durand Line",))
    assert verdict.parts[1] == Part(LINE, "the Durand Line", Outcome.NEAR)


def test_names_that_are_mixed_up_are_not_near() -> None:
    assert GROUPS.grade(("Afghanistan Liberation Front",)).parts[-1].outcome is Outcome.WRONG


def test_a_slip_between_two_items_is_neither() -> None:
    question = listing("Shahran", "Shahrun", "Kabul")
    assert question.grade(("Shahrin",)).score == 0
    assert question.grade(("Shahran",)).score == pytest.approx(1 / 3)


def test_an_ambiguous_line_goes_where_it_helps() -> None:
    question = listing(
        Item(answer="trade with China", keywords=(("trade", "ties"),)),
        Item(answer="ties with Iran", keywords=(("ties",),)),
    )
    for lines in (("good ties", "some trade"), ("some trade", "good ties")):
        assert question.grade(lines).score == 1
    assert found_by(question, "good ties", "better ties") == ["trade with China", "ties with Iran"]


def test_a_line_word_for_word_is_no_other_item() -> None:
    question = listing(
        Item(answer="ties", keywords=(("ties",),)),
        Item(answer="ties with Iran", keywords=(("ties",), ("iran",))),
    )
    assert found_by(question, "ties with Iran") == ["ties with Iran"]


def test_one_wrong_line_too_many_is_free_and_more_are_not() -> None:
    right = ("NRF", "AFF", "ALM", "ISKP")
    wrong = ("Haqqani", "Hamas", "PKK", "ETA", "IRA", "Farc")
    scores = [GROUPS.grade((*right, *wrong[:n])).score for n in range(7)]
    assert scores == [1, 1, 0.75, 0.5, 0.25, 0, 0]
    assert GROUPS.grade((*wrong[:3], "NRF", "AFF")).score == 0.5
    assert GROUPS.grade((*right, *wrong[:2])).reason.startswith("More than 5 lines")


def test_several_items_in_a_line_count_as_one_and_are_told() -> None:
    verdict = GROUPS.grade(("NRF, AFF, ALM and ISKP",))
    assert (verdict.score, verdict.reason) == (
        0.25,
        "A line gives several; each wants a line of its own.",
    )
    assert GROUPS.grade(("NRF, AFF, TTP",)).score == 0


def test_a_name_in_a_longer_line_counts_unless_denied() -> None:
    assert found_by(GROUPS, "the NRF, led by Ahmad Massoud") == ["National Resistance Front"]
    assert found_by(GROUPS, "not the NRF") == []


def test_learned_wordings() -> None:
    own = Variant("ISKP", "the Daesh branch")
    assert GROUPS.grade(("the Daesh branch",), (own,)).score == 0.25
    assert GROUPS.grade(("the Daesh branch",)).score == 0
    assert GROUPS.grade(("TTP",), (Variant("ISKP", "TTP"),)).score == 0


def test_claims() -> None:
    three = ("NRF", "AFF", "ALM")
    assert GROUPS.claims((*three, "the Daesh branch")) == (Variant("ISKP", "the Daesh branch"),)
    assert GROUPS.claims((*three, "", "NRF", "TTP", "K group")) == (Variant("ISKP", "K group"),)
    assert GROUPS.claims((*three, "one", "two")) == ()
    assert GROUPS.claims(("NRF", "AFF", "one")) == ()
    assert GROUPS.claims((*three, "TTP")) == ()
    assert GROUPS.claims((*three, "ISKP", "another")) == ()
    own = (Variant("ISKP", "K group"),)
    assert GROUPS.claims(("NRF", "AFF", "K group", "A. L. Mov"), own) == (
        Variant("Afghanistan Liberation Movement", "A. L. Mov"),
    )


def test_key_and_right_answer() -> None:
    assert GROUPS.key() == tuple(sorted(item.answer for item in GROUPS.items))
    assert GROUPS.right_answer().split("; ") == [item.answer for item in GROUPS.items]


def test_plain() -> None:
    assert GROUPS.plain_answers == 4
    assert "4 answers" in GROUPS.plain_lines(0)[0]
    assert GROUPS.from_plain(("NRF", " ", "AFF "), 0) == ("NRF", "AFF")


@pytest.mark.parametrize("question", [ACHAKZAI, RECOMMENDATIONS, GROUPS])
def test_the_examples_have_no_problems(question: ListQuestion) -> None:
    assert list(question.problems()) == []
