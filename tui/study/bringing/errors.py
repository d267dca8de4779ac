"""What stands in the way of bringing a bank in or taking it out."""

from __future__ import annotations

from tui.study.errors import StudyError


class BringingError(StudyError):
    """Nothing was changed, for a reason that the message says."""
