"""Answers for tests, one at a time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.banks.sample import TODAY, write
from tui.banks.bank import Bank
from tui.banks.check import check_file
from tui.kinds.question import Question, key_hash
from tui.study.items.answers import ItemAnswers
from tui.study.items.learners import Given

HEAD = """\
format: 1
bank: sample
title: A sample
sources:
  article: {title: An article, file: sources/article.txt}
topics:
  nrf: {title: The NRF}
questions:
"""

QUESTIONS = """\
  - id: leader
    was: [boss]
    kind: short
    topic: nrf
    prompt: Who leads the front?
    answer: Ahmad Massoud
    accept: [the lion's son]
    mistakes:
      Ahmad Shah Massoud: "That is his father: killed in 2001."
    quote: his son, Ahmed Massoud, is leading the NRF
  - id: place
    kind: choice
    topic: nrf
    prompt: What is Panjshir?
    answer: A valley
    mistakes:
      A river: A river of that name runs through it.
      A town: It has no town of that name.
    quote: Panjshir is a valley
  - id: began
    kind: number
    topic: nrf
    prompt: In which year did it begin?
    answer: "1990"
    quote: It began in 1990
  - id: since
    kind: date
    topic: nrf
    prompt: When did it begin?
    answer: "1990"
    quote: It began in 1990
  - id: where
    kind: cloze
    topic: nrf
    prompt: Complete the sentence.
    text: "It is a {{valley|vale}} to the {{northeast}} of {{Kabul}}."
    quote: Panjshir is a valley, northeast of Kabul.
  - id: names
    kind: list
    topic: nrf
    prompt: Which two does the article name?
    items:
      - answer: Panjshir
        accept: [Panj]
      - answer: Kabul
        keywords: [[kabul]]
    quote: Panjshir is a valley, northeast of Kabul.
  - id: both
    kind: multiple
    topic: nrf
    prompt: Which of these does the article name?
    answers: [Panjshir, Kabul]
    mistakes:
      Herat: It lies in the west.
      Balkh: It lies in the north.
    quote: Panjshir is a valley, northeast of Kabul.
  - id: true-or-not
    kind: truefalse
    topic: nrf
    prompt: Panjshir is a valley.
    answer: true
    quote: Panjshir is a valley
"""


def sample(folder: Path, questions: str = QUESTIONS) -> Bank:
    """A bank with a question of most kinds, read from a file in `folder`."""
    result = check_file(write(folder, HEAD + questions), TODAY)
    assert result.bank is not None
    assert [found for found in result.findings if found.severity.value == "error"] == []
    return result.bank


def question(bank: Bank, name: str) -> Question:
    return next(each for each in bank.questions if each.id == name)


def given(asked: Question, *answer: str, claimed: bool = False, seconds: float = 9.0) -> Given:
    """An answer, graded as the app grades it."""
    score = asked.grade(answer).score
    return Given(
        question=f"sample/{asked.id}",
        answer=answer,
        graded=score,
        counted=1.0 if claimed else score,
        claimed=claimed,
        seconds=seconds,
        key=key_hash(asked),
    )


def item(asked: Question, answers: Iterable[tuple[int, Given]]) -> ItemAnswers:
    """The answers of learners, by number, to one question."""
    return ItemAnswers(f"sample/{asked.id}", asked, 1, tuple(answers), 0, ())
