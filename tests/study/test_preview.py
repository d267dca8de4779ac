from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.sample import BANK, TODAY, write
from tests.conftest import MORNING
from tui.banks.check import check_file
from tui.banks.following import Following
from tui.clock import FixedClock
from tui.kinds.verdict import Outcome
from tui.memory import Grade
from tui.study.preview import Preview
from tui.study.states import Asked, Shown

NAME = "sample.yaml"


class Writing:
    """A bank that is written, and its preview."""

    def __init__(self, folder: Path, text: str = BANK) -> None:
        self.folder = folder
        self.following = Following(write(folder, text), TODAY, NAME)
        self.preview = Preview(self.following.read(), NAME, FixedClock(MORNING))

    def save(self, text: str, draft: tuple[str, ...] = ()) -> Preview:
        write(self.folder, text)
        self.preview.take_in(self.following.read(), draft)
        return self.preview

    def check(self) -> Preview:
        findings = check_file(self.following.path, TODAY, NAME).findings
        self.preview.take_check(self.preview.bank.number, findings)
        return self.preview


@pytest.fixture
def writing(tmp_path: Path) -> Writing:
    return Writing(tmp_path)


def asked(preview: Preview) -> Asked:
    assert isinstance(preview.state, Asked)
    return preview.state


def shown(preview: Preview) -> Shown:
    assert isinstance(preview.state, Shown)
    return preview.state


def codes(preview: Preview) -> tuple[list[str], list[str]]:
    return [f.code for f in preview.here], [f.code for f in preview.others]


def test_a_question_is_put_as_it_would_be_asked(writing: Writing) -> None:
    put = asked(writing.preview)
    assert (put.ref, put.topic, put.place, put.of) == ("sample/leader-today", "The NRF", 1, 2)
    assert writing.preview.line == 9


def test_an_answer_is_graded_and_shown_with_its_proof(writing: Writing) -> None:
    preview = writing.preview
    preview.answer(("Ahmad Massoud",))
    found = shown(preview)
    assert found.verdict.outcome is Outcome.RIGHT
    assert found.review.grade is Grade.GOOD
    assert found.proof[0].source_title == "An article"
    preview.again()
    assert asked(preview).turn == 1
    preview.answer(("Nobody",))
    assert shown(preview).verdict.outcome is Outcome.WRONG


def test_places(writing: Writing) -> None:
    preview = writing.preview
    preview.turn_by(-1)
    assert preview.at == 1
    preview.turn_by(1)
    assert preview.at == 0
    assert preview.turn_to_line(16)
    assert preview.at == 1
    assert not preview.turn_to_line(2)
    assert not preview.turn_to_id("none")
    assert preview.turn_to_id("leader-today")
    assert preview.at == 0


def test_going_to_the_line_of_the_question_shown_keeps_what_was_tried(writing: Writing) -> None:
    preview = writing.preview
    preview.answer(("Nobody",))
    assert preview.turn_to_line(10)
    assert shown(preview).review.answer == ("Nobody",)


def test_a_save_shows_what_has_changed_and_keeps_what_is_typed(writing: Writing) -> None:
    preview = writing.save(BANK.replace("Who leads", "Who now leads"), ("Ahm",))
    assert asked(preview).question.prompt == "Who now leads the NRF?"
    assert asked(preview).draft == ("Ahm",)
    preview = writing.save(BANK.replace("What is", "What, then, is"), ("Ahm",))
    assert asked(preview).ref == "sample/leader-today"
    preview = writing.save(BANK.replace("What is", "What else is"), ("Ahm",))
    assert asked(preview).ref == "sample/valley"
    assert asked(preview).draft == ()


def test_a_kind_that_changes_is_put_anew(writing: Writing) -> None:
    writing.preview.answer(("x",))
    preview = writing.save(BANK.replace("kind: short", "kind: date").replace("Ahmad M", "1990 #"))
    assert asked(preview).question.kind == "date"


def test_a_question_that_moves_is_followed(writing: Writing) -> None:
    writing.preview.turn_by(1)
    preview = writing.save(BANK.replace("  article:", "  # the\n  # source\n  article:"))
    assert asked(preview).ref == "sample/valley"
    assert preview.line == 17


def test_complaints_are_shown_at_once_and_those_of_the_bank_when_it_is_checked(
    writing: Writing,
) -> None:
    text = BANK.replace("topic: nrf\n    prompt: Who", "topic: nfr\n    prompt: Who")
    text = text.replace("id: valley", "id: leader-today")
    preview = writing.save(text)
    assert not preview.is_checked
    assert codes(preview) == (["unknown-topic"], [])
    writing.check()
    assert preview.is_checked
    assert codes(preview) == (["unknown-topic"], ["duplicate-id"])
    preview.turn_by(1)
    assert codes(preview) == (["duplicate-id"], ["unknown-topic"])
    added = text.replace("id: valley", "id: leader-today").replace(
        "  article:", "  # x\n  article:"
    )
    preview = writing.save(added)
    assert codes(preview) == (["duplicate-id"], ["unknown-topic"])
    assert [found.line for found in (*preview.here, *preview.others)] == [16, 12]


def test_a_check_of_an_older_reading_is_left(writing: Writing) -> None:
    preview = writing.preview
    number = preview.bank.number
    writing.save(BANK.replace("Who leads", "Who, then, leads"))
    preview.take_check(number, ())
    assert not preview.is_checked


def test_a_fault_leaves_the_question_that_could_be_asked(writing: Writing) -> None:
    preview = writing.save(BANK.replace("kind: short", "kind: shrot"))
    assert preview.is_faulty
    assert preview.is_stale
    assert asked(preview).question.kind == "short"
    preview.answer(("Ahmad Massoud",))
    assert shown(preview).verdict.outcome is Outcome.RIGHT
    preview = writing.save(BANK)
    assert not preview.is_stale
    assert shown(preview).verdict.outcome is Outcome.RIGHT


def test_a_fault_in_another_question_shows_that_one_as_it_was(writing: Writing) -> None:
    preview = writing.save(BANK.replace("kind: choice", "kind: chioce"))
    assert preview.at == 1
    assert preview.is_stale
    assert asked(preview).ref == "sample/valley"


def test_a_question_that_never_could_be_asked(tmp_path: Path) -> None:
    preview = Writing(tmp_path, BANK.replace("kind: short", "kind: shrot")).preview
    assert preview.state is None
    assert preview.is_faulty
    assert not preview.is_stale
    preview.answer(("x",))
    preview.again()
    assert preview.state is None


def test_a_broken_file_leaves_all(writing: Writing) -> None:
    writing.preview.turn_by(1)
    writing.preview.answer(("A valley",))
    before = writing.preview.state
    preview = writing.save(BANK.replace("prompt: Who leads", "prompt: Who: leads"))
    assert preview.is_stale
    assert preview.state == before
    assert preview.line == 12
    assert preview.here == ()
    preview = writing.save(BANK)
    assert not preview.is_stale
    assert preview.state == before


def test_a_bank_without_questions_waits_for_one(tmp_path: Path) -> None:
    writing = Writing(tmp_path, BANK[: BANK.index("  - id: leader")])
    preview = writing.preview
    preview.turn_by(1)
    assert (preview.state, preview.single, preview.line) == (None, None, 1)
    preview = writing.save(BANK)
    assert asked(preview).ref == "sample/leader-today"
    assert writing.save(BANK[: BANK.index("  - id: leader")]).state is None


def test_a_draft_is_shown_as_well(writing: Writing) -> None:
    preview = writing.save(
        BANK.replace("    quote: Panjshir", "    draft: true\n    quote: Panjshir")
    )
    assert asked(preview).question.draft
    assert asked(preview).ref == "sample/valley"
