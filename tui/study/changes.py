"""What has changed in the banks since memories were last looked through: names and answers.

Looking through all memories takes long where there are many, so it is done once for each state of
the banks; what was found is kept among the settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.memory import Memory
from tui.progress import log as progress_log
from tui.progress import memories, settings
from tui.progress.database import Database
from tui.study.in_force import replaying

if TYPE_CHECKING:
    from tui.study.desk import Desk

LOOKED_THROUGH = "banks-looked-through"
CHANGED = "answers-changed"


def look_through(desk: Desk) -> None:
    """Carries memories over to new names, and notes the questions whose answer has changed.

    Does nothing where the banks are as they were the last time.
    """
    db, index = desk.progress, desk.index
    stamp = index.stamp()
    if settings.get(db, LOOKED_THROUGH) == stamp:
        return
    known = memories.every(db)
    aliases = index.aliases()
    logged = set(progress_log.questions(db)) if aliases else set()
    renamed = sorted({new for old, new in aliases.items() if old in known or old in logged})
    with db.transaction(failed=""):
        if renamed:
            replay = replaying(db)
            for old in aliases:
                memories.put(db, old, None)
            for ref in renamed:
                memories.put(db, ref, replay(progress_log.reviews_of(db, desk.names(ref))))
            known = memories.every(db)
        changed = [
            row.ref
            for row in index.rows(None)
            if row.ref in known and not known[row.ref].counts_for(row.key)
        ]
        settings.put(db, CHANGED, "\n".join(changed))
        settings.put(db, LOOKED_THROUGH, stamp)


def forget_looking(db: Database) -> None:
    """Lets the next opening look through all memories again: answers came in by another way."""
    settings.put(db, LOOKED_THROUGH, None)


def changed_answers(desk: Desk) -> dict[str, Memory]:
    """Questions answered by a key that is no longer theirs, with their memories."""
    refs = (settings.get(desk.progress, CHANGED) or "").split()
    return {
        row.ref: memory
        for row in desk.index.rows(refs)
        if (memory := memories.get(desk.progress, row.ref)) and not memory.counts_for(row.key)
    }
