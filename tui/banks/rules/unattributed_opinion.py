"""A prompt asks what should, must or would be, and does not say in whose view.

Why: An opinion is learned as if it were a fact. In the exam the examiner wants to know whose view
it is, and there are others.

Fails:

    questions:
      - prompt: When should the NRF have a new leader?

Passes:

    questions:
      - prompt: By when does the article say the NRF should have a leader?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.finding import Complaint, Severity
from tui.banks.nodes import Mapping, Node, text
from tui.banks.rule import BankContext, QuestionEntry, Rule
from tui.banks.wording import telling, words

_OPINION = re.compile(r"\b(?:should|must|would|ought to|had better)\b", re.IGNORECASE)
_HOLDERS = (
    "article|text|passage|author|writer|report|book|source|essay|speech|speaker|introduction|"
    "conclusion|recommendations?|approach|camps?|optimists?|pessimists?|critics?|supporters?|"
    "opponents?|analysts?|experts?|scholars?|commentators?|historians?|observers?|moderates?|"
    "treaty|agreement|constitution|law|act|resolution|manifesto|pledge|policy|plan|statement"
)
_ATTRIBUTION = re.compile(
    rf"\b(?:according to|in the (?:view|words|opinion|eyes|account) of|in (?:his|her|their) view|"
    rf"(?:{_HOLDERS})(?:'s|’s)?|(?:said|says|claims?|argues?|expects?|fears?|hopes?|demands?|"
    rf"recommends?|suggests?|believes?|holds?|warns?|predicts?|promised?))\b",
    re.IGNORECASE,
)
_EXEMPT = frozenset({"outline"})
"""An essay asks for the learner's own judgement."""


class UnattributedOpinion(Rule):
    """An opinion is somebody's."""

    code = "unattributed-opinion"
    severity = Severity.WARNING

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._authors = frozenset(
            word for author in _authors(bank.node.get("sources")) for word in words(author)
        ) - {"the", "of", "and", "author"}

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of an opinion without its holder."""
        asked = entry.asked
        if asked is None or asked.kind in _EXEMPT:
            return
        found = _OPINION.search(asked.prompt)
        if found and not _ATTRIBUTION.search(asked.prompt) and not self._names_author(asked.prompt):
            yield Complaint(
                entry.place("prompt"),
                f"“{found[0]}” makes this an opinion, and the prompt does not say whose.",
                "Begin with “According to the article”, or name who holds it.",
            )

    def _names_author(self, prompt: str) -> bool:
        return not self._authors.isdisjoint(telling(prompt))


def _authors(node: Node | None) -> Iterator[str]:
    if isinstance(node, Mapping):
        for _, source in node.pairs.values():
            if isinstance(source, Mapping):
                yield text(source.get("author"))
