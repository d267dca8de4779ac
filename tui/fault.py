"""What went wrong, in words for the person in front of the screen."""

from __future__ import annotations


class Fault(Exception):
    """Something that the app can't do, said in one sentence, and what to do about it in another."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()
