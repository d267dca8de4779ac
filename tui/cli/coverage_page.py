"""What `cssprep bank coverage` shows: a page for the terminal, and the same for programs."""

from __future__ import annotations

import math
import shutil
import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tui.banks.coverage import BankCoverage, CoveredSentence, SourceCoverage, Standing
from tui.banks.finding import is_complaint
from tui.cli.colour import may_colour

BESIDE_FROM = 100
"""Columns from which the questions stand beside the sentences, not below them."""

WIDEST = 160

_SIGNS = {
    Standing.TESTED: ("✓", "green", "tested"),
    Standing.PARTLY: ("~", "yellow", "partly tested"),
    Standing.NOT_TESTED: ("✗", "bold red", "not tested"),
    Standing.LEFT_OUT: ("·", "dim", "left out on purpose"),
}
"""The sign, the style and the words for each state: the sign alone tells them apart."""


def print_page(bank: BankCoverage, wanted: float) -> None:
    """Prints the sources of `bank`, sentence by sentence, and how much is tested of `wanted` %."""
    width = min(WIDEST, shutil.get_terminal_size((BESIDE_FROM, 24)).columns)
    colour = may_colour()
    # A Text is not parsed: what a bank or a source says in brackets is no markup.
    console = Console(
        file=sys.stdout,
        width=width,
        highlight=False,
        force_terminal=colour,
        color_system="standard" if colour else None,
    )
    with console.capture() as captured:
        console.print(Text.assemble((bank.bank, "bold"), "  ", _one_line(bank.title)))
        for source in bank.sources:
            console.print(Text(f"Source: {_one_line(source.title)}\n"))
            console.print(_table(source, beside=width >= BESIDE_FROM))
        for line in _totals(bank, wanted):
            console.print(line)
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def as_rows(bank: BankCoverage) -> dict[str, object]:
    """`bank` as it goes out as JSON: shares in percent, lines from 1."""
    return {
        "bank": bank.bank,
        "path": bank.path,
        "percent": round(bank.percent, 2),
        "percent_of_words": round(bank.percent_of_words, 2),
        "counts": {standing.value: bank.count(standing) for standing in Standing},
        "sources": [
            {
                "id": source.id,
                "title": source.title,
                "sentences": [
                    {
                        "line": each.line,
                        "part": each.part.value,
                        "state": each.standing.value,
                        "text": each.text,
                        "questions": list(each.questions),
                        "why": each.why,
                        "words": each.words,
                        "words_quoted": each.quoted,
                        "not_quoted": list(each.gaps),
                    }
                    for each in source.sentences
                ],
            }
            for source in bank.sources
        ],
    }


def _table(source: SourceCoverage, *, beside: bool) -> Table:
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=3)
    if beside:
        table.add_column(ratio=2)
    for each in source.sentences:
        sign, style, _ = _SIGNS[each.standing]
        ids = Text(", ".join(ref.partition("/")[2] for ref in each.questions), "cyan")
        said = _said(each)
        below = [ids, *said] if each.questions and not beside else said
        body = Text("\n").join([_sentence(each), *below])
        row = [Text(str(each.line)), Text(sign, style), body]
        table.add_row(*row, *([ids] if beside else []))
    return table


def _sentence(each: CoveredSentence) -> Text:
    shown = Text(each.text, "dim" if each.standing is Standing.LEFT_OUT else "")
    for gap in each.gaps:
        at = each.text.find(gap)
        if at >= 0:
            shown.stylize("yellow", at, at + len(gap))
    return shown


def _said(each: CoveredSentence) -> list[Text]:
    """What is said below a sentence: why it is left out, and what of it no question quotes."""
    lines = [Text(f"left out: {_one_line(each.why)}", "dim")] if each.why else []
    if each.gaps:
        lines.append(Text(f"not quoted: {' | '.join(each.gaps)}", "yellow"))
    return lines


def _totals(bank: BankCoverage, wanted: float) -> list[Text]:
    counts = Text("")
    for standing, (sign, style, words) in _SIGNS.items():
        counts.append(f"{sign} ", style).append(f"{bank.count(standing)} {words}   ")
    counts.rstrip()
    asked_for = sum(map(bank.count, Standing)) - bank.count(Standing.LEFT_OUT)
    said = f"{_floored(bank.percent)} % of {asked_for} sentence{'' if asked_for == 1 else 's'}"
    said += f" tested; {_floored(bank.percent_of_words)} % of their words stand in a quote."
    lines = [Text(""), counts, Text(said, "bold")]
    if bank.percent < wanted:
        lines.append(Text(f"✗ That is less than the {wanted:g} % asked for.", "bold red"))
    faults = sum(map(is_complaint, bank.findings))
    if faults:
        told = f"The bank has {faults} finding{'' if faults == 1 else 's'}: see cssprep bank check."
        lines.append(Text(f"! {told} Questions with an error don't count here.", "yellow"))
    return lines


def _floored(percent: float) -> str:
    """`percent` with one decimal at most, never rounded up: 99.96 is not 100."""
    return f"{math.floor(percent * 10) / 10:g}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
