"""What an index says of the banks that it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.conftest import OTHER, Opener
from tests.banks.sample import BANK, TODAY, write
from tui.banks.check import check_file
from tui.banks.proof import ProvenQuote
from tui.banks.rows import BankRow, IndexRow, Topic
from tui.kinds.question import key_hash


def test_a_question_is_the_one_that_was_checked(opened: Opener, banks: Path) -> None:
    index = opened()
    bank = check_file(banks / "sample.yaml", TODAY).bank
    assert bank is not None
    assert [index.question(f"sample/{each.id}") for each in bank.questions] == list(bank.questions)
    assert index.question("sample/lost") is None
    assert index.question("lost") is None


def test_rows_say_what_lists_need(opened: Opener) -> None:
    index = opened()
    question = index.question("sample/valley")
    assert question is not None
    row = IndexRow(
        ref="sample/valley",
        bank="sample",
        topic="nrf",
        kind="choice",
        key=key_hash(question),
        line=15,
        prompt="What is Panjshir?",
        guess=0.5,
        marks=None,
    )
    assert index.rows(["sample/valley", "sample/lost"]) == [row]
    assert [row.ref for row in index.rows(["sample/valley", "sample/leader-today"])] == [
        "sample/valley",
        "sample/leader-today",
    ]
    assert index.rows([]) == []
    assert [row.ref for row in index.rows(None)] == index.refs()


def test_refs_stand_in_the_order_of_the_files(opened: Opener, banks: Path) -> None:
    write(banks, OTHER, "a.yaml")
    assert opened().refs() == [
        "other/leader-today",
        "other/valley",
        "sample/leader-today",
        "sample/valley",
    ]


def test_a_passage_is_shown_in_its_paragraph(opened: Opener) -> None:
    (found,) = opened().passages("sample/leader-today")
    assert found.source_title == "An article"
    assert found.before.startswith("The NRF was led by")
    assert found.quote == "his son, Ahmed Massoud, is leading the NRF"
    assert found.after == ". It began in 1990 – and goes on."
    assert opened().passages("sample/lost") == ()


def test_without_the_source_the_quote_stands_alone(opened: Opener, banks: Path) -> None:
    (banks / "sample.yaml").write_text(
        BANK.replace("article.txt}", "lost.txt, redistribute: false}")
    )
    index = opened()
    assert index.passages("sample/valley") == (
        ProvenQuote("An article", "", "", "", "Panjshir is a valley", ""),
    )
    assert index.faults() == []
    assert [finding.code for finding in index.findings()] == ["source-absent"]


def test_a_question_may_have_several_quotes(opened: Opener, banks: Path) -> None:
    quotes = "quote:\n      - northeast of  Kabul\n      - Panjshir is a valley"
    (banks / "sample.yaml").write_text(BANK.replace("quote: Panjshir is a valley", quotes))
    assert [found.quote for found in opened().passages("sample/valley")] == [
        "northeast of Kabul",
        "Panjshir is a valley",
    ]


def test_a_question_is_found_in_its_file(opened: Opener, banks: Path) -> None:
    assert opened().place("sample/valley") == (banks / "sample.yaml", 15)
    assert opened().place("sample/lost") is None


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("panjshir", ["sample/valley"]),
        ("VALLEY  what", ["sample/valley"]),
        ("massoud", ["sample/leader-today"]),
        ("Mássoud", ["sample/leader-today"]),
        ("nrf", ["sample/leader-today", "sample/valley"]),
        ("valley massoud", []),
        ("100%_", []),
        ("", ["sample/leader-today", "sample/valley"]),
    ],
)
def test_search_finds_questions_with_all_the_words(
    opened: Opener, text: str, refs: list[str]
) -> None:
    assert opened().search(text) == refs


def test_topics_banks_aliases_and_retired_ids(opened: Opener, banks: Path) -> None:
    text = OTHER.replace("{title: The NRF}", "{title: Front, papers: [a], weight: 2}")
    text = text.replace("questions:", "retired: [gone]\nquestions:")
    write(
        banks, text.replace("    kind: short", "    was: [leader, head]\n    kind: short"), "a.yaml"
    )
    index = opened()
    assert index.topics() == {"nrf": Topic("nrf", "Front", ("a",), 2.0)}
    assert index.banks() == [
        BankRow("other", "Another", str(banks / "a.yaml"), 2, 0, 0),
        BankRow("sample", "A sample", str(banks / "sample.yaml"), 2, 0, 0),
    ]
    assert index.aliases() == {
        "other/leader": "other/leader-today",
        "other/head": "other/leader-today",
    }
    assert index.retired() == {"other/gone"}


def test_faults_are_told_in_one_sentence_a_file(opened: Opener, banks: Path) -> None:
    write(
        banks,
        OTHER.replace("kind: short", "kind: shrot").replace(
            "quote: Panjshir is", "quote: Panjshir was"
        ),
        "a.yaml",
    )
    write(banks, "", "b.yaml")
    index = opened()
    assert index.faults() == [
        "a.yaml has 2 errors: see cssprep bank check.",
        "b.yaml has 1 error, and no question can be taken from it: see cssprep bank check.",
    ]
    assert [(found.code, found.line) for found in index.findings()] == [
        ("unknown-kind", 10),
        ("quote-not-found", 22),
        ("not-a-mapping", 1),
    ]
    assert [bank.id for bank in index.banks()] == ["other", "sample"]


# What happens when files change
