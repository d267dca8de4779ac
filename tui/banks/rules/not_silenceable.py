"""`silenced` names a code that can't be silenced: an error, or `unused-silence`.

Why: A question with an error can't be asked, whatever is said of it. Only warnings and notes are
matters of judgement, and an instructor can have a good reason to judge otherwise.

Fails:

    silenced:
      - code: quote-not-found
        why: The second edition has it.

Passes:

    questions:
      - expires: 2025-12
    silenced:
      - code: expired
        why: Asked as history from now on.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.codes import UNUSED_SILENCE, can_be_silenced, severities
from tui.banks.finding import Complaint
from tui.banks.nodes import Scalar
from tui.banks.rule import Rule
from tui.banks.silence import silence_entries


class NotSilenceable(Rule):
    """An error is mended."""

    code = "not-silenceable"

    def before(self) -> Iterator[Complaint]:
        """Complains of codes under `silenced` that are told whatever the bank says."""
        for entry in silence_entries(self.bank.node):
            found = entry.get("code")
            if not isinstance(found, Scalar) or found.text not in severities():
                continue
            if found.text == UNUSED_SILENCE:
                yield Complaint(
                    found.place,
                    f"`{found.text}` can't be silenced.",
                    "Take out the entry that it is about, and this one.",
                )
            elif not can_be_silenced(found.text):
                yield Complaint(
                    found.place,
                    f"`{found.text}` is an error, and errors can't be silenced.",
                    "Mend what it is about, and take this entry out.",
                )
