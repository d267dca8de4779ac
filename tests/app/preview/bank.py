"""A bank to preview, and the preview of it, driven as its author would."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.app.driving import SMALL
from tests.conftest import MORNING
from tui.app.preview.app import PreviewApp
from tui.app.preview.screen import PreviewScreen
from tui.banks.following import Following
from tui.clock import FixedClock, today
from tui.study.preview import Preview

SOURCE = """\
The Indus rises near Lake Mansarovar in Tibet. The treaty of 1960 was signed by Nehru and Ayub Khan.
The World Bank brokered it. It gave the eastern rivers to India.
"""
BANK = """\
format: 1
bank: river
title: The river
sources:
  river: {title: The Indus, author: An author, file: sources/river.txt}
topics:
  river.treaty: {title: The treaty}
questions:
  - id: broker
    kind: choice
    topic: river.treaty
    prompt: Who brokered the treaty?
    answer: The World Bank
    mistakes:
      The United Nations: It took no part in the talks.
      The Commonwealth: Neither side asked it to.
    quote: The World Bank brokered it.
    note: Its president was Eugene Black.
    hint: A lender.
  - id: lake
    kind: short
    topic: river.treaty
    prompt: Near which lake does the Indus rise?
    answer: Lake Mansarovar
    mistakes:
      Lake Rakshastal: That is its neighbour.
    quote: The Indus rises near Lake Mansarovar in Tibet
  - id: rivers
    kind: truefalse
    topic: river.treaty
    prompt: The treaty gave the eastern rivers to India.
    answer: true
    quote: It gave the eastern rivers to India
    draft: true
"""
FAULTY = BANK.replace("kind: short", "kind: shrot")
WARNED = BANK.replace("to India.\n    answer: true", "to India today.\n    answer: true").replace(
    "The World Bank brokered it.\n    note", "The World Bank has brokered it.\n    note"
)
"""With a quote that is not found, and a word of time without a date."""
KINDS = """\
format: 1
bank: river
title: The river
sources:
  river: {title: The Indus, author: An author, file: sources/river.txt}
topics:
  river.treaty: {title: The treaty}
questions:
  - id: list
    kind: list
    topic: river.treaty
    prompt: Who signed the treaty of 1960?
    items:
      - answer: Nehru
        accept: [Jawaharlal Nehru, The prime minister of India]
      - answer: Ayub Khan
        keywords: [[ayub, president, field marshal], [khan, pakistan*]]
    mistakes:
      Eugene Black: He brokered it, being president of the World Bank, and signed only for the Bank.
    quote: The treaty of 1960 was signed by Nehru and Ayub Khan
    difficulty: 2
    tags: [treaty, persons]
  - id: cloze
    kind: cloze
    topic: river.treaty
    prompt: Fill in the broker and the year.
    text: The {{World Bank|Bank|IBRD}} brokered the treaty of {{1960}}.
    mistakes:
      United Nations: It took no part in the talks.
    disputed:
      "1959": The text was agreed on in that year.
    quote: [The World Bank brokered it, The treaty of 1960]
  - id: order
    kind: order
    topic: river.treaty
    prompt: Put these in order, from the spring downwards.
    items: [Lake Mansarovar, Tibet, The plains]
    mistakes:
      Tibet: The lake lies in Tibet, and the river leaves the lake first.
    quote: The Indus rises near Lake Mansarovar in Tibet
  - id: outline
    kind: outline
    topic: river.treaty
    prompt: Assess the treaty of 1960. (5)
    rubric:
      - {point: It has outlived wars, marks: 2, keywords: [[war*, outliv*], [treaty, it]]}
      - {point: It gave the eastern rivers to India and so parted the basin, marks: 3}
    quote: It gave the eastern rivers to India
    marks: 5
    hint: Who got what?
  - id: match
    kind: match
    topic: river.treaty
    prompt: Who signed for whom?
    pairs: {India: Nehru, Pakistan: Ayub Khan}
    mistakes:
      Eugene Black: He signed for the Bank.
    quote: signed by Nehru and Ayub Khan
  - id: number
    kind: number
    topic: river.treaty
    prompt: How many years ago was the treaty signed, seen from 2020?
    answer: 60
    unit: years
    tolerance: 2 %
    mistakes:
      "50": That would be 1970.
    disputed:
      "55": It came into force later.
    explain: 2020 less 1960 makes 60.
    as_of: 2020-01
    expires: 2099-01-01
    quote: The treaty of 1960
"""
"""A question of each kind whose answer is more than a line."""


def write(folder: Path, bank: str = BANK) -> Path:
    """Writes the bank and its source, as editors do: beside, then renamed."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / "river.txt").write_text(SOURCE, encoding="utf-8")
    beside = folder / "river.yaml~"
    beside.write_text(bank, encoding="utf-8")
    return beside.replace(folder / "river.yaml")


def preview_app(folder: Path, bank: str = BANK, called: Path | None = None) -> PreviewApp:
    """The preview of `bank`, about to start."""
    path = write(folder, bank)
    clock = FixedClock(MORNING)
    following = Following(path, today(clock), path.name)
    preview = Preview(following.read(), path.name, clock)
    return PreviewApp(following, preview, clock, folder / "cache", called)


@asynccontextmanager
async def previewing(
    folder: Path, bank: str = BANK, size: tuple[int, int] = SMALL, called: Path | None = None
) -> AsyncIterator[Pilot[None]]:
    """The preview running, the bank checked."""
    async with preview_app(folder, bank, called).run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: preview(pilot).is_checked)
        yield pilot


def screen(pilot: Pilot[None]) -> PreviewScreen:
    """The preview's screen."""
    found = pilot.app.screen_stack[0]
    assert isinstance(found, PreviewScreen)
    return found


def preview(pilot: Pilot[None]) -> Preview:
    """What it shows."""
    return screen(pilot).preview


async def until(pilot: Pilot[None], is_so: object, seconds: float = 10.0) -> None:
    """Waits until `is_so()`: the file is watched and checked by threads."""
    assert callable(is_so)
    for _ in range(int(seconds / 0.02)):
        await pilot.pause()
        if is_so():
            break
        await pilot.pause(0.02)
    assert is_so(), "it did not come to that"
    await pilot.pause()


async def save(pilot: Pilot[None], folder: Path, bank: str) -> None:
    """Saves the bank, and waits until the preview has taken it in and checked it."""
    number = preview(pilot).bank.number
    write(folder, bank)
    await until(pilot, lambda: preview(pilot).bank.number > number)
    await until(pilot, lambda: preview(pilot).is_checked)
