"""An option is “all of these”, “none of these” or the like.

Why: It is right more often than not, it can be told from any two options, and it teaches nothing.
It also reads as nonsense once the options are shown in another order.

Fails:

    questions:
      - kind: choice
        prompt: What is Panjshir?
        answer: A valley
        quote: Panjshir is a valley
        mistakes:
          None of these: Panjshir is a valley.

Passes:

    questions:
      - kind: choice
        prompt: What is Panjshir?
        answer: A valley
        quote: Panjshir is a valley
        mistakes:
          A river: A river of that name runs through it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.answers import right_texts
from tui.banks.finding import Complaint, Severity
from tui.banks.guess.options import OF_THESE
from tui.banks.rule import QuestionEntry, Rule


class AllOfThese(Rule):
    """Each option says something of its own."""

    code = "all-of-these"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of options that speak of the other options."""
        asked = entry.asked
        if asked is None:
            return
        places = [(text, entry.place("mistakes", text)) for text in asked.mistakes]
        if asked.kind in {"choice", "multiple"}:
            field = "answer" if asked.kind == "choice" else "answers"
            places += [(text, entry.place(field)) for text in right_texts(asked)]
        for text, place in places:
            if OF_THESE.match(text.strip()):
                yield Complaint(
                    place,
                    f"“{text}” speaks of the other options.",
                    "Write an option that stands alone; where several are right, use `multiple`.",
                )
