"""Ids for drafts: made from what is asked, and from no bank's other ids."""

from __future__ import annotations

import re

from tui.banks.slug import slug_for

_LONGEST = 40
"""Characters of an id, but for a number that parts it from another."""
_WEAK_ENDS = frozenset("a an the of in on to for and or by with is are was were that at as".split())  # noqa: SIM905


def new_id(subject: str, taken: set[str]) -> str:
    """An id made from `subject`, added to `taken`, the ids that it can't be."""
    words = [
        word
        for word in slug_for(re.sub(r"[—–/]", " ", re.sub(r"[’']", "", subject))).split("-")
        if word
    ]
    kept: list[str] = []
    for word in words:
        if kept and len("-".join([*kept, word])) > _LONGEST:
            break
        kept.append(word[:_LONGEST])
    while len(kept) > 1 and kept[-1] in _WEAK_ENDS:
        kept.pop()
    name = "-".join(kept) or "draft"
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    taken.add(found)
    return found
