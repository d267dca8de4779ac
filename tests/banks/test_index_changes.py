"""An index says what the banks say now, whatever became of them and of its cache."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from tests.banks.conftest import OTHER, Opener
from tests.banks.generated import generated_bank, generated_source
from tests.banks.sample import BANK, TODAY, write
from tui.banks.folder import BanksError
from tui.banks.index import Index, open_index


def test_a_change_is_taken_in_by_refresh(opened: Opener, banks: Path) -> None:
    index = opened()
    assert not index.refresh()
    (banks / "sample.yaml").write_text(BANK.replace("A valley", "A long valley"))
    assert index.refresh()
    question = index.question("sample/valley")
    assert question is not None
    assert question.right_answer() == "A long valley"
    assert not index.refresh()


def test_a_change_is_taken_in_when_opened_again(opened: Opener, banks: Path) -> None:
    opened().close()
    (banks / "sample.yaml").write_text(BANK.replace("id: valley", "id: panjshir"))
    assert opened().refs() == ["sample/leader-today", "sample/panjshir"]


def test_only_what_changed_is_compiled(opened: Opener, banks: Path) -> None:
    index = opened()
    (banks / "other.yaml").write_text(OTHER)
    unchanged = row_ids(index, "sample")
    assert index.refresh()
    assert row_ids(index, "sample") == unchanged


def row_ids(index: Index, bank: str) -> list[tuple[int]]:
    assert index.path is not None
    with sqlite3.connect(index.path) as connection:
        found = connection.execute("SELECT id FROM question WHERE bank = ?", (bank,)).fetchall()
    connection.close()
    return found


def test_a_changed_source_is_a_change(opened: Opener, banks: Path) -> None:
    index = opened()
    (banks / "sources" / "article.txt").write_text("Panjshir is a valley.\n")
    assert index.refresh()
    assert index.refs() == ["sample/valley"]
    assert [found.code for found in index.findings()] == ["quote-not-found"]


def test_a_deleted_bank_goes(opened: Opener, banks: Path) -> None:
    write(banks, OTHER, "other.yaml")
    index = opened()
    (banks / "sample.yaml").unlink()
    assert index.refresh()
    assert index.refs() == ["other/leader-today", "other/valley"]
    assert [bank.id for bank in index.banks()] == ["other"]


def test_an_unreadable_bank_leaves_the_questions_it_had(opened: Opener, banks: Path) -> None:
    index = opened()
    (banks / "sample.yaml").write_text(BANK + "  - id: [\n")
    assert index.refresh()
    assert index.refs() == ["sample/leader-today", "sample/valley"]
    assert [found.code for found in index.findings()] == ["syntax"]
    assert index.faults() == ["sample.yaml has 1 error: see cssprep bank check."]
    (banks / "sample.yaml").write_text(BANK)
    assert index.refresh()
    assert index.findings() == []


def test_a_faulty_question_is_left_out(opened: Opener, banks: Path) -> None:
    index = opened()
    (banks / "sample.yaml").write_text(BANK.replace("kind: short", "kind: shrot"))
    assert index.refresh()
    assert index.refs() == ["sample/valley"]


def test_a_question_that_expires_overnight_is_found(opened: Opener, banks: Path) -> None:
    text = BANK.replace("    kind: short", "    expires: 2026-01\n    kind: short")
    (banks / "sample.yaml").write_text(text)
    index = opened()
    assert index.findings() == []
    assert not index.refresh(date(2026, 1, 31))
    assert index.refresh(date(2026, 2, 1))
    assert [found.code for found in index.findings()] == ["expired"]
    assert index.refresh(date(2026, 1, 31))
    assert index.findings() == []


def test_of_two_banks_with_one_id_the_first_by_name_counts(opened: Opener, banks: Path) -> None:
    index = opened()
    write(banks, BANK.replace("id: valley", "id: panjshir"), "a.yaml")
    assert index.refresh()
    assert index.refs() == ["sample/leader-today", "sample/panjshir"]
    assert [found.code for found in index.findings()] == ["duplicate-bank"]
    (banks / "a.yaml").unlink()
    assert index.refresh()
    assert index.refs() == ["sample/leader-today", "sample/valley"]
    assert index.findings() == []


def test_a_bank_moved_to_another_file_keeps_its_questions(opened: Opener, banks: Path) -> None:
    index = opened()
    (banks / "sample.yaml").rename(banks / "renamed.yaml")
    assert index.refresh()
    assert index.place("sample/valley") == (banks / "renamed.yaml", 15)


def test_banks_that_exchange_their_ids_both_count(opened: Opener, banks: Path) -> None:
    write(banks, OTHER, "other.yaml")
    index = opened()
    write(banks, OTHER, "sample.yaml")
    write(banks, BANK, "other.yaml")
    assert index.refresh()
    assert len(index.refs()) == 4
    assert index.place("sample/valley") == (banks / "other.yaml", 15)


# The cache


def test_the_cache_may_be_anything_and_is_made_anew(opened: Opener, banks: Path) -> None:
    first = opened()
    assert first.path is not None
    first.close()
    for rubbish in (
        b"",
        b"no database at all" * 100,
        first.path.read_bytes()[:8192] + b"\xff" * 8192,
    ):
        first.path.write_bytes(rubbish)
        index = opened()
        assert len(index.refs()) == 2
        assert index.path is not None
        index.close()


def test_a_cache_spoilt_while_in_use_is_made_anew(opened: Opener) -> None:
    index = opened()
    assert index.path is not None
    with sqlite3.connect(index.path) as connection:
        connection.execute("DROP TABLE body")
    connection.close()
    assert index.question("sample/valley") is not None
    assert len(index.refs()) == 2


def test_a_cache_of_another_layout_is_made_anew(opened: Opener) -> None:
    index = opened()
    assert index.path is not None
    index.close()
    with sqlite3.connect(index.path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert len(opened().refs()) == 2


def test_code_that_has_changed_compiles_anew(opened: Opener) -> None:
    index = opened()
    assert index.path is not None
    with sqlite3.connect(index.path) as connection:
        connection.execute("UPDATE code SET stamp = 'older'")
        connection.execute("DELETE FROM question")
    connection.close()
    assert len(opened().refs()) == 2


def test_where_no_cache_can_be_written_memory_does(banks: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    index = open_index(banks, tmp_path / "file" / "cache", TODAY)
    assert index.path is None
    assert len(index.refs()) == 2
    (banks / "sample.yaml").write_text(BANK.replace("id: valley", "id: panjshir"))
    assert index.refresh()
    assert index.refs() == ["sample/leader-today", "sample/panjshir"]
    index.close()


def test_two_indexes_share_a_cache(opened: Opener, banks: Path) -> None:
    first, second = opened(), opened()
    (banks / "sample.yaml").write_text(BANK.replace("id: valley", "id: panjshir"))
    assert first.refresh()
    assert not second.refresh()
    assert second.refs() == ["sample/leader-today", "sample/panjshir"]


def test_an_index_may_be_read_while_another_thread_refreshes_it(
    opened: Opener, banks: Path
) -> None:
    index = opened()
    seen: list[int] = []

    def read() -> None:
        for _ in range(200):
            seen.append(len(index.refs()))
            assert index.question("sample/leader-today") is not None

    threads = [Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(5):
        (banks / "sample.yaml").write_text(BANK.replace("A valley", f"Valley {number}"))
        index.refresh()
    for thread in threads:
        thread.join()
    assert set(seen) == {2}
    assert len(seen) == 600


def test_large_banks_are_compiled_in_a_process_of_their_own(opened: Opener, banks: Path) -> None:
    (banks / "sources" / "generated.txt").write_text(generated_source(800))
    (banks / "generated.yaml").write_text(generated_bank(800))
    index = opened()
    assert len(index.refs()) == 802
    assert index.faults() == []
    question = index.question("generated/question-799")
    assert question is not None
    assert len(index.passages("generated/question-799")) == 1


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BanksError, match="There is no folder"):
        open_index(tmp_path / "lost", tmp_path / "cache", TODAY)


def test_an_empty_folder_has_no_questions(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    index = open_index(tmp_path / "empty", tmp_path / "cache", TODAY)
    assert index.refs() == []
    assert index.banks() == []
    assert index.topics() == {}
    index.close()


def test_a_cache_that_another_process_replaced_is_followed(opened: Opener, banks: Path) -> None:
    index = opened()
    assert index.path is not None
    for end in ("", "-wal", "-shm"):
        Path(f"{index.path}{end}").unlink(missing_ok=True)
    opened()
    (banks / "sample.yaml").write_text(BANK.replace("id: valley", "id: panjshir"))
    assert index.refresh()
    assert index.refs() == ["sample/leader-today", "sample/panjshir"]
