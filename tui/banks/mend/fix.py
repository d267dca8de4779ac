"""What a fix is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from tui.banks.finding import Place
from tui.banks.mend.change import Change, NotMended
from tui.banks.nodes import Mapping, Node, Path, scalars
from tui.banks.rule import BankContext


class Names:
    """The names of questions that are taken: ids, older ids, retired ones, new ones."""

    def __init__(self, retired: Node | None) -> None:
        self._taken = {found.text for found in scalars(retired)}

    def note(self, question: Mapping) -> None:
        """Notes the names that `question` has and had."""
        for name in ("id", "was"):
            self._taken.update(found.text for found in scalars(question.get(name)) if found.text)

    def claim(self, name: str) -> bool:
        """Takes `name` and says that it was free, or says that it was not."""
        if not name or name in self._taken:
            return False
        self._taken.add(name)
        return True


@dataclass(frozen=True, slots=True)
class Patient:
    """A bank that is being mended. names: complete once all of its questions were looked at."""

    context: BankContext
    names: Names


class Fix:
    """Something in a bank that can be mended without asking its author.

    One object looks at one bank: first `before`, then `question` for each of its questions in
    order, then `after`. codes: the findings that it takes away.
    """

    codes: ClassVar[tuple[str, ...]]

    def __init__(self, bank: Patient) -> None:
        self.bank = bank

    def before(self) -> Iterable[Change | NotMended]:
        """What to change in the bank's own fields."""
        return ()

    def question(self, path: Path, node: Mapping) -> Iterable[Change | NotMended]:
        """What to change in one question; `path` is its own, from the bank's root."""
        return ()

    def repeat(self, path: Path, place: Place) -> Iterable[Change | NotMended]:
        """What to do about a key at `place` that its mapping has already.

        path: that of the question which it is in, () where it is in none.
        """
        return ()

    def after(self) -> Iterable[Change | NotMended]:
        """What to change once all questions are known."""
        return ()
