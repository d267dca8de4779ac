"""A bank of many short questions, each told from the others by a number on the screen."""

from __future__ import annotations

import re
from pathlib import Path

PROMPT = re.compile(r"What is the code of town (\d+)\?")

HEAD = """\
format: 1
bank: towns
title: Codes of towns
language: en
licence: CC0-1.0
sources:
  list:
    title: A list of codes
    author: the authors of cssprep
    file: sources/list.txt
    redistribute: true
topics:
  towns.codes:
    title: Codes
    papers: [current-affairs]
questions:
"""


def code(town: int) -> str:
    """The right answer to the question about the town."""
    return f"alpha{town * 7919:06}"


def write_towns(folder: Path, towns: int) -> None:
    """Makes a study folder with a bank of so many questions, `towns/town-1` and so on."""
    banks = folder / "question_banks"
    (banks / "sources").mkdir(parents=True)
    numbers = range(1, towns + 1)
    lines = [f"The code of town {town} is {code(town)}." for town in numbers]
    (banks / "sources" / "list.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    questions = [
        f"  - id: town-{town}\n"
        "    kind: short\n"
        "    topic: towns.codes\n"
        f"    prompt: What is the code of town {town}?\n"
        f"    answer: {code(town)}\n"
        f"    quote: The code of town {town} is {code(town)}.\n"
        for town in numbers
    ]
    (banks / "towns.yaml").write_text(HEAD + "".join(questions), encoding="utf-8")
