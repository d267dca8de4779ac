"""`silenced` names a question that the bank does not have.

Why: The entry silences nothing there. Mostly the question was renamed, and its warning is told
again under the new id.

Fails:

    questions:
      - id: leader-today
        expires: 2026-01
    silenced:
      - code: expired
        why: Asked as history from now on.
        questions: [leader-tody]

Passes:

    questions:
      - id: leader-today
        expires: 2025-12
    silenced:
      - code: expired
        why: Asked as history from now on.
        questions: [leader-today]
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.complaints import did_you_mean
from tui.banks.finding import Complaint
from tui.banks.rule import Rule
from tui.banks.silence import silence_entries, silenced_questions


class UnknownQuestion(Rule):
    """A question is there before it is spoken of."""

    code = "unknown-question"

    def after(self) -> Iterator[Complaint]:
        """Complains of ids under `silenced` that no question has."""
        # After the questions: in a file that is unreadable in parts, some are not known.
        ids = [found.text for found in self.bank.ids]
        known = frozenset(ids)
        for entry in silence_entries(self.bank.node):
            for found in silenced_questions(entry):
                if found.text not in known:
                    yield Complaint(
                        found.place,
                        f"The bank has no question “{one_line(found.text, 40)}”.",
                        did_you_mean(found.text, ids) or "Take it out of the list.",
                    )
