from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.study.wish import DAILY, Wish

topics = st.from_regex(r"[a-z0-9]+([.-][a-z0-9]+)*", fullmatch=True)
filters = st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1)
wishes = st.builds(
    Wish,
    topic=st.none() | topics,
    weak=st.booleans(),
    filter=st.just("") | filters,
    practice=st.booleans(),
    missed_days=st.none() | st.integers(1, 400),
    chosen=st.booleans(),
)


@given(wishes)
def test_a_title_tells_what_was_wished(wish: Wish) -> None:
    assert Wish.of_title(wish.title()) == wish


def test_titles() -> None:
    assert DAILY.title() == "Daily session"
    assert Wish(topic="nrf").title() == "Topic nrf"
    wish = Wish(topic="nrf", weak=True, filter="kind:date -tag:x")
    assert wish.title() == "Weak topics; Topic nrf; Filter kind:date -tag:x"


def test_any_other_title_is_that_of_a_daily_session() -> None:
    assert Wish.of_title("Something else") == DAILY
