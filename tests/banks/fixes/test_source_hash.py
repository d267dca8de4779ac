from __future__ import annotations

from pathlib import Path

from tests.banks.mend.sample import HASH, SOUND, broken, mended
from tests.banks.sample import BANK
from tui.banks.mend.change import NotMended


def test_a_stale_hash_stays_where_a_quote_is_not_in_the_text(tmp_path: Path) -> None:
    text = broken(HASH, "00").replace("Panjshir is a valley", "Panjshir was a valley")
    found = mended(tmp_path, text)
    said = "sha256 of “article” stays: 1 of the 2 quotes from it are not in the text (line 22)"
    assert (found.text, found.left) == (text, (NotMended(5, said),))


def test_a_stale_hash_stays_where_nothing_is_quoted(tmp_path: Path) -> None:
    text = broken(HASH, "00")
    text = text[: text.index("questions:")] + "questions: []\n"
    found = mended(tmp_path, text)
    said = "sha256 of “article” stays: no quote tells whether the text is the right one"
    assert (found.text, found.left) == (text, (NotMended(5, said),))


def test_a_hash_is_set_once_the_quotes_are_mended(tmp_path: Path) -> None:
    text = broken(HASH, "00").replace("Panjshir is a valley", "Panjshir isa valley")
    assert mended(tmp_path, text).text == SOUND


def test_no_hash_is_added_where_a_quote_is_not_in_the_text(tmp_path: Path) -> None:
    text = BANK.replace("Panjshir is a valley", "Panjshir was a valley")
    found = mended(tmp_path, text)
    assert (found.text, found.left) == (text, ())


def test_quotes_left_untested_count(tmp_path: Path) -> None:
    passage = "untested:\n  - quote: nowhere at all\n    why: It is not there.\nquestions:"
    text = broken(HASH, "00").replace("questions:", passage)
    assert mended(tmp_path, text).text == text


def test_a_source_that_is_not_there_keeps_its_hash(tmp_path: Path) -> None:
    text = broken("article.txt", "lost.txt").replace(HASH, "00")
    found = mended(tmp_path, text)
    assert (found.text, found.left) == (text, ())
