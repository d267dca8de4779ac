"""An item analysis as a page for the terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

from tui.banks.characters import one_line, visible
from tui.cli.bank_paths import counted, short
from tui.cli.items_words import percent, sentences, signed
from tui.study.items.analysis import FEW, BankItems, Item
from tui.study.items.discrimination import LEAST_LEARNERS
from tui.study.items.distractors import SHOWN, Option
from tui.study.items.pasting import HEAD, yaml_lines
from tui.study.items.suspects import LEAST_TESTED

WIDTH = 80
ENOUGH = 100
"""Learners from which on most bad questions are found (benchmarks/items.py)."""
_NARROWEST, _WIDEST = 60, 160
_FIGURES = 57
"""Columns of a row of the table behind the question's id."""


def page(bank: BankItems, files: int, people: int) -> Iterator[str]:
    """The lines of the page about `bank`.

    files, people: how many files were read, and of how many learners they are.
    """
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    width = max(_NARROWEST, min(_WIDEST, width))
    yield from _head(bank, files, people, width)
    if not bank.asked:
        return
    yield from _needs_a_look(bank, width)
    candidates = list(yaml_lines(bank, visible(short(bank.bank.path))))
    if candidates:
        yield from ("", "Wrong answers typed again and again, as YAML to paste", *HEAD, *candidates)
    yield from _table(bank, width)
    yield from _options(bank, width)


def _head(bank: BankItems, files: int, people: int, width: int) -> Iterator[str]:
    yield f"{bank.bank.id}  {one_line(bank.bank.title, width - len(bank.bank.id) - 2)}"
    if not bank.asked:
        yield from _wrapped("No answer to any of its questions counts.", width)
    else:
        asked = sum(item.asked > 0 for item in bank.items)
        by, of = counted(bank.learners, "learner"), counted(len(bank.items), "question")
        yield from _wrapped(f"{counted(bank.asked, 'answer')} by {by}, to {asked} of {of}.", width)
    if files > people:
        told = f"{files} files are of {counted(people, 'learner')}: they share answers."
        yield from _wrapped(f"{told} What they share counts once.", width)
    if bank.changed:
        left = f"{counted(bank.changed, 'answer')} left out: the right answer has changed since."
        yield from _wrapped(left, width)
    if bank.gone:
        left = f"{counted(bank.gone, 'answer')} left out: the bank no longer asks these questions."
        yield from _wrapped(left, width)
    if bank.asked and bank.learners == 1:
        yield from _wrapped(
            "One learner alone says nothing of discrimination, nor of strong and weak: that needs "
            f"several, {LEAST_LEARNERS} at least. Name their files with --from.",
            width,
        )
    elif bank.asked and bank.learners < LEAST_LEARNERS:
        yield from _wrapped(
            f"{bank.learners} learners are too few to tell the strong from the weak: that takes "
            f"{LEAST_LEARNERS}. Their shares are rough.",
            width,
        )
    elif bank.asked and bank.learners < LEAST_TESTED:
        told = f"{bank.learners} learners are too few to conclude anything against a question"
        yield from _wrapped(f"{told}: that takes {LEAST_TESTED}.", width)
    elif bank.asked and bank.learners < ENOUGH:
        told = f"With fewer than {ENOUGH} learners only glaring faults can be told from chance."
        yield from _wrapped(told, width)


def _needs_a_look(bank: BankItems, width: int) -> Iterator[str]:
    suspected = [item for item in bank.by_need() if item.suspicions]
    if not suspected:
        # Of few learners it would sound as if the questions had been found good.
        if bank.learners >= LEAST_TESTED:
            yield from ("", "Nothing stands out against a question.")
        return
    yield ""
    yield "Needs a look"
    for item in suspected:
        yield f"  {item.id}, line {item.line}: {one_line(item.prompt, width - len(item.id) - 16)}"
        for told in sentences(item):
            yield from _wrapped(f"! {told}", width, "    ", "      ")


def _table(bank: BankItems, width: int) -> Iterator[str]:
    asked = [item for item in bank.by_need() if item.asked]
    room = min(max(len(item.id) for item in asked), width - _FIGURES - 2)
    yield ""
    yield "Questions, those first that need a look"
    room = max(room, len("question"))
    yield f"  {'':{room}}              right at first discrimination   seconds"
    yield f"  {'question':{room}} asked    by  % (95 %)       r (95 %)         (quartiles)"
    for item in asked:
        start = f"  {item.id:{room}}"
        if len(item.id) > room:
            yield f"  {item.id}"
            start = " " * (room + 2)
        mark = "*" if item.is_few else " "
        yield (
            f"{start} {item.asked:5} {item.learners:5}{mark} {_share(item):14} "
            f"{_discrimination(item):16} {_seconds(item)}"
        )
    few = sum(item.is_few for item in asked)
    if few:
        yield from _wrapped(
            f"* fewer than {FEW} learners ({few} of {counted(len(asked), 'question')}): small "
            "numbers. Go by the intervals; they hold the truth 19 times of 20.",
            width,
        )
    unasked = len(bank.items) - len(asked)
    if unasked:
        yield f"  {counted(unasked, 'question')} not asked yet."
    yield from _told_of_claims(asked, width)
    yield from _told_of_parts(asked, width)


def _told_of_claims(items: list[Item], width: int) -> Iterator[str]:
    """The questions whose facility rises where "I was right" is counted."""
    risen = [
        f"{item.id} {percent(item.first.share)} to {percent(item.claimed.share)}"
        for item in items
        if item.first and item.claimed and item.claimed.right > item.first.right
    ]
    if risen:
        yield from _wrapped(f"With “I was right” counted: {', '.join(risen)}.", width)


def _told_of_parts(items: list[Item], width: int) -> Iterator[str]:
    """The questions that are often right in part: the share counts what is all right."""
    partly = [
        f"{item.id} {percent(item.first.mean)}"
        for item in items
        if item.first and item.first.mean - item.first.share >= 0.005
    ]
    if partly:
        yield from _wrapped(f"Mean score, with what is right in part: {', '.join(partly)}.", width)


def _options(bank: BankItems, width: int) -> Iterator[str]:
    shown = [(item, _worth_showing(item)) for item in bank.by_need() if item.asked]
    if not any(options for _, options in shown):
        return
    yield ""
    yield "Options and typed mistakes: who took them at first (✓ right)"
    for item, options in shown:
        if not options:
            continue
        compared = ""
        if item.strong_share is not None:
            ends = f"{percent(item.strong_share)} at either end"
            compared = f", strong and weak: {ends if item.strong_share < 0.5 else 'the halves'}"
        yield from _wrapped(
            f"{item.id} ({counted(item.learners, 'learner')}{compared})", width, "  ", "    "
        )
        for option in options:
            yield _option(option, item, width)


def _worth_showing(item: Item) -> list[Option]:
    """The options; of mistakes that have to be typed those that were."""
    return [each for each in item.options if item.kind in SHOWN or each.ever]


def _option(option: Option, item: Item, width: int) -> str:
    if option.strong is None or option.weak is None:
        figures = f"first {option.taken} of {option.of}, ever {option.ever} of {item.asked}"
    else:
        figures = (
            f"{_interval(option.share, option.low, option.high):14}  "
            f"strong {percent(option.strong):>5}  weak {percent(option.weak):>5}"
        )
    room = width - len(figures) - 8
    return f"    {'✓' if option.right else ' '} {one_line(option.text, room):{room}}  {figures}"


def _share(item: Item) -> str:
    return _interval(item.first.share, item.first.low, item.first.high) if item.first else ""


def _interval(share: float, low: float, high: float) -> str:
    return f"{percent(share):>5} ({100 * low:.0f}–{100 * high:.0f})"


def _discrimination(item: Item) -> str:
    found = item.discrimination
    if found is not None:
        return f"{signed(found.value)} ({signed(found.low)} {signed(found.high)})"
    if item.compared < LEAST_LEARNERS:
        return "too few"
    return "all alike"


def _seconds(item: Item) -> str:
    found = item.seconds
    return f"{found.median:.0f} ({found.lower:.0f}–{found.upper:.0f})" if found else "-"


def _wrapped(text: str, width: int, first: str = "  ", rest: str = "  ") -> list[str]:
    """`text` in lines of `width`; a figure and its percent sign stay together."""
    joined = text.replace(" %", "\N{NO-BREAK SPACE}%")
    lines = textwrap.wrap(
        joined, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
    return [line.replace("\N{NO-BREAK SPACE}%", " %") for line in lines]
