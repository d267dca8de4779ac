"""Which topic a draft gets."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.banks.complaints import did_you_mean
from tui.banks.rows import Topic
from tui.banks.slug import slug_for
from tui.banks.wording import telling
from tui.fault import Fault

COLLECTING = "drafts"
"""The topic that all drafts have, if the bank has it and nothing else is asked for."""


class Topics:
    """The topics of a bank. chosen: the one that all drafts get; None if that goes by headings.

    Raises Fault if the bank has no topic `chosen`.
    """

    def __init__(self, topics: Mapping[str, Topic], chosen: str | None = None) -> None:
        if chosen is not None and chosen not in topics:
            meant = did_you_mean(chosen, topics)
            known = f"The topics are {', '.join(topics)}."
            raise Fault(f"The bank has no topic “{chosen}”.", meant or known)
        fixed = chosen or (COLLECTING if COLLECTING in topics else None)
        self._topics = {} if fixed else topics
        self._otherwise = fixed or next(iter(topics), COLLECTING)

    def under(self, heading: str) -> str:
        """The topic whose title or id is `heading`'s, or shares all its telling words; else one."""
        plain = re.sub(r"^\W*\d+[.)]\s*", "", heading)
        if not plain:
            return self._otherwise
        wanted = telling(plain)
        for topic, each in self._topics.items():
            said = telling(each.title)
            is_same = slug_for(plain) in {slug_for(each.title), topic, topic.rpartition(".")[2]}
            if is_same or (said and wanted and (said <= wanted or wanted <= said)):
                return topic
        return self._otherwise
