"""Answers a question with a few words."""

from __future__ import annotations

from tui.app.answers.typed import TypedInput


class ShortInput(TypedInput):
    """A name, a term, a few words."""

    WORDS = "short answer"
    PLACEHOLDER = "a name or a few words"


INPUT = ShortInput
