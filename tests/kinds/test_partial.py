from __future__ import annotations

import pytest

from tui.kinds.partial import partial_match
from tui.kinds.verdict import Outcome
from tui.kinds.wanted import Wanted

WANTED = Wanted(
    answer="Panjshir",
    mistakes={"Badakhshan": "That lies farther north."},
    disputed={"Takhar": "So it was."},
    prompt="In which province is the NRF active, according to the article?",
)


@pytest.mark.parametrize(
    ("given", "outcome", "reason"),
    [
        ("Panjshir province", Outcome.RIGHT, ""),
        ("the NRF is active in Panjshir", Outcome.NEAR, "Did you mean Panjshir?"),
        ("it is active in Panjshir", Outcome.RIGHT, ""),
        ("via Panjshir", Outcome.RIGHT, ""),
        ("through Panjshir", Outcome.RIGHT, ""),
        ("Panjshir valley", Outcome.NEAR, "Did you mean Panjshir?"),
        ("Panjshir and Badakhshan", Outcome.WRONG, "That lies farther north."),
        ("Panjshir, not Badakhshan", Outcome.NEAR, "Did you mean Panjshir?"),
        ("somewhere in Badakhshan", Outcome.WRONG, "That lies farther north."),
        ("near Takhar", Outcome.DISPUTED, "So it was."),
        ("Panjshir or Kabul", Outcome.WRONG, "One answer is wanted, without an or."),
        ("Kabul or Panjshir", Outcome.WRONG, "One answer is wanted, without an or."),
        ("Kabul", Outcome.WRONG, ""),
        ("not Panjshir", Outcome.WRONG, ""),
    ],
)
def test_partial_matches(given: str, outcome: Outcome, reason: str) -> None:
    assert partial_match(given, WANTED) == (outcome, reason)
