"""What a session is to be about: sessions of the same wish go on where they were left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

DAILY_TITLE = "Daily session"

_TITLE = re.compile(
    r"(?:(?P<chosen>Chosen questions)(?:; |$))?"
    r"(?:(?P<weak>Weak topics)(?:; |$))?"
    r"(?:Missed in (?P<days>\d+) days(?:; |$))?"
    r"(?:(?P<practice>Practice)(?:; |$))?"
    r"(?:Topic (?P<topic>[^; ]+)(?:; |$))?"
    r"(?:Filter (?P<filter>.+))?"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a learner asks of a session; as it stands, the day's own work.

    topic: only this one and those under it. weak: what adds most in the weakest topics.
    filter: only what this query finds (`tui.study.filters`), "" for anything.
    missed_days: only what was answered wrongly in the last so many days.
    practice: the answers don't touch the schedule.
    chosen: only the questions that it was opened with; nothing is added to them.
    """

    topic: str | None = None
    weak: bool = False
    filter: str = ""
    practice: bool = False
    missed_days: int | None = None
    chosen: bool = False

    def title(self) -> str:
        """The title that a session is kept under; two wishes have the same only if they are one."""
        parts = (
            "Chosen questions" if self.chosen else "",
            "Weak topics" if self.weak else "",
            "" if self.missed_days is None else f"Missed in {self.missed_days} days",
            "Practice" if self.practice else "",
            "" if self.topic is None else f"Topic {self.topic}",
            f"Filter {self.filter}" if self.filter else "",
        )
        return "; ".join(filter(None, parts)) or DAILY_TITLE

    @classmethod
    def of_title(cls, title: str) -> Self:
        """The wish whose title is `title`; any other title is that of a daily session."""
        found = _TITLE.fullmatch(title)
        if found is None:
            return cls()
        return cls(
            topic=found["topic"],
            weak=found["weak"] is not None,
            filter=found["filter"] or "",
            practice=found["practice"] is not None,
            missed_days=None if found["days"] is None else int(found["days"]),
            chosen=found["chosen"] is not None,
        )


DAILY = Wish()
"""The day's own work: what is due, then what is new."""
