from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.banks.examples import AS_WRITTEN, explained, findings
from tui.banks.codes import ABOUT_THE_BANK, UNUSED_SILENCE, can_be_silenced, severities
from tui.banks.explain import Example, explanation, groups
from tui.banks.finding import Severity

CODES = sorted(severities())
SILENCEABLE = [code for code in CODES if can_be_silenced(code)]
COLUMNS = 76
"""Of an example: the command indents it by four."""


def test_a_docstring_is_taken_apart() -> None:
    found = explained("expired")
    assert (found.code, found.severity) == ("expired", Severity.WARNING)
    assert found.what == "A question's answer was said to hold until a day that is past."
    assert found.details == ""
    assert found.why.startswith("A learner would go on learning what may no longer be so")
    assert found.fails == Example("questions:\n  - expires: 2025-12\n", "on 1 January 2026")
    assert found.passes == Example("questions:\n  - expires: 2026-01\n", "on that day")
    assert found.can_be_silenced
    assert found.in_questions


def test_what_else_there_is_to_know_is_kept_by_paragraphs() -> None:
    assert explained("long-quote").details == "Outlines are left out: their answer is an essay."


def test_an_example_may_be_told_in_words() -> None:
    found = explained("too-large").fails
    assert found.in_words
    assert found.text == "the file has more than 16 MiB, which is some 35,000 questions."


def test_a_backslash_in_an_example_stays_one() -> None:
    assert explained("forbidden-character").fails.text == 'title: "The \\e[31mNRF"\n'


def test_there_is_nothing_to_say_of_a_code_that_is_none() -> None:
    assert explanation("unknown") is None
    assert explanation("../rule") is None


def test_every_code_is_in_one_group() -> None:
    assert sorted(code for codes in groups().values() for code in codes) == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_told_in_whole_sentences_and_fits_a_terminal(code: str) -> None:
    found = explained(code)
    for paragraph in (found.what, found.why, *filter(None, found.details.split("\n\n"))):
        assert paragraph.endswith(".")
        assert paragraph[0].isupper() or paragraph[0] in "`“"
        assert "  " not in paragraph
    assert len(found.why) > 40
    for example in (found.fails, found.passes):
        assert example.text
        assert example.in_words or max(map(len, example.text.splitlines())) <= COLUMNS


def silencing(code: str, **about: object) -> Example:
    """The failing example of `code` with an entry that silences it."""
    fails = explained(code).fails
    silenced = [{"code": code, "why": "It is meant so.", **about}]
    if code in AS_WRITTEN:
        return fails._replace(text=fails.text + yaml.safe_dump({"silenced": silenced}))
    bank = yaml.load(fails.text, Loader=yaml.BaseLoader)
    bank["silenced"] = silenced
    return fails._replace(text=yaml.safe_dump(bank, sort_keys=False))


@pytest.mark.parametrize("code", SILENCEABLE)
def test_what_can_be_silenced_is_silenced_in_the_whole_bank(code: str, tmp_path: Path) -> None:
    assert findings(code, silencing(code), tmp_path) == []


@pytest.mark.parametrize("code", SILENCEABLE)
def test_what_is_about_questions_can_be_silenced_there(code: str, tmp_path: Path) -> None:
    questions = yaml.safe_load(explained(code).fails.text).get("questions", [{}])
    ids = [each.get("id", f"question-{number}") for number, each in enumerate(questions)]
    found = findings(code, silencing(code, questions=ids), tmp_path)
    codes = {each.code for each in found}
    assert (code not in codes) == explained(code).in_questions == (code not in ABOUT_THE_BANK)
    assert codes <= {code, UNUSED_SILENCE}


@pytest.mark.parametrize("code", [code for code in CODES if not can_be_silenced(code)])
def test_what_is_an_error_cannot_be_silenced(code: str) -> None:
    assert severities()[code] is Severity.ERROR or code == UNUSED_SILENCE
    assert not explained(code).in_questions
