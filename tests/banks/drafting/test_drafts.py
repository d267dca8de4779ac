from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.banks.drafting.told import source
from tests.banks.sample import TODAY
from tui.banks.check import check_file
from tui.banks.drafting.choosing import candidates
from tui.banks.drafting.drafts import Drafting, draft
from tui.banks.proof import SourceText
from tui.fault import Fault

ARTICLE = """\
Rise of the front
The National Resistance Front (NRF) is a guerrilla group that fights the Taliban. In September \
2025, the front struck members of the Al-Farooq Corps in Herat. It killed more than 600 fighters.
According to Jan Achakzai, support would bring three benefits, including trade, peace and roads.
"""
HEAD = """\
format: 1
bank: x
title: X
sources:
  article: {title: An article, file: sources/article.txt}
topics:
  nrf: {title: The NRF}
"""


def write(folder: Path, bank: str, article: str = ARTICLE) -> Path:
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "article.txt").write_bytes(article.encode())
    path = folder / "x.yaml"
    path.write_bytes(bank.encode())
    return path


def drafted(folder: Path, questions: str = "questions:\n", **options: object) -> Drafting:
    return draft(write(folder, HEAD + questions), TODAY, **options)  # type: ignore[arg-type]


def ids(found: Drafting) -> list[str]:
    return [each.id for each in found.drafts]


def test_the_drafts_are_clean_and_in_the_order_of_the_source(tmp_path: Path) -> None:
    found = drafted(tmp_path)
    assert len(found.drafts) >= 6
    numbers = [each.candidate.sentence.number for each in found.drafts]
    assert numbers == sorted(numbers)
    (tmp_path / "x.yaml").write_bytes(found.new)
    checked = check_file(tmp_path / "x.yaml", TODAY)
    assert checked.findings == ()
    assert checked.drafts == len(found.drafts)
    assert found.new.startswith(found.old)


def test_what_is_drafted_already_is_not_drafted_again(tmp_path: Path) -> None:
    first = drafted(tmp_path)
    (tmp_path / "x.yaml").write_bytes(first.new)
    second = draft(tmp_path / "x.yaml", TODAY)
    assert second.drafts == ()
    assert second.new == second.old == first.new


def test_a_draft_that_was_edited_is_not_made_again(tmp_path: Path) -> None:
    first = drafted(tmp_path)
    edited = first.new.replace(b"What does", b"For what does")
    (tmp_path / "x.yaml").write_bytes(edited)
    assert draft(tmp_path / "x.yaml", TODAY).drafts == ()


def test_sentences_that_a_finished_question_quotes_are_left_alone(tmp_path: Path) -> None:
    finished = """\
questions:
  - id: place
    kind: short
    topic: nrf
    prompt: Where did the front strike?
    answer: Herat
    quote: struck members of the Al-Farooq Corps in Herat
"""
    numbers = {each.candidate.sentence.number for each in drafted(tmp_path, finished).drafts}
    assert 2 not in numbers
    again = drafted(tmp_path, finished, again=True)
    assert 2 in {each.candidate.sentence.number for each in again.drafts}


def test_a_limit_takes_the_best_and_the_rest_comes_next_time(tmp_path: Path) -> None:
    every = drafted(tmp_path)
    first = drafted(tmp_path, limit=2)
    assert len(first.drafts) == 2
    assert first.left >= len(every.drafts) - 2
    (tmp_path / "x.yaml").write_bytes(first.new)
    second = draft(tmp_path / "x.yaml", TODAY)
    assert second.drafts
    assert set(ids(first)).isdisjoint(ids(second))


def test_only_the_kinds_asked_for(tmp_path: Path) -> None:
    found = drafted(tmp_path, kinds={"date", "number"})
    assert {each.candidate.kind for each in found.drafts} == {"date", "number"}


def test_a_bank_with_several_sources_is_asked_which(tmp_path: Path) -> None:
    line = "  article: {title: An article, file: sources/article.txt}\n"
    other = line.replace("article:", "other:")
    path = write(tmp_path, HEAD.replace(line, line + other) + "questions:\n")
    with pytest.raises(Fault, match="several sources: article, other"):
        draft(path, TODAY)
    with pytest.raises(Fault, match="Did you mean other"):
        draft(path, TODAY, source="othr")
    found = draft(path, TODAY, source="other")
    assert b"    source: other\n" in found.new


def test_drafts_go_to_the_topic_for_them(tmp_path: Path) -> None:
    bank = HEAD.replace("  nrf:", "  nrf: {title: A}\n  drafts:") + "questions:\n"
    found = draft(write(tmp_path, bank), TODAY)
    assert {each.topic for each in found.drafts} == {"drafts"}


def test_what_the_check_complains_of_is_dropped(tmp_path: Path) -> None:
    # The prompt of the date gives away the answer of this question.
    finished = """\
questions:
  - id: whom
    kind: short
    topic: nrf
    prompt: Which corps of the Taliban did the front strike in the west?
    answer: Members of the Al-Farooq Corps
    quote: struck members of the Al-Farooq Corps in Herat
"""
    found = drafted(tmp_path, finished, again=True)
    assert found.dropped > 0
    (tmp_path / "x.yaml").write_bytes(found.new)
    assert check_file(tmp_path / "x.yaml", TODAY).findings == ()


def test_a_source_that_is_absent_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + "questions:\n")
    (tmp_path / "sources" / "article.txt").unlink()
    with pytest.raises(Fault, match="can't be read"):
        draft(path, TODAY)


def test_a_mark_at_the_start_and_line_ends_stay(tmp_path: Path) -> None:
    path = write(tmp_path, "")
    old = b"\xef\xbb\xbf" + f"{HEAD}questions: []\n".replace("\n", "\r\n").encode()
    path.write_bytes(old)
    found = draft(path, TODAY)
    assert found.new.startswith(old.replace(b" []\r\n", b"\r\n"))
    assert b"\n" not in found.new.replace(b"\r\n", b"")


words = st.sampled_from(
    "the The in In 2021 August September 15 Kabul Herat (ICG) International Crisis Group said "  # noqa: SIM905
    'that by led is a an and , . : ; — - “Lion” " {{ }} | # must not should including such as '
    "etc. 600 1,200 3.5 % million three – ’s ' ( ) ? ! most largest of Fee: \n \n\n \n- \n1. "
    "According to known as son, each\u200f é ى 三 \u0301 \t & * @ ` ---".split(" ")
)
nonsense = st.one_of(
    st.lists(words, max_size=60).map(" ".join), st.text(max_size=200), st.lists(words).map("".join)
)


@given(nonsense)
def test_every_quote_of_whatever_text_is_found_in_it(text: str) -> None:
    found = SourceText(text)
    for each in candidates(source(text)):
        assert all(found.find(quote) is not None for quote in each.quotes)
        assert each.quotes


@given(st.lists(words, min_size=5, max_size=60).map(" ".join))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_text_the_bank_is_clean_afterwards(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), HEAD + "questions:\n", text)
        found = draft(path, TODAY, limit=0)
        path.write_bytes(found.new)
        checked = check_file(path, TODAY)
        assert checked.drafts == len(found.drafts)
        assert found.new.startswith(found.old)
        if found.drafts:
            assert checked.findings == ()
