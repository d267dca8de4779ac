"""Terms on what a question is called: its kind, its bank, its tags, its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tui.banks.conditions import Condition, is_named, is_one_of, is_tagged
from tui.banks.folded_words import searchable
from tui.kinds import KIND_NAMES
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.filters.errors import suggestion
from tui.study.filters.values import BankValues


@dataclass(frozen=True, slots=True)
class OfKind(BankValues):
    """Of one of these kinds."""

    NAME: ClassVar[str] = "kind"
    EXAMPLE: ClassVar[str] = "kind:date,number"
    HELP: ClassVar[str] = "questions of these kinds"
    CHOICES: ClassVar[tuple[str, ...]] = KIND_NAMES

    def condition(self, desk: Desk) -> Condition:
        """See `BankTerm.condition`."""
        return is_one_of("kind", self.values)


@dataclass(frozen=True, slots=True)
class OfBank(BankValues):
    """Of one of these banks."""

    NAME: ClassVar[str] = "bank"
    EXAMPLE: ClassVar[str] = "bank:nrf-afghanistan"
    HELP: ClassVar[str] = "questions of this bank"

    def condition(self, desk: Desk) -> Condition:
        """See `BankTerm.condition`."""
        known = [row.id for row in desk.index.banks()]
        for name in self.values:
            if name not in known:
                raise StudyError(f"There is no bank {name}.", suggestion(name, known, "banks"))
        return is_one_of("bank", self.values)


@dataclass(frozen=True, slots=True)
class Tagged(BankValues):
    """With one of these tags."""

    NAME: ClassVar[str] = "tag"
    EXAMPLE: ClassVar[str] = "tag:names"
    HELP: ClassVar[str] = "questions with this tag"

    def condition(self, desk: Desk) -> Condition:
        """See `BankTerm.condition`."""
        known = desk.index.tags()
        tags = list(map(searchable, self.values))
        for tag in tags:
            if tag not in known:
                raise StudyError(f"No question has the tag {tag}.", suggestion(tag, known, "tags"))
        return is_tagged(tags)


@dataclass(frozen=True, slots=True)
class Named(BankValues):
    """With one of these ids, or names of the form bank/id; one that ends in * begins so."""

    NAME: ClassVar[str] = "id"
    EXAMPLE: ClassVar[str] = "id:leader-*"
    HELP: ClassVar[str] = "the question with this id; * stands for any ending"

    def condition(self, desk: Desk) -> Condition:
        """See `BankTerm.condition`."""
        conditions = [is_named(name) for name in self.values]
        sql = " OR ".join(condition.sql for condition in conditions)
        values = tuple(value for condition in conditions for value in condition.values)
        return Condition(f"({sql})", values)
