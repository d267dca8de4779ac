from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.drafting.rules.dates import find
from tui.banks.drafting.source import SourceSentences
from tui.banks.drafting.titles import named
from tui.banks.proof import SourceText


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("", "the text"),
        ("Water flows again", "“Water flows again”"),
        ("The “Lion” of Panjshir.", "“The ‘Lion’ of Panjshir”"),
        (
            "National Resistance Front in Afghanistan: Implications for Pakistan and its border",
            "“National Resistance Front in Afghanistan”",
        ),
        (
            "A very long title that has no colon at all and goes on and on until the end of the",
            "“A very long title that has no colon at all and goes …”",
        ),
    ],
)
def test_a_source_is_called_by_its_title(title: str, wanted: str) -> None:
    assert named(title) == wanted


@given(st.text(max_size=300))
def test_whatever_the_title_it_has_room(title: str) -> None:
    assert len(named(title)) <= 80


def test_a_prompt_has_the_title() -> None:
    source = SourceSentences(SourceText("The barrage was built in 1962 by them."), (), "Barrages")
    (candidate,) = find(source)
    assert candidate.prompt == (
        "According to “Barrages”, which year belongs in the gap? "
        "“The barrage was built in ____ by them.”"
    )
