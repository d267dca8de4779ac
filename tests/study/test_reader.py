from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import HandClock, counted_ids
from tui.study.desk import Desk, open_desk
from tui.study.errors import StudyError
from tui.study.folder import StudyFolder
from tui.study.opening import ask_about, undo_last
from tui.study.reader import (
    LONGEST_BLOCK,
    OpenSource,
    Tally,
    blocks,
    read_source,
    source_row,
    sources,
)
from tui.study.states import Asked, Finished


def opened(desk: Desk) -> OpenSource:
    (listed,) = sources(desk)
    return read_source(desk, listed.row)


def quoted(source: OpenSource) -> dict[str, str]:
    """The text of each passage, by its questions."""
    return {
        " ".join(ref.removeprefix("indus/") for ref in p.refs): source.text[p.first : p.last]
        for p in source.passages
    }


def text_of(folder: StudyFolder) -> Path:
    return folder.banks / "sources" / "river.txt"


def test_passages_stand_where_they_are_quoted(desk: Desk, folder: StudyFolder) -> None:
    source = opened(desk)
    assert source.at_hand
    assert source.text == text_of(folder).read_text(encoding="utf-8")
    found = quoted(source)
    assert found["source-lake"] == "The Indus rises near Lake Mansarovar in Tibet"
    assert found["treaty-essay signed-on"] == (
        "The Indus Waters Treaty was signed in Karachi on 19 September 1960"
    )
    assert found["eastern-to treaty-split"] == (
        "It gave the eastern rivers to India and the western rivers to Pakistan."
    )
    assert len(source.passages) == 12


def test_notes_stand_with_their_passage_and_only_once(desk: Desk, folder: StudyFolder) -> None:
    bank = folder.banks / "indus.yaml"
    text = bank.read_text(encoding="utf-8")
    kind = "id: dams-in-order\n"
    bank.write_text(text.replace(kind, f"{kind}    note: Three.\n"), encoding="utf-8")
    desk.index.refresh()
    source = opened(desk)
    notes = {p.refs: said for p, said in zip(source.passages, source.notes, strict=True) if said}
    assert notes == {
        ("indus/broker",): ("Its president was Eugene Black.",),
        ("indus/dams-in-order",): ("Three.",),
    }
    assert [said for said in source.notes if said].count(("Three.",)) == 1


def test_states_follow_the_answers(desk: Desk, clock: HandClock) -> None:
    assert opened(desk).tally == Tally(firm=0, slipping=0, unseen=11)
    (listed,) = sources(desk)
    assert listed.tally == Tally(0, 0, 11)
    session = ask_about(desk, ["indus/broker", "indus/eastern-to"])
    session.answer(("The World Bank",), 5)
    session.go_on()
    session.answer(("true",), 5)
    source = opened(desk)
    assert source.states["indus/broker"] == "firm"
    assert source.tally == Tally(2, 0, 9)
    clock.pass_(days=40)
    again = read_source(desk, source.row, source)
    assert again.tally == Tally(0, 2, 9)
    assert again.passages is source.passages


def test_what_was_missed_today_slips_until_tomorrow(desk: Desk, clock: HandClock) -> None:
    session = ask_about(desk, ["indus/eastern-to", "indus/broker"])
    session.answer(("false",), 5)
    session.go_on()
    session.answer(("The World Bank",), 5)
    session.go_on()
    assert opened(desk).states["indus/eastern-to"] == "slipping"
    assert opened(desk).states["indus/broker"] == "firm"
    session.answer(("true",), 5)
    assert opened(desk).states["indus/eastern-to"] == "slipping"
    clock.pass_(days=1)
    session = ask_about(desk, ["indus/eastern-to"])
    session.answer(("true",), 5)
    assert opened(desk).states["indus/eastern-to"] == "firm"


def test_a_session_of_chosen_questions_asks_these_and_no_others(desk: Desk) -> None:
    session = ask_about(desk, ["indus/eastern-to", "indus/broker"])
    assert isinstance(session.state, Asked)
    assert (session.state.ref, session.state.of) == ("indus/eastern-to", 2)
    session.answer(("true",), 5)
    session.go_on()
    assert isinstance(session.state, Asked)
    assert session.state.ref == "indus/broker"
    session.answer(("The World Bank",), 5)
    state = session.go_on()
    assert isinstance(state, Finished)
    assert not state.summary.more
    session.end()
    back = undo_last(desk)
    assert back is not None
    assert isinstance(back.state, Asked)
    assert back.state.ref == "indus/broker"
    back.answer(("The World Bank",), 5)
    assert isinstance(back.go_on(), Finished)


def test_a_missed_question_comes_once_more(desk: Desk) -> None:
    session = ask_about(desk, ["indus/eastern-to"])
    session.answer(("false",), 5)
    state = session.go_on()
    assert isinstance(state, Asked)
    assert state.again


def test_without_its_text_a_source_is_its_quotes(folder: StudyFolder, clock: HandClock) -> None:
    bank = folder.banks / "indus.yaml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("redistribute: true", "redistribute: false"), encoding="utf-8")
    text_of(folder).unlink()
    with open_desk(folder, clock, counted_ids()) as desk:
        source = opened(desk)
    assert not source.at_hand
    assert source.tally.all == 11
    found = quoted(source)
    assert found["source-lake"] == "The Indus rises near Lake Mansarovar in Tibet"
    assert found["eastern-to"] == "It gave the eastern rivers to India"
    assert len(source.blocks) == len(source.passages) == 14


def test_a_text_that_changed_meanwhile_is_not_shaded_wrongly(
    desk: Desk, folder: StudyFolder
) -> None:
    (listed,) = sources(desk)
    text = text_of(folder).read_text(encoding="utf-8")
    text_of(folder).write_text(f"A new line.\n{text}", encoding="utf-8")
    # The index has not been brought up to date since.
    source = read_source(desk, listed.row)
    assert not source.at_hand
    assert "The Indus rises near Lake Mansarovar in Tibet" in quoted(source).values()
    desk.index.refresh()
    again = read_source(desk, listed.row, source)
    assert again.at_hand
    assert again.text.startswith("A new line.")
    assert quoted(again)["source-lake"] == "The Indus rises near Lake Mansarovar in Tibet"


def test_a_source_that_nobody_quotes_any_more(desk: Desk, folder: StudyFolder) -> None:
    (listed,) = sources(desk)
    (folder.banks / "indus.yaml").unlink()
    desk.index.refresh()
    with pytest.raises(StudyError, match=r"No question quotes “The Indus” any more\."):
        read_source(desk, listed.row)
    assert sources(desk) == ()


def test_the_source_of_a_question(desk: Desk) -> None:
    row = source_row(desk, "indus/broker")
    assert row is not None
    assert (row.id, row.title, row.bank_title) == ("river", "The Indus", "The Indus and its treaty")
    assert source_row(desk, "indus/no-such") is None


def test_an_answer_to_another_key_counts_as_unseen(
    desk: Desk, folder: StudyFolder, clock: HandClock
) -> None:
    session = ask_about(desk, ["indus/broker"])
    session.answer(("The World Bank",), 5)
    session.end()
    bank = folder.banks / "indus.yaml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("answer: The World Bank", "answer: A bank"), encoding="utf-8")
    clock.moment += timedelta(hours=1)
    desk.index.refresh()
    assert opened(desk).states["indus/broker"] == "unseen"


@given(st.text(alphabet="ab .\n", max_size=60), st.integers(0, 3))
def test_blocks_are_in_order_and_leave_out_only_white_space(text: str, times: int) -> None:
    text = (text + "word " * 50) * (times * 20) if times else text
    found = blocks(text)
    at = 0
    for first, last in found:
        assert at <= first < last <= len(text)
        assert last - first <= LONGEST_BLOCK
        assert not text[at:first].strip()
        assert text[first:last].strip()
        at = last
    assert not text[at:].strip()


def test_a_long_word_is_cut_too() -> None:
    assert blocks("x" * (LONGEST_BLOCK + 1)) == (
        (0, LONGEST_BLOCK),
        (LONGEST_BLOCK, LONGEST_BLOCK + 1),
    )
