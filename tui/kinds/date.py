"""A date, typed, as precise as the key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.kinds.question import Answer, Problem, Question, Text
from tui.kinds.verdict import Outcome, Part, Variant, Verdict

if TYPE_CHECKING:
    from tui.kinds.written_dates import Day, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Question):
    """`answer` is a year, a month or a day: 2021, 2025-09, 2001-09-09.

    Answer: (what was typed,). More detail than the key is right if it agrees; less is wrong.
    """

    kind: Literal["date"] = "date"
    answer: Text
    disputed: dict[str, str] = field(default_factory=dict)

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """Right for the date in any usual way of writing it; figures are exact."""
        given = answer[0] if answer else ""
        outcome, reason = self._outcome(given)
        part = Part(self.right_answer(), given, outcome, reason)
        score = 1.0 if outcome is Outcome.RIGHT else 0.0
        whole = Outcome.WRONG if outcome is Outcome.MISSING else outcome
        return Verdict(score, whole, (part,), reason)

    def _outcome(self, given: str) -> tuple[Outcome, str]:
        from tui.kinds.written_dates import iso_day, read_dates

        key = iso_day(self.answer)
        if not any(map(str.isalnum, given)):
            return Outcome.MISSING, ""
        readings = read_dates(given, (key.year or 2000) // 100 if key else 20)
        if key is None or not readings:
            return Outcome.WRONG, "That can't be read as one date."
        return self._known(readings, key) or _held_against(readings, key)

    def _known(self, readings: tuple[Written, ...], key: Day) -> tuple[Outcome, str] | None:
        """What is said of a day that is a known mistake or disputed.

        Where the day says what the key says as well, the more precise of the two has it. A day
        that leaves something out is a known one if it agrees with that one and not with the key:
        "9 September" is no 10 September, whatever the year.
        """
        for day in _sure(readings):
            for outcome, known in (
                (Outcome.WRONG, self.mistakes),
                (Outcome.DISPUTED, self.disputed),
            ):
                for other, reason in _days(known):
                    more_precise = day.covers(other) and not (day.covers(key) and key.covers(other))
                    if more_precise or (day.agrees(other) and not day.agrees(key)):
                        return outcome, reason
        return None

    def key(self) -> tuple[str, ...]:
        """The date, so that a month never reads as a year."""
        from tui.kinds.written_dates import iso_day

        key = iso_day(self.answer)
        if key is None:
            return (self.answer,)
        return ("".join(f"{n}{part}" for n, part in zip("ymd", key.parts, strict=True) if part),)

    def right_answer(self) -> str:
        """The date in words."""
        from tui.kinds.written_dates import iso_day

        return str(iso_day(self.answer) or self.answer)

    def problems(self) -> Iterator[Problem]:
        """An answer or a mistake that is no date."""
        from tui.kinds.value_checks import date_problems

        yield from Question.problems(self)
        yield from date_problems(self.answer, self.mistakes, self.disputed)

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """How precise a date is wanted."""
        from tui.kinds.written_dates import iso_day

        key = iso_day(self.answer)
        if key is None or key.month is None:
            return ("Type a year.",)
        wanted = "a day, a month and a year" if key.day else "a month and a year"
        return (f"Type {wanted}.",)

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """The line as it is, if a date can be read in it."""
        from tui.kinds.plain import one_line
        from tui.kinds.written_dates import read_dates

        answer = one_line(lines)
        if answer[0] and not read_dates(answer[0]):
            raise ValueError(f"That is not one date. {self.plain_lines(turn)[0]}")
        return answer


def _sure(readings: tuple[Written, ...]) -> list[Day]:
    return [written.day for written in readings if not written.doubtful]


def _held_against(readings: tuple[Written, ...], key: Day) -> tuple[Outcome, str]:
    """What is said of a date that is no known mistake, given the key."""
    sure = _sure(readings)
    if readings[0].by_name and key != readings[0].day:
        return Outcome.WRONG, ""
    if any(day.covers(key) for day in sure):
        return Outcome.RIGHT, ""
    if any(written.day.covers(key) for written in readings):
        return Outcome.NEAR, f"Did you mean {key}?"
    return Outcome.WRONG, _wanting(sure, key)


def _days(known: Mapping[str, str]) -> Iterator[tuple[Day, str]]:
    """The dates among the keys of `known`, each with what is said of it."""
    from tui.kinds.written_dates import read_dates

    for text, reason in known.items():
        readings: tuple[Written, ...] = read_dates(text)
        if readings:
            yield readings[0].day, reason


def _wanting(given: list[Day], key: Day) -> str:
    """What is left out of a date that is right as far as it goes; '' if it is not."""
    day = next((day for day in given if day.agrees(key)), None)
    if day is None:
        return ""
    names = ("year", "month", "day")
    missing = [
        name
        for name, part, wanted in zip(names, day.parts, key.parts, strict=True)
        if part is None and wanted is not None
    ]
    return f"Right so far; the {' and the '.join(reversed(missing))} too."


KIND = Date
