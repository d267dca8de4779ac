from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.slug import is_dotted, is_slug, slug_for


@pytest.mark.parametrize("text", ["a", "leader-today", "2021", "a-1-b"])
def test_slugs(text: str) -> None:
    assert is_slug(text)
    assert is_dotted(text)


@pytest.mark.parametrize(
    "text", ["", "A", "a_b", "a b", "-a", "a-", "a--b", "é", "a/b", "x" * 81, "a\n"]
)
def test_other_texts_are_none(text: str) -> None:
    assert not is_slug(text)


def test_topics_may_have_dots() -> None:
    assert is_dotted("nrf.leaders.old")
    assert not is_slug("nrf.leaders")
    assert not is_dotted("nrf..leaders")


@given(st.text())
def test_a_slug_can_be_made_of_most_texts(text: str) -> None:
    made = slug_for(text)
    assert made == "" or is_slug(made)
