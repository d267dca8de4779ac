"""The answers in the log as weights are fitted to them: by question, grades and days alone."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from tui.progress import history
from tui.progress.history import Answer
from tui.schedule.judging import Dated
from tui.schedule.likelihood import Given
from tui.study.desk import Desk

MOST = 40_000
"""Answers that are fitted to. Of a longer log, a part of the questions is taken, always the same:
from so many answers on, more of them change the forecasts by next to nothing."""


def dated(desk: Desk) -> list[Dated]:
    """All answers in the log that count, by question, in an order that has nothing to do with
    banks and topics.
    """
    present = desk.index.aliases()
    renamed = present.keys() | set(present.values())
    found: list[tuple[int, str, list[Dated]]] = []
    waiting: dict[str, list[Answer]] = {}
    for name, answers in history.answers(desk.progress):
        if name in renamed:
            waiting.setdefault(present.get(name, name), []).extend(answers)
        else:
            found.append((zlib.crc32(name.encode()), name, list(_dated(answers))))
    for name, answers in waiting.items():
        in_order = sorted(answers, key=lambda answer: (answer.at, answer.id))
        found.append((zlib.crc32(name.encode()), name, list(_dated(in_order))))
    found.sort(key=lambda each: each[:2])
    return [part for _, _, parts in found for part in parts]


def part_of(histories: Sequence[Dated]) -> list[Dated]:
    """The first of `histories`, up to `MOST` answers."""
    sums = accumulate((len(dated.on) for dated in histories), initial=0)
    return [dated for dated, before in zip(histories, sums, strict=False) if before < MOST]


def _dated(answers: Sequence[Answer]) -> Iterator[Dated]:
    """The answers to one question, parted where its answer key changed, without practice."""
    grades: list[int] = []
    days: list[int] = []
    on: list[int] = []
    key = ""
    for answer in answers:
        if answer.practice:
            continue
        if key and answer.key and key != answer.key:
            yield Dated(Given(tuple(grades), tuple(days)), tuple(on))
            grades, days, on = [], [], []
        key = answer.key or key
        day = date.fromisoformat(answer.day).toordinal()
        # A clock set back does not make time run backwards.
        day = max(day, on[-1]) if on else day
        days.append(day - on[-1] if on else 0)
        on.append(day)
        grades.append(answer.grade)
    if on:
        yield Dated(Given(tuple(grades), tuple(days)), tuple(on))
