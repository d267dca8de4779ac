from __future__ import annotations

from pathlib import Path

from tests.banks.sample import BANK, TODAY, write
from tui.banks.following import Following


def at(folder: Path, text: str = BANK) -> Following:
    return Following(write(folder, text), TODAY, "sample.yaml")


def test_nothing_new_is_the_same_reading(tmp_path: Path) -> None:
    following = at(tmp_path)
    first = following.read()
    assert following.read() is first
    assert first.count == 2
    assert first.changed is None


def test_the_question_that_was_changed(tmp_path: Path) -> None:
    following = at(tmp_path)
    first = following.read()
    write(tmp_path, BANK.replace("What is Panjshir?", "What, then, is Panjshir?"))
    second = following.read()
    assert second.changed == 1
    assert second.number == first.number + 1
    question = second.question(1, "sample.yaml").question
    assert question is not None
    assert question.prompt == "What, then, is Panjshir?"


def test_a_change_of_the_bank_alone_is_in_no_question(tmp_path: Path) -> None:
    following = at(tmp_path)
    following.read()
    write(tmp_path, BANK.replace("title: A sample", "title: Another sample"))
    assert following.read().changed is None


def test_a_broken_file_leaves_what_was_read(tmp_path: Path) -> None:
    following = at(tmp_path)
    first = following.read()
    write(tmp_path, BANK.replace("prompt: Who leads the NRF?", "prompt: Who: leads?"))
    broken = following.read()
    assert [(found.code, found.line) for found in broken.trouble] == [("syntax", 12)]
    assert broken.outline is first.outline
    assert broken.question(0, "x").question == first.question(0, "x").question
    write(tmp_path)
    mended = following.read()
    assert mended.trouble == ()
    assert mended.number == broken.number + 1
    assert mended.changed is None


def test_a_file_that_goes_and_comes_back(tmp_path: Path) -> None:
    following = at(tmp_path)
    following.read()
    following.path.unlink()
    gone = following.read()
    assert [found.code for found in gone.trouble] == ["unreadable-file"]
    assert following.read() is gone
    write(tmp_path, BANK.replace("A valley", "The valley"))
    back = following.read()
    assert (back.trouble, back.changed) == ((), 1)


def test_a_source_that_changes_is_read_again(tmp_path: Path) -> None:
    following = at(tmp_path)
    first = following.read()
    assert following.files() == (
        tmp_path / "sample.yaml",
        tmp_path / "sources" / "article.txt",
    )
    (tmp_path / "sources" / "article.txt").write_text("Another text.\n")
    second = following.read()
    assert second.changed is None
    assert [found.code for found in second.question(0, "x").findings] == ["quote-not-found"]
    assert first.question(0, "x").findings == ()


def test_a_file_that_never_could_be_read(tmp_path: Path) -> None:
    following = at(tmp_path, "]")
    broken = following.read()
    assert broken.outline is None
    assert broken.count == 0
    assert [found.code for found in broken.trouble] == ["syntax"]


def test_every_question_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    following = Following(write(tmp_path), TODAY, "sample.yaml")
    following.read()
    write(tmp_path, BANK.replace("kind: short", "kind short").replace("A valley", "[A valley"))
    broken = following.read()
    assert [(found.code, found.line) for found in broken.trouble] == [
        ("syntax", 10),
        ("syntax", 19),
    ]
    assert broken.count == 2
