from __future__ import annotations

import pytest

from tui.kinds.keywords import Fit, fit

LINE = "Recognition of the Durand Line as a legitimate border"
LINE_WORDS = (("durand",), ("recogni*", "accept*"))
NO_ARMS = "Pakistan must not offer any open military assistance"
NO_ARMS_WORDS = (("military", "arms", "weapon*"), ("offer*", "give", "send*", "assist*"))
HALT = "Pressure on the Taliban to halt TTP attacks"
HALT_WORDS = (("ttp",), ("attack*", "violence"))
SPACE = "The NRF's limited space and inability to govern"
SPACE_WORDS = (("limited", "little", "no", "cannot", "lack*"), ("space", "govern*", "territor*"))
FLOWS = "Safeguarding the Pashtun and Uzbek trade"
FLOWS_WORDS = (("pashtun*", "uzbek*"), ("trade*", "flow*"))
QUIET = "Quiet talks with the NRF"
QUIET_WORDS = (("quiet", "secret"), ("talk*", "contact*"))
THREE = (("pashtun*",), ("claim*",), ("downgrad*", "weak*", "less"))


@pytest.mark.parametrize(
    ("text", "answer", "groups", "expected"),
    [
        ("the Durand line gets recognised", LINE, LINE_WORDS, Fit.ALL),
        ("no recognition of the Durand Line", LINE, LINE_WORDS, Fit.OPPOSITE),
        ("accepting that the Durand Line is not recognised", LINE, LINE_WORDS, Fit.ALL),
        ("Durand Line", LINE, LINE_WORDS, Fit.NONE),
        ("do not send weapons", NO_ARMS, NO_ARMS_WORDS, Fit.ALL),
        ("avoid giving or sending arms", NO_ARMS, NO_ARMS_WORDS, Fit.ALL),
        ("send weapons", NO_ARMS, NO_ARMS_WORDS, Fit.OPPOSITE),
        ("do not refuse to send weapons", NO_ARMS, NO_ARMS_WORDS, Fit.OPPOSITE),
        ("stop attacks by the TTP", HALT, HALT_WORDS, Fit.ALL),
        ("TTP violence", HALT, HALT_WORDS, Fit.ALL),
        ("more TTP attacks", HALT, HALT_WORDS, Fit.OPPOSITE),
        ("the NRF cannot govern", SPACE, SPACE_WORDS, Fit.ALL),
        ("it has no territory", SPACE, SPACE_WORDS, Fit.ALL),
        ("it governs, no doubt", SPACE, SPACE_WORDS, Fit.NONE),
        ("block Pashtun and Uzbek trade", FLOWS, FLOWS_WORDS, Fit.OPPOSITE),
        ("no trade of Pashtuns and Uzbeks", FLOWS, FLOWS_WORDS, Fit.OPPOSITE),
        ("stop terrorism and safeguard Uzbek trade", FLOWS, FLOWS_WORDS, Fit.ALL),
        ("no arms and quiet talks", QUIET, QUIET_WORDS, Fit.ALL),
        ("Pashtun claims", "Weaker Pashtun claims", THREE, Fit.PART),
        ("stronger Pashtun claims", "Weaker Pashtun claims", THREE, Fit.PART),
        ("strengthened Pashtun claims", "Weaker Pashtun claims", THREE, Fit.NONE),
        ("less claims of Pashtuns", "Weaker Pashtun claims", THREE, Fit.ALL),
        ("anything", LINE, (), Fit.NONE),
        ("", LINE, LINE_WORDS, Fit.NONE),
    ],
)
def test_fit(text: str, answer: str, groups: tuple[tuple[str, ...], ...], expected: Fit) -> None:
    assert fit(text, answer, groups) is expected


@pytest.mark.parametrize(
    ("answer", "groups"),
    [(LINE, LINE_WORDS), (NO_ARMS, NO_ARMS_WORDS), (HALT, HALT_WORDS), (SPACE, SPACE_WORDS)],
)
def test_an_answer_fits_its_own_keywords(answer: str, groups: tuple[tuple[str, ...], ...]) -> None:
    assert fit(answer, answer, groups) is Fit.ALL
