"""From YAML to a question, into the index and back: nothing is lost or changed on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.banks.sample import SOURCE, TODAY
from tui.banks.characters import FORBIDDEN
from tui.banks.check import check_file
from tui.banks.index import open_index
from tui.kinds import KIND_NAMES

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("bank", sorted((ROOT / "question_banks").glob("*.yaml")))
def test_a_shipped_bank_comes_back_as_it_was_checked(bank: Path, tmp_path: Path) -> None:
    checked = check_file(bank, TODAY).bank
    assert checked is not None
    index = open_index(bank.parent, tmp_path, TODAY)
    for question in checked.questions:
        ref = f"{checked.id}/{question.id}"
        assert index.question(ref) == question
        assert index.place(ref) == (bank, checked.lines[question.id])
        assert len(index.passages(ref)) == len(question.quotes)
    index.close()


def test_the_shipped_banks_have_every_kind(tmp_path: Path) -> None:
    index = open_index(ROOT / "question_banks", tmp_path, TODAY)
    assert {row.kind for row in index.rows(None)} == set(KIND_NAMES)
    index.close()


texts = st.text(min_size=1).filter(lambda text: not FORBIDDEN.search(text) and text.strip())
tidy = texts.map(lambda text: " ".join(text.split()))


@given(
    prompt=tidy, answer=tidy, note=st.just("") | tidy, wrong=st.dictionaries(tidy, tidy, max_size=3)
)
def test_any_text_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory,
    prompt: str,
    answer: str,
    note: str,
    wrong: dict[str, str],
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "article.txt").write_text(SOURCE, encoding="utf-8")
    question = {
        "id": "one", "kind": "short", "topic": "nrf", "prompt": prompt, "answer": answer,
        "note": note, "mistakes": wrong, "quote": "is leading the NRF",
    }  # fmt: skip
    bank = {
        "format": "1",
        "bank": "any",
        "title": prompt,
        "sources": {"article": {"title": answer, "file": "article.txt"}},
        "topics": {"nrf": {"title": answer}},
        "questions": [question],
    }
    text = yaml.safe_dump(bank, allow_unicode=True, width=60)
    (folder / "any.yaml").write_text(text, encoding="utf-8", newline="")
    checked = check_file(folder / "any.yaml", TODAY)
    assert checked.bank is not None
    for found in checked.bank.questions:
        assert (found.prompt, found.right_answer(), found.note) == (prompt, answer, note)
        assert found.mistakes == wrong
        index = open_index(folder, folder / "cache", TODAY)
        assert index.question("any/one") == found
        assert index.topics()["nrf"].title == answer
        assert index.search(prompt) == ["any/one"]
        index.close()
    if not checked.bank.questions:
        assert checked.findings
