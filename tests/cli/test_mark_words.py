from __future__ import annotations

import pytest

from tests.progress.entries import NOON
from tui.cli.mark_words import mark_words
from tui.progress.columns import moment_text
from tui.progress.marks import Mark
from tui.schedule.weights import DEFAULT, written
from tui.study.syncing.shared import IN_WORDS


@pytest.mark.parametrize(
    ("what", "name", "value", "words"),
    [
        ("flag", "bank/a", "", "bank/a is flagged"),
        ("flag", "bank/a", None, "bank/a is not flagged any more"),
        ("parked", "bank/a", "", "bank/a is parked"),
        ("parked", "bank/a", None, "bank/a is asked again"),
        ("setting", "exam_day", "2027-02-10", "exam day: 10 Feb 2027"),
        ("setting", "exam_day", None, "exam day: taken back"),
        ("setting", "minutes", "30", "minutes of a session: 30"),
        ("setting", "minutes_set_on", "2026-11-02", "day for which minutes were set: 2 Nov 2026"),
        (
            "setting",
            "minutes_by_weekday",
            "45,45,45,45,0,90,45",
            "minutes by weekday: Mon 45, Tue 45, Wed 45, Thu 45, Fri off, Sat 90, Sun 45",
        ),
        (
            "setting",
            "paper_marks",
            "essay=50.0\npak=0.0",
            "marks of the papers: essay 50 marks, pak 0 marks",
        ),
        ("setting", "topic_factors", "nrf=2.0", "weights of the topics: nrf × 2"),
        ("setting", "memory-weights", written(DEFAULT), "weights of the memory"),
    ],
)
def test_a_change_is_said_as_the_plan_says_it(
    what: str, name: str, value: str | None, words: str
) -> None:
    assert mark_words(Mark(what, name, moment_text(NOON), value)) == words


def test_a_long_list_is_cut() -> None:
    value = "\n".join(f"topic{number}=2.0" for number in range(100))
    words = mark_words(Mark("setting", "topic_factors", moment_text(NOON), value))
    assert words.endswith("…")
    assert len(words) < 90


@pytest.mark.parametrize("name", IN_WORDS)
def test_each_shared_setting_can_be_taken_back(name: str) -> None:
    assert mark_words(Mark("setting", name, moment_text(NOON), None)).endswith(": taken back")
