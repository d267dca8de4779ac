"""A small sound bank that tests break in one place or another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tui.banks.bank import CheckedBank
from tui.banks.check import NONE_TAKEN, check_file
from tui.banks.finding import Finding

TODAY = date(2026, 1, 1)

SOURCE = """\
Emergence of the NRF
The NRF was led by Ahmed Shah Massoud, the “Lion of Panjshir.” After his death, his son, Ahmed \
Massoud, is leading the NRF. It began in 1990 – and goes on.
Panjshir is a valley, northeast of Kabul. Its people say: it’s ours.
"""

BANK = """\
format: 1
bank: sample
title: A sample
sources:
  article: {title: An article, file: sources/article.txt}
topics:
  nrf: {title: The NRF}
questions:
  - id: leader-today
    kind: short
    topic: nrf
    prompt: Who leads the NRF?
    answer: Ahmad Massoud
    quote: his son, Ahmed Massoud, is leading the NRF
  - id: valley
    kind: choice
    topic: nrf
    prompt: What is Panjshir?
    answer: A valley
    mistakes:
      A river: A river of that name runs through it.
    quote: Panjshir is a valley
"""


def write(folder: Path, text: str | bytes = BANK, name: str = "sample.yaml") -> Path:
    """Writes a bank and the source it quotes into `folder`."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / "article.txt").write_text(SOURCE, encoding="utf-8")
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def checked(
    folder: Path, text: str | bytes = BANK, taken: Mapping[str, str] = NONE_TAKEN
) -> CheckedBank:
    """The outcome of checking the bank `text`, written into `folder`."""
    return check_file(write(folder, text), TODAY, shown="sample.yaml", taken=taken)


def places(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    return [(found.code, found.line, found.column) for found in findings]
