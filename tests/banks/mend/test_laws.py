"""What holds of mending whatever the bank looks like."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.banks.mend.sample import HASH, SOUND
from tests.banks.sample import TODAY, write
from tui.banks.mend.mending import mended_text

QUOTES = (
    "his son, Ahmed Massoud, is leading the NRF",
    "After his death, his son",
    "Panjshir is a valley, northeast of Kabul.",
    "It began in 1990 – and goes on.",
    "Its people say: it’s ours.",
)
LONG = "a long line " * 30


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        write(Path(name))
        yield Path(name)


@dataclass(frozen=True)
class Damaged:
    """A bank, and the lines of it that there is something wrong with."""

    text: str
    lines: frozenset[int]


def in_style(style: str, quote: str) -> list[str]:
    """The lines of a field that holds `quote`, written in `style`."""
    words = quote.split(" ", 1)
    inner = ["      " + word for word in words]
    plain = quote if ": " not in quote else f'"{quote}"'
    return {
        "plain": [f"    quote:  {plain}   # c"],
        "single": ["    quote: '" + quote.replace("'", "''") + "'"],
        "double": [f'    "quote":   "{quote}"'],
        "literal": ["    quote: |-   # c", *inner, ""],
        "folded": ["    quote: >", *inner, "", "    # below"],
        "over lines": [f'    quote: "{words[0]}', *inner[1:-1], f'      {words[-1]}"'],
        "flow": [f"    quote: [ \"{quote}\" ,  'is leading']  # two"],
        "list": ["    quote:", "    # first", f"      -   {plain}"],
    }[style]


@st.composite
def damaged_banks(draw: st.DrawFn) -> Damaged:
    lines = ["# A bank of many hands.", "", f"format:   1   # {LONG}", "bank: sample"]
    lines += ["title: 'A  sample'", "sources:", "    article: { title: An article,"]
    wrong: set[int] = set()
    if draw(st.booleans()):
        wrong.add(len(lines))
        lines.append("      file:   sources/article.txt, sha256: 00 }  # the text")
    else:
        lines.append(f"      file:   sources/article.txt, sha256: {HASH} }}  # the text")
    lines += ["topics:", "  nrf: {title:   'NRF'  }", "", "questions:", "  # پہلا سوال"]
    for number in range(draw(st.integers(1, 4))):
        indent = draw(st.sampled_from(["  - ", "  -\n    "]))
        name = draw(st.sampled_from([f"id: q-{number}", f'id: "Q {number}"', f"id: 'q-{number}'"]))
        if '"' in name:
            wrong.add(len(lines) + indent.count("\n"))
        lines += (indent + name).split("\n")
        if draw(st.booleans()):
            lines += ["", f"    # {LONG}", "    note: >-", "      نوٹ   ہے", "", "        x"]
        lines += ["    kind:    short", "    topic: nrf", f"    prompt: 'Who is   {number}?'"]
        lines += ["    answer: احمد شاہ"]
        if draw(st.booleans()):
            wrong.add(len(lines))
            lines += ["    kind: short"]
        quote = draw(st.sampled_from(QUOTES))
        is_wrong = draw(st.booleans())
        at = draw(st.sampled_from([at for at, letter in enumerate(quote) if letter == " "]))
        if is_wrong:
            filling = draw(st.sampled_from(["", "\u200b", "\u00ad", " \u2060"]))
            quote = quote[:at] + filling.rstrip() + quote[at + 1 :]
        style = draw(st.sampled_from(["plain", "single", "double", "literal", "folded",
                                      "over lines", "flow", "list"]))  # fmt: skip
        written = in_style(style, quote)
        if is_wrong:
            wrong.update(range(len(lines), len(lines) + len(written)))
        lines += written
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    last = draw(st.sampled_from(["", ending, ending * 2]))
    return Damaged(ending.join(lines) + last, frozenset(wrong))


@settings(max_examples=150, deadline=None)
@given(damaged_banks())
def test_every_line_that_nothing_is_wrong_with_stays_to_the_byte(
    folder: Path, bank: Damaged
) -> None:
    after = iter(mended_text(bank.text, folder, TODAY).text.split("\n"))
    for number, line in enumerate(bank.text.split("\n")):
        if number not in bank.lines:
            assert line in after, f"line {number} is gone: {line}"


@settings(max_examples=150, deadline=None)
@given(damaged_banks())
def test_what_is_mended_has_nothing_left_to_mend(folder: Path, bank: Damaged) -> None:
    once = mended_text(bank.text, folder, TODAY)
    assert bool(once.done) == bool(bank.lines)
    again = mended_text(once.text, folder, TODAY)
    assert (again.text, again.done) == (once.text, ())


PIECES = ("\n", "\t", " ", "  ", "- ", ": ", " #", "'", '"', "{", "}", "[", "]", ",", "|", ">",
          "&a ", "!x ", "*a", "\r\n", "\u200b", "\u202e", "ا", "?", "%", "\\", "  - id: valley\n",
          "    id:\n", "    kind: short\n", "---\n", "...\n", "")  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(SOUND)), st.integers(0, 12), st.sampled_from(PIECES)),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_is_typed_mending_twice_is_mending_once(
    folder: Path, typed: list[tuple[int, int, str]]
) -> None:
    text = SOUND
    for at, gone, new in typed:
        text = text[:at] + new + text[at + gone :]
    once = mended_text(text, folder, TODAY)
    again = mended_text(once.text, folder, TODAY)
    assert (again.text, again.done) == (once.text, ())
