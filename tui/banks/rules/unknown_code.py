"""`silenced` names a code that no check gives.

Why: An entry with a misspelt code silences nothing, and the instructor believes that the matter is
settled.

Fails:

    silenced:
      - code: unused-topics
        why: Its questions are still to be written.

Passes:

    topics:
      nrf: {title: The NRF}
      nrf.leaders: {title: Leaders}
    silenced:
      - code: unused-topic
        why: Its questions are still to be written.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.codes import severities
from tui.banks.complaints import did_you_mean
from tui.banks.finding import Complaint
from tui.banks.nodes import Scalar
from tui.banks.rule import Rule
from tui.banks.silence import silence_entries


class UnknownCode(Rule):
    """What is silenced is something that could be said."""

    code = "unknown-code"

    def before(self) -> Iterator[Complaint]:
        """Complains of codes under `silenced` that there are not."""
        for entry in silence_entries(self.bank.node):
            found = entry.get("code")
            if isinstance(found, Scalar) and found.text and found.text not in severities():
                yield Complaint(
                    found.place,
                    f"There is no code “{one_line(found.text, 40)}”.",
                    did_you_mean(found.text, severities())
                    or "The codes are listed by: cssprep bank explain.",
                )
