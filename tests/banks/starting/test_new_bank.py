from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.banks.sample import TODAY
from tui.banks.check import check_file
from tui.banks.starting.article import Article
from tui.banks.starting.new_bank import LISTED, Attribution, NewBank, bank_text

MODELINE = "# yaml-language-server: $schema=.schema.json"
TEXT = """\
Introduction
Kabul fell in 2021. Nobody fought.
- One aim.
"""


def new(title: str = "A title: with a colon", **options: object) -> NewBank:
    told = Attribution(title, "A # writer", "https://a.b", redistribute=True)
    article = Article(TEXT.encode())
    return NewBank("x", MODELINE, told, "sources/x.txt", article.sha256, **options)  # type: ignore[arg-type]


def test_it_begins_with_the_modeline_and_has_no_question_yet(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "x.txt").write_text(TEXT)
    bank = bank_text(new(topics={"a.b": "A: B"}, licence="CC0-1.0", as_of="2025-11"), TEXT)
    assert bank.startswith(f"{MODELINE}\nformat: 1\n")
    (tmp_path / "x.yaml").write_text(bank)
    checked = check_file(tmp_path / "x.yaml", TODAY)
    assert [(each.code, each.message) for each in checked.findings] == [
        ("too-few", "The bank has no questions.")
    ]
    assert checked.bank is not None
    assert checked.bank.sources["article"].author == "A # writer"
    assert checked.bank.topics["a.b"].title == "A: B"
    assert (checked.bank.licence, checked.bank.as_of) == ("CC0-1.0", "2025-11")


def test_the_example_is_a_question(tmp_path: Path) -> None:
    bank = bank_text(new(), "The treaty was signed; the treaty was signed by the foreign minister.")
    example = re.findall(r"^#(  .*)$", bank.partition("\nquestions:\n")[0], re.MULTILINE)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "x.txt").write_text("the treaty was signed by the foreign minister")
    text = re.sub(r" sha256: .*", "", bank.partition("\n# A question")[0])
    (tmp_path / "x.yaml").write_text(text + "\nquestions:\n" + "\n".join(example) + "\n")
    checked = check_file(tmp_path / "x.yaml", TODAY)
    assert checked.findings == ()
    assert checked.bank is not None
    assert len(checked.bank.questions) == 1


def test_every_sentence_has_its_number_and_line() -> None:
    comments = bank_text(new(), TEXT).partition("\nquestions:\n")[2]
    assert "# ---- Introduction ----\n#   1  line 2    Kabul fell in 2021.\n" in comments
    assert "#   2  line 2    Nobody fought.\n#   3  line 3    One aim.\n" in comments


def test_of_a_long_source_the_first_are_listed() -> None:
    text = "".join(f"This is the sentence with the number {n}.\n" for n in range(LISTED + 7))
    bank = bank_text(new(), text)
    assert f"{LISTED}  line {LISTED} " in bank
    assert "# … and 7 more" in bank


@given(st.text(min_size=1, max_size=300))
def test_below_the_questions_there_are_comments_alone(text: str) -> None:
    below = bank_text(new(), text).partition("\nquestions:\n")[2]
    assert all(line == "" or line.startswith("#") for line in below.split("\n"))
