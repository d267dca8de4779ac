"""Reads a query."""

from __future__ import annotations

import re

from tui.banks.characters import visible
from tui.study.filters.errors import FilterError, suggestion
from tui.study.filters.known import FILTERS
from tui.study.filters.query import Query
from tui.study.filters.term import Term
from tui.study.filters.words import QUOTES, Words

_SPACE = re.compile(r"\s")
_NAMED = re.compile(r"(?P<name>[^\W\d_]+)(?P<sign>:|<=|>=|<|>|=)")
_BARE = re.compile(r"\S+")
_VALUE = re.compile(r"[^\s,]*")


def parse(text: str) -> Query:
    """The query that `text` says; FilterError with the place of what is not understood.

    Characters that no bank may hold are replaced first: they find nothing, and may be shown.
    """
    text = visible(_SPACE.sub(" ", text))
    terms: list[Term] = []
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
        else:
            term, at = _term(text, at)
            terms.append(term)
    return Query(tuple(terms))


def _term(text: str, at: int) -> tuple[Term, int]:
    """The term at `at`, and where it ends."""
    negated = text[at] == "-"
    start = at + negated
    kind: type[Term] = Words
    sign = ""
    if text[start : start + 1] in QUOTES and start < len(text):
        value, end = _quoted(text, start)
        sign, values = '"', [value]
    elif named := _NAMED.match(text, start):
        sign, name = named["sign"], named["name"].lower()
        if name not in FILTERS:
            raise _no_filter(name, sign).found_at(start)
        kind = FILTERS[name]
        values, end = _values(text, named.end())
        if not all(values):
            example = f"Write it as {kind.EXAMPLE}."
            raise FilterError(f"{name}{sign} needs a value.", example).found_at(start)
    else:
        bare = _BARE.match(text, start)
        values, end = ([bare[0]], bare.end()) if bare else ([""], start)
    try:
        return kind.read(sign, tuple(values), negated=negated), end
    except FilterError as error:
        raise error.found_at(at) from None


def _values(text: str, at: int) -> tuple[list[str], int]:
    """The values parted by commas from `at` on, and where they end."""
    values: list[str] = []
    while True:
        if text[at : at + 1] in QUOTES and at < len(text):
            value, at = _quoted(text, at)
        else:
            found = _VALUE.match(text, at)
            value, at = (found[0], found.end()) if found else ("", at)
        values.append(value)
        if text[at : at + 1] != ",":
            return values, at
        at += 1


def _quoted(text: str, at: int) -> tuple[str, int]:
    """The text in the quotes that are opened at `at`, and the place behind them."""
    end = next((n for n in range(at + 1, len(text)) if text[n] in QUOTES), None)
    if end is None:
        advice = "End it with another one."
        raise FilterError("A quotation mark is not closed.", advice).found_at(at)
    return text[at + 1 : end], end + 1


def _no_filter(name: str, sign: str) -> FilterError:
    from difflib import get_close_matches

    given = f"{name}{sign}"
    near = get_close_matches(name, FILTERS, n=1, cutoff=0.6)
    if near:
        meant = FILTERS[near[0]]
        sign = meant.EXAMPLE[len(meant.NAME)]
        return FilterError(f"There is no filter {given}.", f"Did you mean {meant.NAME}{sign}?")
    listed = suggestion("", list(FILTERS), "filters")
    return FilterError(
        f"There is no filter {given}.", f"{listed} Put it in quotes to search for it as it stands."
    )
