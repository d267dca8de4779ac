from __future__ import annotations

from tui.kinds.typed import claims_of, grade_typed, own_wordings
from tui.kinds.verdict import Outcome, Part, Variant
from tui.kinds.wanted import Wanted, letters_off


def test_the_nearest_of_all_known_answers_wins() -> None:
    wanted = Wanted(
        answer="Kabul",
        accept=("the capital",),
        mistakes={"Kabal": "That is another place."},
        disputed={"Kaboul": "So the French write it."},
        others=("Herat",),
    )
    assert grade_typed("kabul", wanted) == Part("Kabul", "kabul", Outcome.RIGHT)
    assert grade_typed("capital", wanted).outcome is Outcome.RIGHT
    assert grade_typed("kabal", wanted).reason == "That is another place."
    assert grade_typed("kaboul", wanted).outcome is Outcome.DISPUTED
    assert grade_typed("herat", wanted).reason == "That belongs elsewhere in this question."
    assert grade_typed("kabil", wanted).outcome is Outcome.NEAR


def test_an_answer_of_signs_alone() -> None:
    assert grade_typed("+", Wanted(answer="+")).outcome is Outcome.RIGHT
    assert grade_typed("-", Wanted(answer="+")).outcome is Outcome.MISSING


def test_own_wordings() -> None:
    learned = (Variant("Kabul", "capital"), Variant("Kabul", "kabal"), Variant("Herat", "west"))
    assert own_wordings("Kabul", learned, {"Kabal": "No."}) == ("capital",)


def test_claims_leave_out_what_is_known() -> None:
    parts = (
        Part("Kabul", "kabul", Outcome.RIGHT),
        Part("Kabul", "", Outcome.MISSING),
        Part("Kabul", "kabal", Outcome.WRONG, "No."),
        Part("Kabul", "kaboul", Outcome.DISPUTED, "So it is."),
        Part("Kabul", " capitol ", Outcome.NEAR),
    )
    claimed = claims_of(parts, {"Kabal": "No."}, {"Kaboul": "So it is."})
    assert claimed == (Variant("Kabul", "capitol"),)


def test_letters_off() -> None:
    assert letters_off("Kabul", ("Kabal", "Herat")) == 1
    assert letters_off("Kabul", ()) == 9
