"""The format as documented is the format as read: examples, fields and limits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.banks.sample import TODAY
from tui.banks.bank import CheckedBank
from tui.banks.check import check_file
from tui.banks.codes import ABOUT_THE_BANK
from tui.banks.fields import (
    BankFields,
    SilencedFields,
    SourceFields,
    TopicFields,
    UntestedFields,
    field_names,
)
from tui.banks.limits import MAX_BYTES, MAX_DEPTH
from tui.banks.slug import MAX_LENGTH
from tui.kinds import KIND_NAMES, kind_named
from tui.kinds.question import Question

TEXT = (Path(__file__).parent.parent.parent / "docs" / "bank-format.md").read_text(encoding="utf-8")
BANK, *QUESTIONS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
(SOURCE,) = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)


def checked(folder: Path, text: str) -> CheckedBank:
    (folder / "sources").mkdir()
    (folder / "sources" / "karakoram.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "karakoram.yaml").write_text(text, encoding="utf-8")
    return check_file(folder / "karakoram.yaml", TODAY)


def test_the_whole_bank_is_sound(tmp_path: Path) -> None:
    result = checked(tmp_path, BANK)
    assert result.findings == ()
    assert result.bank is not None
    assert len(result.bank.questions) == 2


def test_the_example_of_every_kind_is_sound(tmp_path: Path) -> None:
    result = checked(tmp_path, BANK + "\n".join(QUESTIONS))
    assert result.findings == ()
    assert result.bank is not None
    assert [question.kind for question in result.bank.questions[2:]] == list(KIND_NAMES)


@pytest.mark.parametrize(
    "owner", [BankFields, SourceFields, TopicFields, UntestedFields, SilencedFields, Question]
)
def test_every_field_is_documented(owner: type) -> None:
    for name in field_names(owner):
        assert re.search(rf"^\| [^|]*`{name}`", TEXT, re.MULTILINE), name


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_field_of_a_kind_stands_in_its_section(kind: str) -> None:
    section = TEXT.partition(f"### {kind}\n")[2].partition("\n##")[0]
    own = set(field_names(kind_named(kind))) - set(field_names(Question)) - {"disputed"}
    for name in own:
        assert f"`{name}`" in section, name


def test_disputed_is_documented_for_the_kinds_that_have_it() -> None:
    having = [kind for kind in KIND_NAMES if "disputed" in field_names(kind_named(kind))]
    assert f"are typed ({', '.join(having)})" in TEXT


def test_the_example_of_silencing_is_well_formed(tmp_path: Path) -> None:
    (example,) = re.findall(r"```\n(silenced:\n.*?)```", TEXT, re.DOTALL)
    (found,) = checked(tmp_path, example + BANK).findings
    assert (found.code, found.message) == (
        "unknown-question",
        "The bank has no question “article-5”.",
    )


def test_the_codes_that_are_silenced_for_the_whole_bank_are_named() -> None:
    assert f"({', '.join(f'`{code}`' for code in sorted(ABOUT_THE_BANK))})" in TEXT


def test_limits_are_those_of_the_code() -> None:
    assert f"{MAX_BYTES // 1024**2} MiB" in TEXT
    assert f"at most {MAX_DEPTH} deep" in TEXT
    assert f"at most {MAX_LENGTH} characters" in TEXT
