"""Questions that the learner has flagged, by whatever name they had then."""

from __future__ import annotations

from tui.progress import flags
from tui.study.desk import Desk


def flagged_refs(desk: Desk) -> frozenset[str]:
    """The flagged questions, by their present names."""
    aliases = desk.index.aliases()
    return frozenset(aliases.get(ref, ref) for ref in flags.flagged(desk.progress))


def set_flagged(desk: Desk, ref: str, flagged: bool) -> None:
    """Flags `ref`, or takes the flag off; one that is so already stays. Needs a transaction.

    What is wanted is said, not just "the other": another window may have changed it already.
    """
    if not flagged:
        for name in desk.names(ref):
            flags.unflag(desk.progress, name)
    elif ref not in flagged_refs(desk):
        flags.flag(desk.progress, ref)
