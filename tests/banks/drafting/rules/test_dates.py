from __future__ import annotations

import pytest

from tests.banks.drafting.told import answers, only
from tui.banks.drafting.rules.dates import find


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Kabul fell on 15 August 2021, and the republic ended.", "2021-08-15"),
        ("On August 15, 2021, Kabul fell to the Taliban.", "2021-08-15"),
        ("The front struck again in September 2025, near Herat.", "2025-09"),
        ("The barrage was built in 1962 by the province.", "1962"),
        ("It has been so since 2021, the report says.", "2021"),
    ],
)
def test_a_date_is_asked_as_precisely_as_it_is_told(text: str, answer: str) -> None:
    candidate = only(find, text)
    assert (candidate.kind, candidate.answer) == ("date", answer)
    assert "____" in candidate.prompt
    assert answer[:4] not in candidate.prompt


def test_a_decade_is_a_short_answer() -> None:
    candidate = only(find, "The conflict dates back to the 1990s, when they ruled.")
    assert (candidate.kind, candidate.answer) == ("short", "1990s")


@pytest.mark.parametrize(
    "text",
    [
        "As of 2024-2025, the front has grown.",
        "There were 2021 people in the camp.",
        "He may come in May, or in June.",
        "It happened on 31 February 2021, they joked.",
        "DERA SOHAN, 14 March 2026 — After eleven years the town has water in its houses.",
        "Karachi, March 14, 2026 – After eleven years the town has water in its houses.",
        "Room 1962 is on the left.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert answers(find, text) == []
