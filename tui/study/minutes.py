"""How many minutes a session is planned for: what the learner set last."""

from __future__ import annotations

from tui.progress import settings
from tui.study.desk import Desk

DEFAULT = 20
SHORTEST, LONGEST = 5, 240
SETTING = "minutes"


def planned_minutes(desk: Desk) -> int:
    """The minutes set last, 20 if none were."""
    text = settings.get(desk.progress, SETTING)
    return int(text) if text and text.isdecimal() and int(text) > 0 else DEFAULT


def set_minutes(desk: Desk, minutes: int) -> int:
    """Keeps `minutes` for the sessions to come, between 5 and 240; returns what was kept."""
    kept = max(SHORTEST, min(LONGEST, minutes))
    with desk.progress.transaction():
        settings.put(desk.progress, SETTING, str(kept))
    return kept
