"""The rules about sources, where the folder matters as much as the text."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.banks.sample import BANK, SOURCE, TODAY, checked, places, write
from tui.banks.check import check_file
from tui.banks.finding import Severity, is_complaint

ABSENT = BANK.replace("sources/article.txt}", "sources/lost.txt, redistribute: false}")


def test_a_source_that_stays_behind_is_a_note_and_its_questions_stay(tmp_path: Path) -> None:
    result = checked(tmp_path, ABSENT.replace("his son, Ahmed", "his son, Ahmad"))
    assert places(result.findings) == [("source-absent", 5, 38)]
    assert result.findings[0].severity is Severity.NOTE
    assert not is_complaint(result.findings[0])
    assert result.bank is not None
    assert len(result.bank.questions) == 2


def test_a_lost_source_takes_no_question_away(tmp_path: Path) -> None:
    result = checked(tmp_path, BANK.replace("sources/article.txt", "sources/lost.txt"))
    assert result.bank is not None
    assert len(result.bank.questions) == 2


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SOURCE)
    path = write(tmp_path / "banks", BANK.replace("article.txt", "link.txt"))
    (path.parent / "sources" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert places(check_file(path, TODAY).findings) == [("source-outside", 5, 38)]


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    path = write(tmp_path, BANK.replace("article.txt", "link.txt"))
    (tmp_path / "sources" / "link.txt").symlink_to("article.txt")
    assert check_file(path, TODAY).findings == ()


def test_an_absolute_path_is_outside(tmp_path: Path) -> None:
    assert places(checked(tmp_path, BANK.replace("sources/article", "/etc/article")).findings) == [
        ("source-outside", 5, 38)
    ]


def test_the_right_hash_is_accepted_in_either_case(tmp_path: Path) -> None:
    digest = hashlib.sha256(SOURCE.encode()).hexdigest()
    for written in (digest, digest.upper()):
        text = BANK.replace("article.txt}", f"article.txt, sha256: {written}}}")
        assert checked(tmp_path, text).findings == ()


def test_a_wrong_hash_is_answered_with_the_right_one(tmp_path: Path) -> None:
    result = checked(tmp_path, BANK.replace("article.txt}", "article.txt, sha256: 00}"))
    assert hashlib.sha256(SOURCE.encode()).hexdigest() in result.findings[0].help
    assert result.bank is not None
    assert len(result.bank.questions) == 2


def test_a_source_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, BANK.replace("article.txt", "latin.txt"))
    (tmp_path / "sources" / "latin.txt").write_bytes(SOURCE.encode("cp1252"))
    (finding,) = check_file(path, TODAY).findings
    assert finding.code == "source-unreadable"
    assert "line 2 is not UTF-8" in finding.message


def test_the_nearest_passage_is_shown_with_what_differs(tmp_path: Path) -> None:
    (finding,) = checked(tmp_path, BANK.replace("his son, Ahmed", "his son, Ahmad")).findings
    assert finding.help == (
        "Nearest, on line 2 of sources/article.txt: “his son, Ahmed Massoud, is leading the NRF”. "
        "There it is “Ahmed”, not “Ahmad”."
    )


def test_a_lost_source_is_found_by_its_hash(tmp_path: Path) -> None:
    digest = hashlib.sha256(SOURCE.encode()).hexdigest()
    (found,) = checked(
        tmp_path, BANK.replace("article.txt}", f"lost.txt, sha256: {digest}}}")
    ).findings
    assert found.code == "source-missing"
    assert found.help == "sources/article.txt is that text: write `file: sources/article.txt`."


def test_the_stars_of_markdown_are_not_in_the_source(tmp_path: Path) -> None:
    (found,) = checked(
        tmp_path, BANK.replace("quote: Panjshir is", "quote: Panjshir **is**")
    ).findings
    assert found.help == "The stars are not in the source: write “Panjshir is a valley”."


def test_the_topics_that_there_are_are_named(tmp_path: Path) -> None:
    (found,) = checked(
        tmp_path, BANK.replace("topic: nrf\n    prompt: Who", "topic: zq\n    prompt: Who")
    ).findings
    assert found.help == "Declare it under `topics`, or write one of those there: nrf."
