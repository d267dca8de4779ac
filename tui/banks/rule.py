"""What a rule is, and what it is given to look at."""

from __future__ import annotations

import collections.abc
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from tui.banks.finding import Complaint, Place, Severity
from tui.banks.nodes import Mapping, Scalar, Sequence, place_of, scalars
from tui.banks.sources import LoadedSource
from tui.kinds.question import Question

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class BankContext:
    """A bank as far as it is known before its questions are looked at one by one.

    node: its fields, the questions without entries. ids: those of all its questions, in order.
    today: the study day it is. taken: ids of other banks of the folder, and their files. lines: of
    the file as it is written, comments and all; () where nobody asks for them.
    """

    node: Mapping
    ids: tuple[Scalar, ...]
    sources: dict[str, LoadedSource]
    today: date
    taken: collections.abc.Mapping[str, str]
    lines: collections.abc.Sequence[str] = ()

    @property
    def untested(self) -> tuple[QuestionEntry, ...]:
        """The entries of `untested`: they quote sources as questions do."""
        node = self.node.get("untested")
        entries = node.items if isinstance(node, Sequence) else ()
        return tuple(QuestionEntry(each, self) for each in entries if isinstance(each, Mapping))

    def keys(self, field: str) -> dict[str, Scalar]:
        """The keys of the mapping that the bank's `field` is, by their texts."""
        node = self.node.get(field)
        if not isinstance(node, Mapping):
            return {}
        return {name: key for name, (key, _) in node.pairs.items()}


class QuestionEntry:
    """One entry of a bank's questions or of `untested`, sound or not.

    asked: the question that it is; None where an error was found in it before the rules look.
    """

    def __init__(self, node: Mapping, bank: BankContext, asked: Question | None = None) -> None:
        self.node = node
        self.bank = bank
        self.asked = asked

    def place(self, *path: str | int) -> Place:
        """The place of what `path` leads to, as far as it leads."""
        return place_of(self.node, path)

    def scalar(self, field: str) -> Scalar | None:
        """The text of `field`; None if it is not there, empty, or no text."""
        node = self.node.get(field)
        return node if isinstance(node, Scalar) and node.text else None

    def scalars(self, field: str) -> tuple[Scalar, ...]:
        """The texts of `field`, which is a text or a list of texts; empty ones left out."""
        return tuple(found for found in scalars(self.node.get(field)) if found.text)

    @property
    def source(self) -> LoadedSource | None:
        """The source it quotes: the one it names, or the bank's only one."""
        named = self.scalar("source")
        if named is not None:
            return self.bank.sources.get(named.text)
        return next(iter(self.bank.sources.values())) if len(self.bank.sources) == 1 else None

    @cached_property
    def proofs(self) -> tuple[tuple[Scalar, Span | None], ...]:
        """Each quote with its span in the source's text; () where that text is not at hand."""
        source = self.source
        if source is None or source.text is None:
            return ()
        return tuple((quote, source.text.find(quote.text)) for quote in self.scalars("quote"))


class Rule:
    """Something that every bank keeps to.

    One object looks at one bank: first `before`, then `question` for each of its questions in
    order, then `after`.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR

    def __init__(self, bank: BankContext) -> None:
        self.bank = bank

    def before(self) -> Iterable[Complaint]:
        """What is wrong with the bank's own fields."""
        return ()

    def question(self, entry: QuestionEntry) -> Iterable[Complaint]:
        """What is wrong with one question, among those before it."""
        return ()

    def after(self) -> Iterable[Complaint]:
        """What is wrong with the bank as a whole."""
        return ()
