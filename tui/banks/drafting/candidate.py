"""What a rule finds in a source: a question that might be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tui.banks.drafting.source import SourceSentences, Told

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with other wordings of it."""

    answer: str
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that a rule would ask of a sentence.

    rule: the rule's name. worth: the higher, the likelier that it is worth asking; rules give 40
    to 80. asked: what of the sentence's text is asked for; two drafts never ask for the same.
    Of `answer`, `text` (a cloze, beside its answer), `items` (a list) and `pairs` (a match), those
    that the kind has are filled.
    subject: what its id is made from; '' if from the words around what is asked. ending: the last
    word of such an id.
    """

    rule: str
    sentence: Told
    asked: Span
    worth: int
    kind: str
    prompt: str
    quotes: tuple[str, ...]
    subject: str = ""
    ending: str = ""
    answer: str = ""
    accept: tuple[str, ...] = ()
    unit: str = ""
    text: str = ""
    items: tuple[Item, ...] = ()
    pairs: dict[str, str] = field(default_factory=dict)
    mistakes: dict[str, str] = field(default_factory=dict)

    def answers(self) -> tuple[str, ...]:
        """What is right, as texts: one, or one an item."""
        if self.pairs:
            return tuple(self.pairs.values())
        return tuple(item.answer for item in self.items) or (self.answer,)


Rule = Callable[[SourceSentences], Iterator[Candidate]]
