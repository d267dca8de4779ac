from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.app.widgets.topic_rows import EXAM, FEW, STUDIED, UNSEEN, report
from tui.app.widgets.topic_words import Slipping, bottom_words, detail_lines, legend
from tui.study.prospect import Prospect
from tui.study.topics import TopicStanding


def told(topic: TopicStanding, width: int = 78, exam: date | None = EXAM) -> list[str]:
    lines = [line.plain for line in detail_lines(topic, report(exam), width)]
    assert all(len(line) <= width for line in lines)
    return lines


def test_a_row_in_full_and_what_is_history_and_what_is_estimated() -> None:
    assert told(STUDIED, 158) == [
        "Leaders of the NRF  counts for Current affairs, Pakistan affairs",
        "History: 42 of 50 right in the last 30 days, 84 %, 95 % interval 71–92; 3 lapses; "
        "60 answers in all",
        "Estimates: 84 % today (80 % band 78–89), 71 % on the exam day (61–80); "
        "1.5 marks to win in 8 min, 0.20 a minute",
    ]


def test_a_row_at_eighty_columns() -> None:
    assert told(STUDIED)[1:] == [
        "History: 42 of 50 right, 84 %, 95 % interval 71–92; 3 lapses",
        "Estimates: 84 % today (80 % band 78–89), 71 % on the exam day (61–80)",
    ]
    assert "71 % in 30 days (61–80)" in told(STUDIED, exam=None)[2]


def test_too_few() -> None:
    assert told(FEW)[1:] == [
        "History: 3 of 4 right, too few to tell; 1 lapse",
        "Estimates: recall after 4 answers: too few to tell",
    ]
    assert "0.20 a minute" in told(FEW, 120)[2]


def test_unseen() -> None:
    assert told(UNSEEN)[1:] == [
        "History: never answered",
        "Estimates: not asked yet; 1.5 marks to win in <1 min, 3.8 a minute",
    ]


def test_nothing_of_late_and_nothing_to_win() -> None:
    lines = told(replace(STUDIED, accuracy=None, won=0.0), 120)
    assert lines[1] == "History: no answer in the last 30 days; 3 lapses; 60 answers in all"
    assert lines[2].endswith("; nothing to win today")


@pytest.mark.parametrize(
    ("exam", "was_set", "short", "long"),
    [
        (
            EXAM,
            EXAM,
            "Estimates for today and for the exam, 10 Feb 2027; history: last 30 days",
            "Estimates for today and for the exam, 10 Feb 2027; history: last 30 days",
        ),
        (
            None,
            None,
            "Estimates: today, in 30 days (x sets the exam day); history: last 30 days",
            "Estimates for today and for 22 Dec 2026, in 30 days: no exam day is set (x sets it); "
            "history: last 30 days",
        ),
        (
            None,
            date(2026, 2, 4),
            "Estimates: today, in 30 days (exam day past: x); history: last 30 days",
            "Estimates for today and for 22 Dec 2026, in 30 days: the exam day set, 4 Feb 2026, "
            "is past (x sets another); history: last 30 days",
        ),
    ],
)
def test_the_first_line_says_what_is_what(
    exam: date | None, was_set: date | None, short: str, long: str
) -> None:
    assert legend(report(exam), was_set, 78).plain == short
    assert legend(report(exam), was_set, 158).plain == long


@pytest.mark.parametrize(
    ("answers", "questions", "leeches", "parked", "words"),
    [
        (9, 3, 3, 1, "3 leeches, 1 parked · 20 minutes win about 1.2 of 100 marks"),
        (9, 3, 1, 0, "1 leech · 20 minutes win about 1.2 of 100 marks"),
        (9, 0, 0, 2, "2 parked · nothing to win today"),
        (9, 3, 0, 0, "no leeches · 20 minutes win about 1.2 of 100 marks"),
        (0, 3, 0, 0, "Nothing answered yet: what is at stake is what guessing would miss"),
    ],
)
def test_the_last_line(answers: int, questions: int, leeches: int, parked: int, words: str) -> None:
    prospect = Prospect(questions, 1.2)
    assert bottom_words(answers, 20, prospect, Slipping(leeches, parked)) == words
