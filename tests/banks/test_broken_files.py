"""Whole bank files, each broken in one place, and all that is said of each, word for word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.banks.sample import TODAY, places
from tests.cli.run import cssprep
from tui.banks.check import check_file
from tui.banks.finding import Severity
from tui.banks.render import render

BANKS = Path(__file__).parent / "broken"

FAULTS: dict[str, tuple[str, int, int]] = {
    "accepted-mistake": ("accept-among-mistakes", 63, 14),
    "alias": ("alias", 34, 11),
    "alias-bomb": ("anchor", 98, 9),
    "anchor": ("anchor", 29, 13),
    "answer-among-the-mistakes": ("answer-among-mistakes", 65, 7),
    "apostrophe-in-single-quotes": ("syntax", 61, 34),
    "at-sign-first": ("syntax", 96, 11),
    "backslash-in-double-quotes": ("forbidden-character", 74, 11),
    "backtick-first": ("syntax", 96, 11),
    "bad-date": ("invalid-date", 108, 14),
    "blank-in-single-braces": ("blank-without-marker", 74, 11),
    "blank-text": ("blank-text", 61, 13),
    "blank-without-a-marker": ("blank-without-marker", 74, 11),
    "blank-without-quotes": ("syntax", 74, 25),
    "blanks-alone-without-quotes": ("key-not-text", 74, 12),
    "brace-missing": ("unbalanced-braces", 74, 11),
    "brace-never-closed": ("syntax", 21, 13),
    "bracket-never-closed": ("syntax", 41, 14),
    "colon-in-a-list-entry": ("syntax", 85, 23),
    "colon-in-a-mistake": ("syntax", 31, 26),
    "colon-in-a-text": ("syntax", 94, 31),
    "comma-forgotten": ("syntax", 84, 19),
    "curly-quotes-for-quotes": ("syntax", 3, 27),
    "cyclic-was": ("was-live", 34, 11),
    "date-as-text": ("not-a-date", 106, 13),
    "date-that-is-not": ("not-a-date", 106, 13),
    "day-that-is-not": ("invalid-date", 6, 8),
    "difficulty-in-words": ("wrong-type", 67, 17),
    "difficulty-too-large": ("out-of-range", 67, 17),
    "difficulty-with-a-fraction": ("wrong-type", 67, 17),
    "draft-maybe": ("wrong-type", 67, 12),
    "duplicate-field-of-the-bank": ("duplicate-key", 22, 1),
    "duplicate-id": ("duplicate-id", 90, 9),
    "duplicate-item": ("duplicate-item", 86, 17),
    "duplicate-key": ("duplicate-key", 49, 5),
    "duplicate-mistake": ("duplicate-key", 32, 7),
    "empty-answer": ("empty-text", 62, 5),
    "empty-blank": ("empty-blank", 74, 11),
    "empty-quotes": ("empty-text", 61, 13),
    "entry-as-a-text": ("wrong-type", 85, 9),
    "entry-of-nothing": ("empty-text", 90, 4),
    "escape-sequence": ("forbidden-character", 61, 13),
    "escaped-control-character": ("forbidden-character", 74, 11),
    "essay": ("unknown-kind", 78, 11),
    "expired": ("expired", 108, 14),
    "field-at-the-margin": ("syntax", 94, 1),
    "field-in-capitals": ("unknown-field", 62, 5),
    "field-of-another-kind": ("unknown-field", 97, 5),
    "format-2": ("unknown-format", 1, 9),
    "id-in-urdu": ("invalid-id", 101, 9),
    "id-with-spaces": ("invalid-id", 101, 9),
    "indentation-of-an-entry": ("syntax", 69, 4),
    "indentation-one-space-less": ("syntax", 51, 4),
    "indentation-one-space-more": ("syntax", 63, 6),
    "key-is-a-list": ("key-not-text", 32, 7),
    "keyword-matches-all": ("bad-keyword", 84, 28),
    "keywords-miss-the-answer": ("keywords-miss-answer", 84, 9),
    "kind-from-elsewhere": ("unknown-kind", 48, 11),
    "kind-in-capitals": ("unknown-kind", 25, 11),
    "kind-of-another-program": ("unknown-kind", 25, 11),
    "line-separator": ("forbidden-character", 61, 22),
    "list-for-a-bank": ("not-a-mapping", 1, 1),
    "list-for-a-mapping": ("wrong-type", 64, 5),
    "list-for-a-text": ("wrong-type", 62, 5),
    "list-on-the-line-of-its-field": ("syntax", 34, 10),
    "mapping-for-a-text": ("wrong-type", 94, 5),
    "marks-of-nothing": ("out-of-range", 67, 12),
    "marks-without-end": ("infinite-number", 67, 12),
    "merge-key": ("alias", 96, 9),
    "missing-answer": ("missing-field", 57, 5),
    "missing-id": ("missing-field", 90, 5),
    "missing-items": ("missing-field", 77, 5),
    "missing-quote": ("missing-field", 90, 5),
    "missing-topics": ("missing-field", 1, 1),
    "misspelt-field": ("unknown-field", 67, 5),
    "misspelt-field-of-the-bank": ("unknown-field", 5, 1),
    "mistake-is-no-number": ("not-a-number", 98, 7),
    "mistake-within-the-tolerance": ("answer-among-mistakes", 99, 7),
    "mistake-without-reason": ("mistake-without-reason", 65, 7),
    "no-colon": ("syntax", 78, 5),
    "no-format": ("missing-field", 1, 1),
    "no-kind": ("missing-field", 90, 5),
    "no-mistakes": ("no-mistakes", 29, 13),
    "no-questions": ("too-few", 23, 1),
    "no-source-named": ("unnamed-source", 90, 5),
    "no-space-after-the-colon": ("syntax", 70, 5),
    "no-space-after-the-dash": ("syntax", 85, 7),
    "nul-escape": ("forbidden-character", 61, 13),
    "number-as-text": ("not-a-number", 95, 13),
    "only-a-comment": ("empty-text", 29, 5),
    "option-among-the-mistakes": ("answer-among-mistakes", 44, 7),
    "percent-first": ("syntax", 96, 11),
    "question-is-a-text": ("wrong-type", 90, 5),
    "question-mark-first": ("syntax", 96, 11),
    "questions-without-dashes": ("wrong-type", 23, 1),
    "quote-cut-in-a-word": ("quote-not-found", 99, 12),
    "quote-from-another-source": ("quote-not-found", 66, 12),
    "quote-from-nowhere": ("quote-not-found", 99, 12),
    "quote-in-other-case": ("quote-not-found", 55, 12),
    "quote-never-closed": ("syntax", 61, 13),
    "quote-never-closed-until-the-next": ("syntax", 73, 13),
    "quote-off-by-a-word": ("quote-not-found", 66, 12),
    "quote-with-a-hidden-character": ("forbidden-character", 99, 15),
    "quote-with-another-dash": ("quote-not-found", 33, 12),
    "quoted-word-at-the-start": ("syntax", 29, 20),
    "quotes-as-empty-list": ("too-few", 99, 5),
    "reused-retired-id": ("retired-id", 69, 9),
    "right-to-left-override": ("forbidden-character", 62, 19),
    "second-document": ("several-documents", 90, 1),
    "source-as-a-text": ("wrong-type", 12, 10),
    "source-changed": ("source-changed", 15, 13),
    "source-file-absolute": ("source-outside", 14, 11),
    "source-file-lost": ("source-missing", 14, 11),
    "source-file-outside": ("source-outside", 14, 11),
    "source-is-a-folder": ("source-unreadable", 14, 11),
    "source-without-file": ("missing-field", 12, 3),
    "star-before-a-word": ("alias", 84, 28),
    "tab-before-a-field": ("syntax", 58, 1),
    "tab-within-the-indentation": ("syntax", 31, 5),
    "tag": ("tag", 95, 13),
    "text-after-a-bar": ("syntax", 73, 15),
    "text-for-a-list": ("wrong-type", 63, 13),
    "text-for-a-mapping": ("wrong-type", 64, 15),
    "text-goes-on-in-the-same-column": ("syntax", 95, 5),
    "title-with-a-colon": ("syntax", 3, 26),
    "tolerance-in-words": ("tolerance-not-understood", 97, 16),
    "too-deep": ("too-deep", 84, 30),
    "too-few-items": ("too-few", 82, 5),
    "topic-indented-too-far": ("syntax", 19, 4),
    "topics-as-a-list": ("wrong-type", 15, 1),
    "truefalse-other-answer": ("wrong-type", 52, 13),
    "truefalse-other-mistake": ("unknown-option", 54, 7),
    "two-numbers": ("not-a-number", 95, 13),
    "unknown-escape": ("syntax", 74, 15),
    "unknown-source": ("unknown-source", 60, 13),
    "unknown-topic": ("unknown-topic", 59, 12),
    "unquoted-bracket-first": ("syntax", 61, 23),
    "unused-source": ("unused-source", 15, 3),
    "unused-topic": ("unused-topic", 22, 3),
    "was-itself": ("was-live", 34, 11),
    "was-of-a-living-question": ("was-live", 34, 11),
    "was-retired": ("retired-id", 34, 11),
    "was-twice": ("was-twice", 67, 11),
    "wrong-kind": ("unknown-kind", 37, 11),
    "zero-width-mark": ("forbidden-character", 62, 18),
}
"""For each file, the code it should get, and the line and the column of the fault."""

SEVERAL = {"alias-bomb": 16, "cyclic-was": 2}
"""Files in which one fault takes more than one finding: each anchor and each alias, each question
of the circle."""


def test_every_file_is_known() -> None:
    assert {path.stem for path in BANKS.glob("*.yaml")} == {"sound", *FAULTS}
    assert {path.stem for path in (BANKS / "expected").iterdir()} == set(FAULTS)


def test_the_bank_that_was_broken_is_sound() -> None:
    result = check_file(BANKS / "sound.yaml", TODAY)
    assert result.findings == ()
    assert result.bank is not None
    assert len(result.bank.questions) == 8


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_told_where_it_is_and_nothing_else(name: str) -> None:
    findings = check_file(BANKS / f"{name}.yaml", TODAY).findings
    assert len(findings) == SEVERAL.get(name, 1)
    assert places(findings)[0] == FAULTS[name]
    assert all(found.help for found in findings)


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_said_word_for_word(name: str) -> None:
    shown = f"{name}.yaml"
    findings = check_file(BANKS / shown, TODAY, shown=shown).findings
    expected = (BANKS / "expected" / f"{name}.txt").read_text(encoding="utf-8")
    assert render("full", findings) == expected


def test_the_command_tells_the_same_of_the_whole_folder() -> None:
    done = cssprep("bank", "check", str(BANKS), "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    told = json.loads(done.stdout)
    firsts: dict[str, tuple[str, int, int]] = {}
    for each in told:
        place = (each["code"], each["line"], each["column"])
        firsts.setdefault(Path(each["path"]).stem, place)
    assert firsts == FAULTS
    assert len(told) == len(FAULTS) + sum(count - 1 for count in SEVERAL.values())


WARNINGS = {"expired", "unused-source", "unused-topic"}


@pytest.mark.parametrize("name", FAULTS)
def test_no_more_is_lost_than_what_is_broken(name: str) -> None:
    result = check_file(BANKS / f"{name}.yaml", TODAY)
    severities = {found.severity for found in result.findings}
    assert severities == {Severity.WARNING if name in WARNINGS else Severity.ERROR}
    if name in WARNINGS:
        assert result.bank is not None
        assert len(result.bank.questions) == 8


FIVE = {
    "licence: CC0": "license: CC0",
    "    topic: varn.light\n    source: lighthouse\n    prompt: What does": (
        "    topic: varn.lite\n    source: lighthouse\n    prompt: What does"
    ),
    "    answer: Tomas Reel": "    anwser: Tomas Reel",
    "{{paraffin|kerosene}}": "{{paraffin|kerosene}",
    "quote: has 196 steps": "quote: has 197 steps",
}
PLACES = [
    ("unknown-field", 5, 1),
    ("unknown-topic", 38, 12),
    ("unknown-field", 62, 5),
    ("unbalanced-braces", 74, 11),
    ("quote-not-found", 99, 12),
]
UNREADABLE = {
    "prompt: Which engineer": "prompt: The tower: which engineer",
    "prompt: What did each": '"What did each',
    "    answer: 1871-05-04": "   answer: 1871-05-04",
}


def broken(folder: Path, faults: dict[str, str], old: str = "", new: str = "") -> Path:
    text = (BANKS / "sound.yaml").read_text(encoding="utf-8")
    for right, wrong in faults.items():
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    (folder / "sources").mkdir()
    for source in (BANKS / "sources").iterdir():
        (folder / "sources" / source.name).write_bytes(source.read_bytes())
    path = folder / "broken.yaml"
    path.write_text(text.replace(old, new) if old else text, encoding="utf-8")
    return path


def test_five_faults_are_five_findings(tmp_path: Path) -> None:
    assert places(check_file(broken(tmp_path, FIVE), TODAY).findings) == PLACES


def test_five_faults_and_three_that_make_the_file_unreadable_are_eight(tmp_path: Path) -> None:
    result = check_file(broken(tmp_path, FIVE | UNREADABLE), TODAY)
    unreadable = [("syntax", 28, 22), ("syntax", 81, 5), ("syntax", 106, 4)]
    assert places(result.findings) == sorted(PLACES + unreadable, key=lambda each: each[1:])
    assert result.bank is None


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_faults_are_told_at_their_lines_however_lines_end(tmp_path: Path, ends: str) -> None:
    path = broken(tmp_path, FIVE | UNREADABLE)
    expected = places(check_file(path, TODAY).findings)
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", ends).encode())
    assert places(check_file(path, TODAY).findings) == expected
