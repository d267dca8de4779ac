"""Words that a question holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from tui.banks.conditions import Condition, holds_words
from tui.banks.folded_words import words_of
from tui.study.desk import Desk
from tui.study.filters.errors import FilterError
from tui.study.filters.term import BankTerm

QUOTES = '"“”„'
"""What may stand around words that are to be found as they stand."""


@dataclass(frozen=True, slots=True)
class Words(BankTerm):
    """`words` in a row in one field; unless `whole`, the last may be the beginning of a word.

    Case, accents and punctuation don't count.
    """

    words: str
    whole: bool = False

    EXAMPLE: ClassVar[str] = '"stepped on"'
    HELP: ClassVar[str] = "these words in this order"

    @classmethod
    def read(cls, sign: str, values: tuple[str, ...], *, negated: bool) -> Self:
        """The term for one text; `sign` is '"' if it stood in quotes."""
        (text,) = values
        if not words_of(text):
            said = (
                f"“{text}” has no letter or digit to search for." if text else "A word is missing."
            )
            raise FilterError(said, "Type a word, or words in quotes.")
        return cls(text, whole=sign == '"', negated=negated)

    def written(self) -> str:
        """In quotes only where it would be read as something else without."""
        if self.whole:
            return f'"{self.words}"'
        return self.words

    def condition(self, desk: Desk) -> Condition:
        """See `BankTerm.condition`."""
        return holds_words(words_of(self.words), whole=self.whole)
