"""Files that are no banks, or that would exhaust a careless reader: a sentence for each."""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path

import pytest

from tests.banks.sample import BANK, TODAY, checked, places
from tests.cli.run import cssprep
from tui.banks.check import check_file
from tui.banks.finding import Finding
from tui.banks.limits import MAX_BYTES, MAX_ENTRIES, MAX_FIELDS, MAX_QUESTIONS, MAX_TEXT
from tui.banks.render import render
from tui.banks.text_file import MOST_LINES

ANSWER = "answer: A valley"


def single(folder: Path, content: str | bytes) -> Finding:
    result = checked(folder, content)
    (found,) = result.findings
    assert found.help
    assert len(render("full", [found])) < 2_000
    return found


NO_BANKS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "The file is empty."),
    "white space": (b"  \n\n   \n", "The file is empty."),
    "a byte order mark": (b"\xef\xbb\xbf", "The file is empty."),
    "comments": (b"# format: 1\n# bank: x\n", "The file is empty."),
    "a document of nothing": (b"---\n", "The file does not begin with the fields of a bank."),
    "an end": (b"...\n", "A text is missing before this."),
    "tabs": (b"\t\n", "A tab stands here; lines are indented with spaces."),
    "JSON list": (
        b'[{"question": "Who?", "answer": "He"}]',
        "The file does not begin with the fields of a bank.",
    ),
    "CSV": (
        b'id,kind,prompt\na,short,"Who, me?"\n',
        "The file does not begin with the fields of a bank.",
    ),
    "CSV with colons": (
        b"id,kind,prompt\na,short,Who: me?\nb,short,You\n",
        "The file does not begin with the fields of a bank.",
    ),
    "prose": (
        b"K2 is high.\nIt is in Pakistan.\n",
        "The file does not begin with the fields of a bank.",
    ),
    "HTML": (
        b"<!DOCTYPE html>\n<p>a: b</p>\n",
        "The file does not begin with the fields of a bank.",
    ),
    "Word": (
        b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)) * 20,
        "This is a Word or Excel document or another packed file, not a plain text.",
    ),
    "old Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        "This is an old Word or Excel document, not a plain text.",
    ),
    "Rich Text": (
        b"{\\rtf1\\ansi format: 1}",
        "This is a document in Rich Text Format, not a plain text.",
    ),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "This is a PDF, not a plain text."),
    "noise": (bytes(range(256)) * 40, "This is data of some other program, not a plain text."),
    "UTF-16": (BANK.encode("utf-16"), "The file is written in UTF-16."),
    "UTF-16 without a mark": (
        BANK.encode("utf-16-le"),
        "This is data of some other program, not a plain text.",
    ),
    "huge": (BANK.encode() + b"#" * MAX_BYTES, "The file is larger than 16 MiB."),
    "line breaks": (b"\n" * 10_000_000, "The file is empty."),
}


@pytest.mark.parametrize("name", NO_BANKS)
def test_what_is_no_bank_gets_one_sentence(name: str, tmp_path: Path) -> None:
    content, message = NO_BANKS[name]
    found = single(tmp_path, content)
    assert (found.message, found.line) == (message, 1)


def test_json_is_a_bank_like_any_other(tmp_path: Path) -> None:
    text = json.dumps(
        {
            "format": 1,
            "bank": "sample",
            "title": "A sample",
            "sources": {"article": {"title": "An article", "file": "sources/article.txt"}},
            "topics": {"nrf": {"title": "The NRF"}},
            "questions": [
                {
                    "id": "leader",
                    "kind": "short",
                    "topic": "nrf",
                    "prompt": "Who leads the NRF?",
                    "answer": "Ahmad Massoud",
                    "quote": "his son, Ahmed Massoud, is leading the NRF",
                }
            ],
        },
        indent=1,
    )
    assert checked(tmp_path, text).findings == ()
    assert single(tmp_path, text.replace('"short"', '"shrot"')).line == 19


def test_a_nul_byte_is_told_where_it_is(tmp_path: Path) -> None:
    found = single(tmp_path, BANK.replace("A valley", "A\0valley"))
    assert (found.code, found.line, found.column) == ("forbidden-character", 19, 14)
    assert "U+0000 NUL" in found.message


def test_a_letter_in_latin_1_is_told_where_it_is_and_which_it_was(tmp_path: Path) -> None:
    text = BANK.replace("quote: Panjshir is a valley", "quote: Panjshir is à valley")
    found = single(tmp_path, text.encode("latin-1"))
    assert (found.code, found.line, found.column) == ("not-utf-8", 22, 24)
    assert found.message == "The byte 0xE0 (“à” in Windows-1252) on this line is not UTF-8."


def test_a_whole_file_in_latin_1_is_one_finding(tmp_path: Path) -> None:
    found = single(tmp_path, BANK.encode() + b"# caf\xe9\n" * (MOST_LINES + 1))
    assert (found.code, found.line, found.column) == ("not-utf-8", 23, 6)
    assert f"nor are {MOST_LINES} more lines" in found.message


def test_forbidden_characters_on_every_line_are_one_finding(tmp_path: Path) -> None:
    found = single(tmp_path, BANK + "# \u200f\n" * (MOST_LINES + 1))
    assert (found.code, found.line, found.column) == ("forbidden-character", 23, 3)


def test_two_byte_order_marks_are_one_too_many(tmp_path: Path) -> None:
    assert single(tmp_path, b"\xef\xbb\xbf" * 2 + BANK.encode()).code == "forbidden-character"


@pytest.mark.parametrize(
    ("deep", "column"),
    [("[" * 100_000, 26), ("{a: " * 50_000, 65), ("[" * 50_000 + "]" * 50_000, 26)],
)
def test_brackets_without_end_are_too_deep(deep: str, column: int, tmp_path: Path) -> None:
    found = single(tmp_path, BANK.replace(ANSWER, f"answer: {deep}"))
    assert (found.code, found.line, found.column) == ("too-deep", 19, column)


def test_blocks_without_end_are_too_deep(tmp_path: Path) -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(2_000))
    assert single(tmp_path, text).code == "too-deep"


def test_a_billion_laughs_are_never_laughed(tmp_path: Path) -> None:
    names = "abcdefghij"
    lines = [f"{names[0]}: &{names[0]} [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    codes = [code for code, _, _ in places(checked(tmp_path, "\n".join(lines)).findings)]
    assert codes.count("anchor") == 10
    assert codes.count("alias") == 81


LONG = "tower " * 1_000_000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What is Panjshir?", LONG),
        (ANSWER, f"answer: {LONG}"),
        ("quote: Panjshir is a valley", f"quote: {LONG}"),
        ("A river of that name runs through it.", LONG),
        ("      A river: A", f"      ? {LONG}\n      : A"),
        (ANSWER, f'{ANSWER}\n    note: "{LONG}"'),
    ],
)
def test_a_text_of_megabytes_is_too_large(old: str, new: str, tmp_path: Path) -> None:
    found = single(tmp_path, BANK.replace(old, new))
    assert found.code == "too-large"
    assert "has 5,999,99" in found.message or "has 6,000,000" in found.message


def test_a_text_may_be_as_long_as_is_allowed(tmp_path: Path) -> None:
    note = "x" * MAX_TEXT
    assert checked(tmp_path, BANK.replace(ANSWER, f"{ANSWER}\n    note: {note}")).findings == ()
    assert (
        single(tmp_path, BANK.replace(ANSWER, f"{ANSWER}\n    note: {note}x")).code == "too-large"
    )


def test_a_key_without_end_is_no_field(tmp_path: Path) -> None:
    text = BANK.replace("    answer: A valley\n", f"    {'k' * 1_000_000}: x\n    {ANSWER}\n")
    assert (single(tmp_path, text).code, single(tmp_path, text).line) == ("syntax", 19)


def test_a_list_of_a_million_is_cut(tmp_path: Path) -> None:
    found = single(tmp_path, BANK.replace(ANSWER, f"{ANSWER}\n    tags: [{'a, ' * 1_000_000}]"))
    assert (found.code, found.line) == ("too-large", 20)
    assert f"more than {MAX_ENTRIES} entries" in found.message


def test_a_mapping_of_thousands_is_cut(tmp_path: Path) -> None:
    wrong = "".join(f"      wrong {n}: no\n" for n in range(100_000))
    found = single(tmp_path, BANK.replace("    mistakes:\n", f"    mistakes:\n{wrong}"))
    assert (found.code, found.line) == ("too-large", 21 + MAX_ENTRIES)


def test_a_million_questions_are_too_many(tmp_path: Path) -> None:
    found = single(tmp_path, BANK + "  - a\n" * 1_000_000)
    assert (found.code, found.line) == ("too-large", 23 + MAX_QUESTIONS - 2)


def test_a_million_fields_are_too_many(tmp_path: Path) -> None:
    result = checked(tmp_path, "a: b\n" * 1_000_000)
    assert result.bank is None
    assert places(result.findings)[-1] == ("too-large", MAX_FIELDS + 1, 1)


@pytest.fixture
def oddities(tmp_path: Path) -> Path:
    folder = tmp_path / "question_banks"
    folder.mkdir()
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "round.yaml").symlink_to("trip.yaml")
    (folder / "trip.yaml").symlink_to("round.yaml")
    (folder / "nowhere.yaml").symlink_to("lost.yaml")
    (folder / "word.yaml").write_bytes(b"PK\x03\x04" + bytes(1_000))
    return folder


ODD = {
    "folder": "This is a folder, not a text.",
    "pipe": "This is no file, not a text.",
    "round": "The file can't be read: it is a symbolic link that leads back to itself.",
    "trip": "The file can't be read: it is a symbolic link that leads back to itself.",
    "nowhere": "The file can't be read: no such file or directory.",
    "word": "This is a Word or Excel document or another packed file, not a plain text.",
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_no_file_gets_one_sentence(name: str, oddities: Path) -> None:
    (found,) = check_file(oddities / f"{name}.yaml", TODAY).findings
    assert (found.code, found.message) == ("unreadable-file", ODD[name])
    assert found.help


def test_the_command_survives_a_folder_of_them(oddities: Path) -> None:
    done = cssprep("bank", "check", str(oddities), "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    told = {Path(each["path"]).stem: each["message"] for each in json.loads(done.stdout)}
    assert told == ODD


@pytest.mark.parametrize("name", ODD)
def test_the_command_survives_each_of_them(name: str, oddities: Path) -> None:
    done = cssprep("bank", "check", str(oddities / f"{name}.yaml"))
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stdout + done.stderr


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(BANK, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        # Root may read everything; a folder that is a file can't be looked into by anybody.
        path = path / "bank.yaml"
    (found,) = check_file(path, TODAY).findings
    assert found.code == "unreadable-file"
    assert found.help
