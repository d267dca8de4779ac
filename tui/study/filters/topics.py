"""Terms on what a question is about: its topic, and the papers of the exam that it counts for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from tui.banks.conditions import Condition, is_one_of
from tui.banks.folded_words import searchable
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.filters.errors import suggestion
from tui.study.filters.values import BankValues


@dataclass(frozen=True, slots=True)
class OfTopic(BankValues):
    """Of one of these topics, or of one under it."""

    NAME: ClassVar[str] = "topic"
    EXAMPLE: ClassVar[str] = "topic:nrf.leaders"
    HELP: ClassVar[str] = "this topic and those under it"

    def condition(self, desk: Desk) -> Condition:
        """See `BankTerm.condition`."""
        topics = desk.index.topics()
        return is_one_of("topic", [t for name in self.values for t in under(name.lower(), topics)])


def under(name: str, topics: Iterable[str]) -> list[str]:
    """Those of `topics` that are `name` or under it; StudyError if there is none."""
    known = list(topics)
    found = [topic for topic in known if topic == name or topic.startswith(f"{name}.")]
    if not found:
        raise StudyError(f"No bank has the topic {name}.", suggestion(name, known, "topics"))
    return found


@dataclass(frozen=True, slots=True)
class OfPaper(BankValues):
    """Of a topic that counts for one of these papers."""

    NAME: ClassVar[str] = "paper"
    EXAMPLE: ClassVar[str] = "paper:current-affairs"
    HELP: ClassVar[str] = "topics of this paper of the exam"

    def condition(self, desk: Desk) -> Condition:
        """See `BankTerm.condition`."""
        topics = desk.index.topics().values()
        papers = {searchable(paper): paper for topic in topics for paper in topic.papers}
        wanted = set(map(searchable, self.values))
        for paper in sorted(wanted - papers.keys()):
            listed = suggestion(paper, sorted(papers.values()), "papers")
            raise StudyError(f"No bank has a topic for the paper {paper}.", listed)
        of_paper = [t.id for t in topics if not wanted.isdisjoint(map(searchable, t.papers))]
        return is_one_of("topic", of_paper)
