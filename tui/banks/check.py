"""Checks banks: a file, or all those of a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from tui.banks.bank import CheckedBank
from tui.banks.folder import bank_files
from tui.banks.reading import BankReading
from tui.collector import collector_paused

NONE_TAKEN: Mapping[str, str] = {}


def check_file(
    path: Path, today: date, shown: str | None = None, taken: Mapping[str, str] = NONE_TAKEN
) -> CheckedBank:
    """The bank at `path` and all that is wrong with it on the study day `today`.

    shown: what findings call the file, its path if None. taken: ids of other banks, and their
    files.
    """
    name = str(path) if shown is None else shown
    with collector_paused():
        reading = BankReading(path, name, today, taken)
        sound = list(reading.questions())
    bank = reading.bank
    if bank is not None:
        questions = tuple(each.question for each in sound)
        lines = {each.question.id: each.line for each in sound}
        bank = replace(bank, questions=questions, lines=lines)
    sources = tuple(source.file for source in reading.sources.values())
    return CheckedBank(bank, reading.findings(), name, reading.drafts, sources, reading.silenced)


def check_folder(folder: Path, today: date) -> tuple[CheckedBank, ...]:
    """Every bank of `folder`, by file name; of two with the same id the second is at fault.

    Raises BanksError if the folder can't be read.
    """
    taken: dict[str, str] = {}
    checked: list[CheckedBank] = []
    for path in bank_files(folder):
        result = check_file(path, today, taken=taken)
        if result.bank is not None:
            taken[result.bank.id] = path.name
        checked.append(result)
    return tuple(checked)
