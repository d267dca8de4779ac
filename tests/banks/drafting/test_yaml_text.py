from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.characters import FORBIDDEN
from tui.banks.drafting.yaml_text import WIDTH, entry, field, filled, scalar

texts = st.text(min_size=1, max_size=300).filter(lambda text: not FORBIDDEN.search(text))


@given(texts)
def test_a_field_is_read_back_as_it_was(text: str) -> None:
    assert yaml.load(field("prompt", text, 4), Loader=yaml.BaseLoader) == {"prompt": text}


@given(texts)
def test_an_entry_and_a_key_are_read_back_as_they_were(text: str) -> None:
    assert yaml.load(entry(text, 2), Loader=yaml.BaseLoader) == [text]
    short = " ".join(text.split())[:60].strip() or "x"
    assert yaml.load(field(short, "x", 0), Loader=yaml.BaseLoader) == {short: "x"}


def test_plain_where_it_can_be() -> None:
    assert scalar("Who leads the NRF?") == "Who leads the NRF?"
    assert scalar("a: b") == '"a: b"'
    assert scalar("@home") == '"@home"'


def test_long_texts_are_broken_between_words() -> None:
    lines = filled("    quote: ", " ".join(["word"] * 60), 6).split("\n")
    assert max(map(len, lines)) <= WIDTH
    assert all(line.startswith("      ") for line in lines[1:])
