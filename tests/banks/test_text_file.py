from __future__ import annotations

import os
from pathlib import Path

from tests.banks.sample import BANK, TODAY, checked, places
from tui.banks.check import check_file
from tui.banks.limits import MAX_BYTES


def test_a_byte_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    result = checked(tmp_path, BANK.encode().replace(b"A valley", b"A vall\x92y"))
    assert places(result.findings) == [("not-utf-8", 19, 19)]
    assert "0x92" in result.findings[0].message


def test_every_line_with_such_bytes_is_named_and_the_other_questions_stay(tmp_path: Path) -> None:
    text = BANK.encode().replace(b"A valley", b"A vall\x92y").replace(b"A river:", b"\xff river:")
    result = checked(tmp_path, text)
    assert [place[:2] for place in places(result.findings)] == [
        ("not-utf-8", 19),
        ("not-utf-8", 21),
    ]
    assert result.bank is not None
    assert [question.id for question in result.bank.questions] == ["leader-today"]


def test_utf_16_is_one_finding(tmp_path: Path) -> None:
    result = checked(tmp_path, BANK.encode("utf-16"))
    assert result.bank is None
    assert places(result.findings) == [("not-utf-8", 1, 1)]


def test_a_byte_order_mark_at_the_start_is_skipped(tmp_path: Path) -> None:
    assert checked(tmp_path, b"\xef\xbb\xbf" + BANK.encode()).findings == ()


def test_lines_that_end_as_on_windows_are_lines(tmp_path: Path) -> None:
    text = BANK.replace("Panjshir is a valley", "Panjshir is a hill").replace("\n", "\r\n")
    assert places(checked(tmp_path, text).findings) == [("quote-not-found", 22, 12)]


def test_all_forbidden_characters_of_a_line_are_named_once(tmp_path: Path) -> None:
    result = checked(tmp_path, BANK.replace("A valley", "A \x1b[1m\x00valley\x1b"))
    assert places(result.findings) == [("forbidden-character", 19, 15)]
    assert "U+001B ESCAPE, U+0000 NUL" in result.findings[0].message
    assert "\x1b" not in result.findings[0].source


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    result = checked(tmp_path, BANK + "#" * MAX_BYTES)
    assert result.bank is None
    assert places(result.findings) == [("too-large", 1, 1)]


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    for text in ("", "\n\n", "# nothing yet\n"):
        result = checked(tmp_path, text)
        assert result.bank is None
        assert places(result.findings) == [("not-a-mapping", 1, 1)]
        assert result.findings[0].message == "The file is empty."


def test_a_file_that_is_not_there_or_no_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in ("lost.yaml", "folder.yaml", "pipe.yaml"):
        result = check_file(tmp_path / name, TODAY)
        assert result.bank is None
        assert places(result.findings) == [("unreadable-file", 1, 1)]
