from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.banks.sample import BANK, TODAY, checked, places, write
from tests.banks.test_broken import FIVE
from tui.banks.check import check_file, check_folder
from tui.banks.folder import BanksError
from tui.banks.rows import Topic


def ids(folder: Path, text: str) -> list[str]:
    bank = checked(folder, text).bank
    assert bank is not None
    return [question.id for question in bank.questions]


def test_a_faulty_question_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    assert ids(tmp_path, BANK.replace("kind: short", "kind: shrot")) == ["valley"]
    assert ids(tmp_path, BANK.replace("A river:", "A \x1b[1mriver:")) == ["leader-today"]
    assert ids(tmp_path, FIVE) == []


def test_of_two_questions_with_one_id_the_first_stays(tmp_path: Path) -> None:
    result = checked(tmp_path, BANK.replace("id: valley", "id: leader-today"))
    assert result.bank is not None
    assert [question.kind for question in result.bank.questions] == ["short"]


def test_a_warning_takes_nothing_away(tmp_path: Path) -> None:
    text = BANK.replace("    kind: short", "    expires: 2020\n    kind: short")
    assert ids(tmp_path, text) == ["leader-today", "valley"]


def test_a_fault_in_the_banks_own_fields_takes_no_question_away(tmp_path: Path) -> None:
    result = checked(
        tmp_path, BANK.replace("title: A sample\n", "").replace("{title: The NRF}", "{}")
    )
    assert result.bank is not None
    assert len(result.bank.questions) == 2
    assert result.bank.title == "sample"
    assert result.bank.topics == {"nrf": Topic("nrf", "nrf")}


@pytest.mark.parametrize(
    "text",
    [
        BANK.replace("bank: sample\n", ""),
        BANK.replace("bank: sample", "bank: A sample"),
        BANK.replace("format: 1", "format: 2"),
        BANK.replace("A sample", '"A sample'),
        "",
    ],
)
def test_without_an_id_or_when_unreadable_there_is_no_bank(text: str, tmp_path: Path) -> None:
    result = checked(tmp_path, text)
    assert result.bank is None
    assert len(result.findings) == 1


def test_every_field_of_the_bank_is_read(tmp_path: Path) -> None:
    head = "language: en\nlicence: CC0-1.0\nas_of: 2025-11\nretired: [gone]\n"
    text = head + BANK.replace("{title: The NRF}", "{title: The NRF, papers: [a, b], weight: 2.5}")
    bank = checked(tmp_path, text).bank
    assert bank is not None
    assert (bank.id, bank.title, bank.path) == ("sample", "A sample", "sample.yaml")
    assert (bank.language, bank.licence, bank.as_of) == ("en", "CC0-1.0", "2025-11")
    assert bank.retired == ("gone",)
    assert bank.topics == {"nrf": Topic("nrf", "The NRF", ("a", "b"), 2.5)}
    assert bank.sources["article"].file == "sources/article.txt"
    assert bank.lines == {"leader-today": 13, "valley": 19}


def test_fields_may_follow_the_questions(tmp_path: Path) -> None:
    head, questions = BANK.split("questions:\n")
    assert ids(tmp_path, f"questions:\n{questions}{head}") == ["leader-today", "valley"]


def test_a_bank_without_questions_says_so(tmp_path: Path) -> None:
    text = BANK.split("questions:\n")[0] + "questions: []\n"
    codes = [code for code, _, _ in places(checked(tmp_path, text).findings)]
    assert codes == ["too-few"]


def test_banks_of_a_folder_are_checked_by_name(tmp_path: Path) -> None:
    write(tmp_path, BANK, "b.yaml")
    write(tmp_path, BANK.replace("bank: sample", "bank: other"), "a.yml")
    write(tmp_path, "not a bank", ".hidden.yaml")
    write(tmp_path, "not a bank", "notes.txt")
    results = check_folder(tmp_path, TODAY)
    assert [result.bank.id for result in results if result.bank] == ["other", "sample"]
    assert [result.path for result in results] == [
        str(tmp_path / "a.yml"),
        str(tmp_path / "b.yaml"),
    ]


def test_of_two_banks_with_one_id_the_second_is_at_fault(tmp_path: Path) -> None:
    write(tmp_path, BANK, "a.yaml")
    write(tmp_path, BANK, "b.yaml")
    first, second = check_folder(tmp_path, TODAY)
    assert first.findings == ()
    assert second.bank is None
    assert places(second.findings) == [("duplicate-bank", 2, 7)]
    assert "a.yaml" in second.findings[0].message


def test_a_folder_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BanksError, match="There is no folder"):
        check_folder(tmp_path / "lost", TODAY)
    path = write(tmp_path)
    with pytest.raises(BanksError, match="is not a folder"):
        check_folder(path, TODAY)


def test_a_folder_without_banks_has_none(tmp_path: Path) -> None:
    assert check_folder(tmp_path, TODAY) == ()


lines = BANK.splitlines(keepends=True)


@given(st.data())
def test_whatever_lines_are_lost_doubled_or_swapped_there_is_no_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    changed = list(lines)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(changed) - 1))
        other = data.draw(st.integers(0, len(changed) - 1))
        what = data.draw(st.sampled_from(["lose", "double", "swap", "indent"]))
        if what == "lose":
            del changed[place]
        elif what == "double":
            changed.insert(other, changed[place])
        elif what == "swap":
            changed[place], changed[other] = changed[other], changed[place]
        else:
            changed[place] = "  " + changed[place]
    folder = tmp_path_factory.getbasetemp() / "changed"
    path = write(folder, "".join(changed))
    result = check_file(path, TODAY)
    if len(result.bank.questions if result.bank else ()) < 2:
        assert result.findings
