"""What a question may be asked to be like, so that `Index.matching` finds those that are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Condition(NamedTuple):
    """A condition on a row of the table `question`, in SQL, with the values of its places.

    plain: the same where SQLite has no full-text search; empty where it makes no difference.
    """

    sql: str
    values: tuple[str, ...]
    plain: str = ""
    plain_values: tuple[str, ...] = ()

    def negated(self) -> Condition:
        """The opposite."""
        return Condition(
            f"NOT ({self.sql})",
            self.values,
            f"NOT ({self.plain})" if self.plain else "",
            self.plain_values,
        )


def holds_words(words: Sequence[str], *, whole: bool) -> Condition:
    """Has these folded words in a row, within one field; unless `whole`, the last may go on.

    The fields are those of `tui.banks.writing`. Nothing holds no words.
    """
    if not words:
        return Condition("FALSE", ())
    phrase = " ".join(words)
    return Condition(
        "id IN (SELECT rowid FROM words WHERE words MATCH ?)",
        (f'"{phrase}"{"" if whole else "*"}',),
        "id IN (SELECT rowid FROM words WHERE instr(' ' || text || ' ', ?))",
        (f" {phrase}{' ' if whole else ''}",),
    )


def is_one_of(column: str, names: Iterable[str]) -> Condition:
    """Has one of `names` in the column "topic", "kind", "bank" or "ref"."""
    return Condition(f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(list(names)),))


def is_tagged(tags: Iterable[str]) -> Condition:
    """Has one of the folded `tags`."""
    of_tags = "SELECT question FROM tag WHERE tag IN (SELECT value FROM json_each(?))"
    return Condition(f"id IN ({of_tags})", (json.dumps(list(tags)),))


def is_named(name: str) -> Condition:
    """Has the id or the ref `name`; where it ends in *, one that begins so."""
    begin = name.removesuffix("*")
    own_id = "ref" if "/" in name else "substr(ref, length(bank) + 2)"
    if begin == name:
        return Condition(f"{own_id} = ?", (name,))
    return Condition(f"substr({own_id}, 1, length(?)) = ?", (begin, begin))
