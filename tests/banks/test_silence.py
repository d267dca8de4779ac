from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.sample import BANK, checked, places
from tui.banks.bank import CheckedBank

EXPIRED = BANK.replace("    kind: ", "    expires: 2025\n    kind: ")
"""A bank whose two questions have expired, on lines 10 and 17."""
ENTRY = "  - code: expired\n    why: It is asked as history.\n"
BOTH = [("expired", 10, 14), ("expired", 17, 14)]


def silenced(folder: Path, *entries: str, bank: str = EXPIRED) -> CheckedBank:
    return checked(folder, f"{bank}silenced:\n{''.join(entries)}")


def only(*questions: str) -> str:
    return f"{ENTRY}    questions: [{', '.join(questions)}]\n"


def test_nothing_is_silenced_unasked(tmp_path: Path) -> None:
    result = checked(tmp_path, EXPIRED)
    assert places(result.findings) == BOTH
    assert result.silenced == 0


def test_a_code_is_silenced_in_the_whole_bank(tmp_path: Path) -> None:
    result = silenced(tmp_path, ENTRY)
    assert result.findings == ()
    assert result.silenced == 2
    assert result.bank is not None
    assert len(result.bank.questions) == 2


def test_a_code_is_silenced_in_one_question(tmp_path: Path) -> None:
    result = silenced(tmp_path, only("valley"))
    assert places(result.findings) == BOTH[:1]
    assert result.silenced == 1


def test_the_last_line_of_a_question_is_its_own(tmp_path: Path) -> None:
    bank = BANK.replace("quote: Panjshir", "expires: 2025\n    quote: Panjshir")
    bank = bank.replace("    expires: 2025\n    quote: Panjshir is a valley\n", "") + (
        "    quote: Panjshir is a valley\n    expires: 2025\n"
    )
    assert silenced(tmp_path, only("valley"), bank=bank).findings == ()
    (found, unused) = silenced(tmp_path, only("leader-today"), bank=bank).findings
    assert (found.code, unused.code) == ("expired", "unused-silence")


def test_the_field_may_stand_before_the_questions(tmp_path: Path) -> None:
    text = EXPIRED.replace("questions:\n", f"silenced:\n{only('valley')}questions:\n", 1)
    assert places(checked(tmp_path, text).findings) == [("expired", 14, 14)]


def test_other_codes_are_told(tmp_path: Path) -> None:
    bank = EXPIRED.replace("topics:\n", "topics:\n  other: {title: Others}\n")
    assert [code for code, _, _ in places(silenced(tmp_path, ENTRY, bank=bank).findings)] == [
        "unused-topic"
    ]


def test_an_entry_without_effect_is_told_at_its_code(tmp_path: Path) -> None:
    result = silenced(tmp_path, ENTRY, bank=BANK)
    assert places(result.findings) == [("unused-silence", 24, 11)]
    assert result.findings[0].message == "`expired` does not come up in this bank."


def test_a_question_without_effect_is_told_at_its_id(tmp_path: Path) -> None:
    bank = BANK.replace("    kind: choice", "    expires: 2025\n    kind: choice")
    result = silenced(tmp_path, only("leader-today", "valley"), bank=bank)
    assert places(result.findings) == [("unused-silence", 27, 17)]
    assert result.findings[0].message == "`expired` has nothing to silence in “leader-today”."


def test_where_it_comes_up_instead_is_told(tmp_path: Path) -> None:
    bank = BANK.replace("    kind: choice", "    expires: 2025\n    kind: choice")
    found, unused = silenced(tmp_path, only("leader-today"), bank=bank).findings
    assert (found.code, found.line) == ("expired", 16)
    assert unused.help.startswith("It comes up on line 16: name the question there")


def test_of_two_entries_for_the_same_the_second_is_without_effect(tmp_path: Path) -> None:
    result = silenced(tmp_path, ENTRY, ENTRY)
    assert places(result.findings) == [("unused-silence", 28, 11)]
    assert result.findings[0].message == "Every `expired` is silenced by an entry above."
    assert result.silenced == 2


def test_an_entry_for_one_question_and_one_for_the_others_both_count(tmp_path: Path) -> None:
    result = silenced(tmp_path, only("valley"), ENTRY)
    assert result.findings == ()


def test_a_file_with_an_error_is_not_told_of_entries_without_effect(tmp_path: Path) -> None:
    bank = EXPIRED.replace("kind: short", "kind: shrot").replace("kind: choice", "kind: chioce")
    bank = bank.replace("    expires: 2025\n", "")
    result = silenced(tmp_path, ENTRY, bank=bank)
    assert [code for code, _, _ in places(result.findings)] == ["unknown-kind"] * 2


def test_a_note_comes_and_goes_with_what_lies_beside_the_file(tmp_path: Path) -> None:
    entry = "  - {code: source-absent, why: It may not be handed on.}\n"
    assert silenced(tmp_path, entry, bank=BANK).findings == ()
    absent = BANK.replace("article.txt}", "lost.txt, redistribute: false}")
    result = silenced(tmp_path, entry, bank=absent)
    assert (result.findings, result.silenced) == ((), 1)


def test_an_error_is_told_and_where_it_is_silenced_too(tmp_path: Path) -> None:
    bank = BANK.replace("his son, Ahmed", "his son, Ahmad")
    result = silenced(tmp_path, "  - {code: quote-not-found, why: I like it.}\n", bank=bank)
    assert places(result.findings) == [("quote-not-found", 14, 12), ("not-silenceable", 24, 12)]
    assert result.bank is not None
    assert len(result.bank.questions) == 1


@pytest.mark.parametrize("code", ["unused-silence", "not-silenceable", "syntax", "unknown-code"])
def test_the_codes_of_silencing_cannot_be_silenced(code: str, tmp_path: Path) -> None:
    result = silenced(tmp_path, f"  - {{code: {code}, why: I like it.}}\n", bank=BANK)
    assert places(result.findings) == [("not-silenceable", 24, 12)]


def test_a_misspelt_code_and_a_misspelt_question_are_told_with_what_was_meant(
    tmp_path: Path,
) -> None:
    (found,) = silenced(tmp_path, "  - {code: expird, why: Old.}\n", bank=BANK).findings
    assert (found.code, found.line, found.column) == ("unknown-code", 24, 12)
    assert found.help == "Did you mean expired?"
    (found,) = silenced(tmp_path, ENTRY, only("vally")).findings
    assert (found.code, found.line, found.column) == ("unknown-question", 30, 17)
    assert found.help == "Did you mean valley?"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("  - code: expired\n", "missing-field"),
        ("  - code: expired\n    why:\n", "empty-text"),
        ('  - code: expired\n    why: " "\n', "blank-text"),
        ("  - why: It is asked as history.\n", "missing-field"),
        (f"{ENTRY}    questions: []\n", "too-few"),
        (f"{ENTRY}    questions: valley\n", "wrong-type"),
        (f"{ENTRY}    question: [valley]\n", "unknown-field"),
        ("  - expired\n", "wrong-type"),
        ("  expired: It is asked as history.\n", "wrong-type"),
    ],
)
def test_an_entry_that_is_not_well_formed_is_one_error(
    entry: str, expected: str, tmp_path: Path
) -> None:
    found = silenced(tmp_path, entry, bank=BANK).findings
    assert [each.code for each in found] == [expected]
    assert found[0].line >= 23


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("  - code: expired\n", "missing-field"),
        ('  - code: expired\n    why: " "\n', "blank-text"),
        (f"{ENTRY}    questions: []\n", "too-few"),
        (f"{ENTRY}    question: [valley]\n", "unknown-field"),
    ],
)
def test_an_entry_that_is_not_well_formed_silences_nothing(
    entry: str, code: str, tmp_path: Path
) -> None:
    result = silenced(tmp_path, entry)
    assert [code for code, _, _ in places(result.findings)] == ["expired", "expired", code]
    assert result.silenced == 0
