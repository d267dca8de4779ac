from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tui.banks.limits import MAX_BYTES
from tui.banks.starting.article import read_article
from tui.fault import Fault


def write(folder: Path, content: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_text_is_kept_to_the_byte(tmp_path: Path) -> None:
    content = "A title.\r\n\r\nIt’s  text.\n\n".encode()
    article = read_article(write(tmp_path, content))
    assert article.content == content
    assert article.sha256 == hashlib.sha256(content).hexdigest()
    assert article.known == {"title": "A title"}


def test_markdown_becomes_text(tmp_path: Path) -> None:
    content = b"---\nauthor: B\n---\n# *A* title\n\nSome **text**.\n"
    article = read_article(write(tmp_path, content, "a.md"))
    assert article.text == "# A title\n\nSome text.\n"
    assert article.known == {"author": "B", "title": "A title"}
    assert article.was_markdown


def test_characters_that_act_on_a_terminal_are_left_out(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "\ufeffA\u202e title\x1b\x0c\nText\n".encode()))
    assert (article.text, article.left_out) == ("A title\nText\n", 3)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "holds no text"),
        (b" \n123\n", "holds no text"),
        ("Text\nMüller\n".encode("latin-1"), "line 2"),
        ("Text".encode("utf-16"), "UTF-16"),
        (b"x" * (MAX_BYTES + 1), "larger than 16 MiB"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(Fault, match=told):
        read_article(write(tmp_path, content))


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="no file"):
        read_article(tmp_path / "a.txt")
    with pytest.raises(Fault, match="not a file"):
        read_article(tmp_path)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("NOTICE\nScholarships for 2027\n", "Scholarships for 2027"),
        ("NOTICE\n", "NOTICE"),
        ("THE NOTICE\nScholarships\n", "THE NOTICE"),
    ],
)
def test_a_word_in_capitals_is_no_title(tmp_path: Path, text: str, title: str) -> None:
    assert read_article(write(tmp_path, text.encode())).known == {"title": title}
