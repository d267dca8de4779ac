"""A question read alone says what the check of its bank says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.banks.edits import banks, edited
from tests.banks.sample import BANK, TODAY, write
from tui.banks.finding import Finding, Severity
from tui.banks.following import FollowedBank, Following
from tui.banks.reading import BankReading
from tui.banks.single import SingleQuestion

BETWEEN = {"duplicate-id", "same-question", "answer-told-elsewhere", "mistake-right-elsewhere"}
"""What is wrong between questions: a question by itself knows nothing of it."""
BETWEEN_NAMES = {"was-twice", "was-live"}


def followed(path: Path) -> FollowedBank:
    return Following(path, TODAY, "sample.yaml").read()


def single(path: Path, place: int = 0) -> SingleQuestion:
    return followed(path).question(place, "sample.yaml")


def codes(found: SingleQuestion) -> list[tuple[str, int]]:
    return [(finding.code, finding.line) for finding in found.findings]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), banks())
def test_the_same_as_a_check(tmp_path: Path, data: st.DataObject, before: str) -> None:
    path = write(tmp_path, before)
    following = Following(path, TODAY, "sample.yaml")
    following.read()
    path.write_bytes(data.draw(edited(before)).encode())
    bank = following.read()
    reading = BankReading(path, "sample.yaml", TODAY, {})
    sound = {found.line: found.question for found in reading.questions()}
    findings = reading.findings()
    if bank.trouble:
        assert findings
        return
    if any(found.code == "unknown-format" for found in findings):
        # Then a check goes no further.
        return
    is_sure = bank.outline is not None and bank.outline.indent is not None
    drafts: dict[int, SingleQuestion] = {}
    for place in range(bank.count):
        found = bank.question(place, "sample.yaml")
        inside = [f for f in findings if found.stretch.first <= f.line <= found.stretch.last]
        assert set(found.findings) <= set(inside)
        # Where questions can't be told apart by their lines, what is found may be another one's.
        missed = set(inside) - set(found.findings) if is_sure else set()
        assert {f.code for f in missed} <= BETWEEN | BETWEEN_NAMES | {"too-few"}
        faulty = any(f.severity is Severity.ERROR for f in inside)
        if found.question is not None and found.question.draft:
            drafts[place] = found
        elif not faulty and found.question is not None:
            assert sound[found.stretch.first] == found.question
    assert reading.drafts <= len(drafts)


def test_a_sound_question_with_its_proof(tmp_path: Path) -> None:
    found = single(write(tmp_path))
    assert found.question is not None
    assert found.question.id == "leader-today"
    assert found.findings == ()
    (proof,) = found.proof
    assert proof.quote == "his son, Ahmed Massoud, is leading the NRF"
    assert proof.source_title == "An article"
    assert proof.before.endswith("After his death, ")


def test_a_quote_that_is_not_found_is_shown_as_it_is_written(tmp_path: Path) -> None:
    found = single(write(tmp_path, BANK.replace("Ahmed Massoud, is", "Ahmad  Massoud, is")))
    assert codes(found) == [("quote-not-found", 14)]
    assert found.question is not None
    assert found.proof[0].quote == "his son, Ahmad Massoud, is leading the NRF"
    assert found.proof[0].before == ""


def test_a_faulty_question_can_not_be_asked(tmp_path: Path) -> None:
    found = single(write(tmp_path, BANK.replace("kind: choice", "kind: chioce")), 1)
    assert found.question is None
    assert codes(found) == [("unknown-kind", 16)]
    assert found.findings[0].source == "    kind: chioce"
    assert found.written[1] == "    kind: chioce"


def test_questions_in_brackets_are_read_as_well(tmp_path: Path) -> None:
    start = BANK.index("  - id: leader")
    one = "{id: one, kind: short, topic: nrf, prompt: Who?, answer: He, quote: is a valley}"
    two = one.replace("one", "two").replace("nrf", "nfr")
    path = write(tmp_path, f"{BANK[:start]}  [{one},\n  {two}]\n")
    assert codes(single(path, 0)) == []
    found = single(path, 1)
    assert found.question is not None
    assert found.question.id == "two"
    assert codes(found) == [("unknown-topic", 10)]


@pytest.mark.parametrize("bad", ["\x07", "\u202e"])
def test_what_is_wrong_with_the_text_itself_counts(tmp_path: Path, bad: str) -> None:
    path = write(tmp_path, BANK.replace("Who leads", f"Who {bad}leads"))
    found: list[Finding] = list(single(path).findings)
    assert [(each.code, each.line) for each in found] == [("forbidden-character", 12)]


def test_what_the_bank_silences_is_not_told(tmp_path: Path) -> None:
    undated = BANK.replace("Who leads the NRF?", "Who leads the NRF now?")
    assert codes(single(write(tmp_path, undated))) == [("undated", 12)]
    silenced = (
        "silenced:\n  - code: undated\n    why: It is meant so.\n    questions: [leader-today]\n"
    )
    assert codes(single(write(tmp_path, undated + silenced))) == []
