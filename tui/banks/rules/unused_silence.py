"""An entry of `silenced`, or one question in it, has nothing to silence.

It is told only of files without an error, since a question with an error is not looked at for
warnings; and not of notes, which depend on what lies beside the file.

Why: A warning that was mended can come back, and then it is a new one. The entry that is left over
would hide it before anybody has looked at it.

Fails:

    questions:
      - expires: 2026-01
    silenced:
      - code: expired
        why: Asked as history from now on.

Passes:

    questions:
      - expires: 2025-12
    silenced:
      - code: expired
        why: Asked as history from now on.
"""

from __future__ import annotations

from tui.banks.codes import UNUSED_SILENCE
from tui.banks.finding import Severity
from tui.banks.rule import Rule


class UnusedSilence(Rule):
    """A setting that does nothing is taken out.

    What was found is known once all the rules have looked, so that the reading asks its `Silences`.
    """

    code = UNUSED_SILENCE
    severity = Severity.WARNING
