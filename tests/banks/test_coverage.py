from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.sample import BANK, TODAY, checked, places, write
from tui.banks.coverage import BankCoverage, CoveredSentence, Standing, bank_coverage
from tui.banks.folder import BanksError
from tui.banks.sentences import Part

UNTESTED = """\
untested:
  - quote: Emergence of the NRF
    why: A heading.
  - quote: ["Its people say: it's ours.", It began in 1990 – and goes on.]
    why: It is of no use in an exam.
questions:
"""
LEFT_OUT = BANK.replace("questions:\n", UNTESTED)


def covered(folder: Path, text: str = BANK) -> BankCoverage:
    return bank_coverage(write(folder, text), TODAY)


def sentences(found: BankCoverage) -> tuple[CoveredSentence, ...]:
    return found.sources[0].sentences


def with_quote(quote: str, text: str = LEFT_OUT) -> str:
    return text.replace("quote: Panjshir is a valley", f"quote: {quote}")


def test_each_sentence_knows_the_questions_that_quote_it(tmp_path: Path) -> None:
    found = covered(tmp_path)
    assert (found.bank, found.title) == ("sample", "A sample")
    assert [(each.line, each.part, each.standing, each.questions) for each in sentences(found)] == [
        (1, Part.HEADING, Standing.NOT_TESTED, ()),
        (2, Part.SENTENCE, Standing.NOT_TESTED, ()),
        (2, Part.SENTENCE, Standing.TESTED, ("sample/leader-today",)),
        (2, Part.SENTENCE, Standing.NOT_TESTED, ()),
        (3, Part.SENTENCE, Standing.TESTED, ("sample/valley",)),
        (3, Part.SENTENCE, Standing.NOT_TESTED, ()),
    ]
    assert found.percent == pytest.approx(100 * 2 / 6)


def test_what_is_left_out_says_why_and_does_not_count(tmp_path: Path) -> None:
    found = covered(tmp_path, LEFT_OUT)
    assert [(each.standing, each.why) for each in sentences(found)] == [
        (Standing.LEFT_OUT, "A heading."),
        (Standing.NOT_TESTED, ""),
        (Standing.TESTED, ""),
        (Standing.LEFT_OUT, "It is of no use in an exam."),
        (Standing.TESTED, ""),
        (Standing.LEFT_OUT, "It is of no use in an exam."),
    ]
    assert found.count(Standing.LEFT_OUT) == 3
    assert found.percent == pytest.approx(100 * 2 / 3)
    assert found.findings == ()


@pytest.mark.parametrize(
    ("quote", "standing", "quoted", "gaps"),
    [
        ("The NRF was led by Ahmed Shah Massoud, the “Lion of Panjshir.”", Standing.TESTED, 12, ()),
        # Six of twelve words, then five.
        ("The NRF was led by Ahmed", Standing.TESTED, 6, ("Shah Massoud, the “Lion of Panjshir",)),
        ("NRF was led by Ahmed", Standing.PARTLY, 5, ("Shah Massoud, the “Lion of Panjshir",)),
        ("the “Lion of Panjshir.”", Standing.PARTLY, 4, ("The NRF was led by Ahmed Shah Massoud",)),
    ],
)
def test_half_of_the_words_have_to_stand_in_a_quote(
    tmp_path: Path, quote: str, standing: Standing, quoted: int, gaps: tuple[str, ...]
) -> None:
    found = sentences(covered(tmp_path, with_quote(quote)))[1]
    assert (found.words, found.standing, found.quoted, found.gaps) == (12, standing, quoted, gaps)


def test_a_quote_over_two_sentences_counts_for_both(tmp_path: Path) -> None:
    quote = '"is leading the NRF. It began in 1990 – and goes on. Panjshir is a valley"'
    found = sentences(covered(tmp_path, with_quote(quote, BANK)))
    assert [each.questions[-1:] for each in found[2:5]] == [("sample/valley",)] * 3
    assert found[3].standing is Standing.TESTED


def test_what_is_quoted_is_tested_even_if_it_was_left_out(tmp_path: Path) -> None:
    found = sentences(covered(tmp_path, with_quote("It began in 1990 – and goes on.")))[3]
    assert found.standing is Standing.TESTED


def test_a_part_may_be_left_out_and_the_rest_has_to_be_tested(tmp_path: Path) -> None:
    text = LEFT_OUT.replace("quote: Emergence of the NRF", "quote: the “Lion of Panjshir.”")
    rest = sentences(covered(tmp_path, text))[1]
    assert (rest.words, rest.standing, rest.why) == (8, Standing.NOT_TESTED, "A heading.")
    rest = sentences(covered(tmp_path, with_quote("The NRF was led", text)))[1]
    assert (rest.words, rest.quoted, rest.standing) == (8, 4, Standing.TESTED)


def test_a_question_with_an_error_tests_nothing(tmp_path: Path) -> None:
    found = covered(tmp_path, BANK.replace("kind: choice", "kind: chioce"))
    assert found.count(Standing.TESTED) == 1
    assert [each.code for each in found.findings] == ["unknown-kind"]


def test_a_bank_of_which_all_is_left_out_lacks_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, BANK)
    (tmp_path / "sources" / "article.txt").write_text("Emergence of the NRF\n")
    path.write_text(LEFT_OUT)
    assert (
        bank_coverage(path, TODAY).percent,
        sentences(bank_coverage(path, TODAY))[0].standing,
    ) == (
        100.0,
        Standing.LEFT_OUT,
    )


def test_each_source_is_gone_through_by_itself(tmp_path: Path) -> None:
    two = "sources:\n  book: {title: A book, file: sources/book.txt}\n"
    text = LEFT_OUT.replace("sources:\n", two).replace("kind:", "source: article\n    kind:")
    text = text.replace("    why:", "    source: article\n    why:")
    path = write(tmp_path, text)
    (tmp_path / "sources" / "book.txt").write_text("Panjshir is a valley. It is deep.\n")
    found = bank_coverage(path, TODAY)
    assert [source.id for source in found.sources] == ["book", "article"]
    assert [each.standing for each in found.sources[0].sentences] == [Standing.NOT_TESTED] * 2
    assert found.count(Standing.TESTED) == 2


@pytest.mark.parametrize("more", ["", ", redistribute: false"])
def test_nothing_is_said_of_a_source_that_is_not_there(tmp_path: Path, more: str) -> None:
    text = BANK.replace("article.txt}", f"lost.txt{more}}}")
    with pytest.raises(BanksError, match=r"“article” of sample is not here \(sources/lost\.txt\)"):
        covered(tmp_path, text)


def test_a_bank_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(BanksError, match=r"sample\.yaml can't be read as a bank"):
        covered(tmp_path, "format: 1\n")


# What may stand under `untested`, and what is complained of


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("quote: Emergence of the NRF", "quote: Emergence of an NRF", "quote-not-found", 9),
        ("quote: Emergence of the NRF", "qoute: Emergence of the NRF", "unknown-field", 9),
        ("    why: A heading.\n", "", "missing-field", 9),
        ("why: A heading.", "why:", "empty-text", 10),
        ("why: A heading.", 'why: " "', "blank-text", 10),
        ("why: A heading.", "why: A heading.\n    source: book", "unknown-source", 11),
        ("It began in 1990 – and", "It began in 1990 - and", "quote-not-found", 11),
        ("  - quote: Emergence of the NRF\n    why: A heading.\n", "  - A heading\n",
         "wrong-type", 9),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_entry_is_told_by_line(
    tmp_path: Path, old: str, new: str, code: str, line: int
) -> None:
    assert old in LEFT_OUT
    result = checked(tmp_path, LEFT_OUT.replace(old, new))
    assert [(found, at) for found, at, _ in places(result.findings)] == [(code, line)]
    assert result.bank is not None
    assert len(result.bank.questions) == 2


def test_with_several_sources_an_entry_names_its_own(tmp_path: Path) -> None:
    two = "sources:\n  book: {title: A book, file: sources/article.txt}\n"
    text = BANK.replace("sources:\n", two).replace("kind: short", "source: book\n    kind: short")
    text = text.replace("kind: choice", "source: article\n    kind: choice")
    entry = "untested:\n  - quote: Emergence of the NRF\n    why: A heading.\nquestions:\n"
    result = checked(tmp_path, text.replace("questions:\n", entry))
    assert [found[:2] for found in places(result.findings)] == [("unnamed-source", 10)]
