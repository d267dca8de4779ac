from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tui.clock import today
from tui.memory import Grade
from tui.progress import memories
from tui.schedule.forgetting import retrievability
from tui.study.desk import Desk
from tui.study.standing import Standing, standings

CHOICE = {
    "kind": "choice",
    "mistakes": "{Wrong one: It is not., Wrong two: It is not., Wrong three: It is not.}",
}
TOPICS = ["heavy: {title: Heavy, weight: 3}", "light: {title: Light}", "empty: {title: Empty}"]


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    questions = [
        question("one", "heavy", marks="3"),
        question("two", "heavy"),
        question("three", "heavy"),
        question("four", "light", **CHOICE),
        question("five", "light"),
    ]
    write_bank(tmp_path / "question_banks", "a", TOPICS, questions)
    with desk_at(tmp_path, clock) as opened:
        yield opened


def rows(desk: Desk) -> dict[str, Standing]:
    return {row.ref.partition("/")[2]: row for row in standings(desk).rows}


def test_a_topics_weight_is_divided_among_its_questions_by_their_marks(desk: Desk) -> None:
    found = rows(desk)
    assert [found[name].weight for name in ("one", "two", "three", "four", "five")] == (
        pytest.approx([45, 15, 15, 12.5, 12.5])
    )


def test_what_was_never_answered_is_guessed(desk: Desk) -> None:
    found = rows(desk)
    assert {row.state for row in found.values()} == {"unseen"}
    four = found["four"]
    assert (four.guess, four.recall, four.recall_exam, four.memory) == (0.25, 0.25, 0.25, None)
    assert (found["five"].recall, found["five"].recall_exam) == (0.0, 0.0)
    assert found["five"].seconds == 30
    assert 0 < found["four"].gain < found["five"].gain < 12.5


def test_what_was_answered_is_remembered_as_the_model_says(desk: Desk, clock: HandClock) -> None:
    log, day = Log(desk), today(clock)
    log.answer("a/one", day - timedelta(days=1), Grade.GOOD)
    log.answer("a/two", day - timedelta(days=20), Grade.GOOD)
    found = rows(desk)
    assert (found["one"].state, found["two"].state) == ("firm", "slipping")
    for name, days in (("one", 1), ("two", 20)):
        memory = memories.get(desk.progress, f"a/{name}")
        assert memory is not None
        assert found[name].memory == memory
        assert found[name].recall == pytest.approx(retrievability(memory.stability, days))
        assert found[name].recall_exam == pytest.approx(retrievability(memory.stability, days + 30))
    assert found["two"].gain > found["one"].gain / 3 > 0
    assert 8 < found["one"].seconds < found["two"].seconds < 16


def test_answers_to_another_key_are_answers_to_another_question(
    desk: Desk, tmp_path: Path, clock: HandClock
) -> None:
    Log(desk).answer("a/five", today(clock), Grade.GOOD)
    assert rows(desk)["five"].state == "firm"
    bank = tmp_path / "question_banks" / "a.yaml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text.replace("answer: Leader of five", "answer: Another"), encoding="utf-8")
    assert desk.index.refresh()
    assert rows(desk)["five"].state == "unseen"
