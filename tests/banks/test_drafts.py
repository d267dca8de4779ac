"""A draft is checked like any question, and never asked."""

from __future__ import annotations

from pathlib import Path

from tests.banks.sample import BANK, TODAY, checked, places, write
from tui.banks.index import open_index

DRAFT = BANK.replace("  - id: valley\n", "  - id: valley\n    draft: true\n")


def test_a_draft_is_counted_and_is_no_question_of_the_bank(tmp_path: Path) -> None:
    result = checked(tmp_path, DRAFT)
    assert result.findings == ()
    assert result.bank is not None
    assert [question.id for question in result.bank.questions] == ["leader-today"]
    assert result.drafts == 1


def test_a_draft_is_checked(tmp_path: Path) -> None:
    broken = DRAFT.replace("quote: Panjshir is a valley", "quote: Panjshir is a hill")
    result = checked(tmp_path, broken)
    assert places(result.findings) == [("quote-not-found", 23, 12)]
    assert result.drafts == 0


def test_the_flag_is_true_or_false(tmp_path: Path) -> None:
    result = checked(tmp_path, DRAFT.replace("draft: true", "draft: perhaps"))
    assert places(result.findings) == [("wrong-type", 16, 12)]
    result = checked(tmp_path, DRAFT.replace("draft: true", "draft: false"))
    assert result.bank is not None
    assert len(result.bank.questions) == 2


def test_a_draft_is_not_in_the_index_and_is_once_it_is_done(tmp_path: Path) -> None:
    banks = tmp_path / "question_banks"
    write(banks, DRAFT)
    index = open_index(banks, tmp_path / "cache", TODAY)
    assert index.refs() == ["sample/leader-today"]
    write(banks, BANK)
    assert index.refresh(TODAY)
    assert index.refs() == ["sample/leader-today", "sample/valley"]
    index.close()
