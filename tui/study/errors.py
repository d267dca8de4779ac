"""The failures that a learner may be shown."""

from __future__ import annotations

from tui.fault import Fault


class StudyError(Fault):
    """Something that stands in the way of studying."""
