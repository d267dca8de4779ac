"""Abbreviations with what they stand for: “International Crisis Group (ICG)”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate, Span
from tui.banks.drafting.source import SourceSentences, Told

_SHORT = r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*s?"
_AFTER = re.compile(rf"\((?:the )?(?P<short>{_SHORT})\)")
_BEFORE = re.compile(rf"\b(?P<short>{_SHORT}) \((?P<full>[A-Z][^()]*)\)")
_FEWEST, _MOST = 3, 6
"""Abbreviations of one match."""
_UNSAID = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an", "de"})


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each abbreviation, where it is first explained; several of them as one match."""
    found: dict[str, tuple[Told, Span, Span]] = {}
    for sentence in source.told:
        for short, asked, stretch in _explained(sentence):
            full = sentence.text[slice(*asked)]
            if all(full != told.text[slice(*span)] for told, span, _ in found.values()):
                found.setdefault(short, (sentence, asked, stretch))
    pairs = list(found.items())
    if len(pairs) < _FEWEST:
        for short, (sentence, asked, stretch) in pairs:
            yield _asked(sentence, short, asked, stretch)
    for at in range(0, len(pairs), _MOST):
        if len(pairs[at : at + _MOST]) >= _FEWEST:
            yield _matched(dict(pairs[at : at + _MOST]))


def expansion(short: str, before: str) -> str:
    """The words at the end of `before` whose initials are `short`; '' if they are not."""
    letters = [letter for letter in short if letter.isupper()]
    words = list(re.finditer(r"[^\s-]+", before))
    at = len(words)
    for letter in reversed(letters):
        at -= 1
        while at > 0 and words[at].group().lower() in _UNSAID:
            at -= 1
        if at < 0 or words[at].group()[0].upper() != letter:
            return ""
    first = words[at].start()
    found = before[first:].strip()
    return found if any(word[0].isupper() for word in found.split()) else ""


def _explained(sentence: Told) -> Iterator[tuple[str, Span, Span]]:
    """Each abbreviation, where what it stands for is, and where both together are."""
    text = sentence.text
    for match in _AFTER.finditer(text):
        before = text[: match.start()].rstrip()
        full = expansion(match["short"], before)
        if full:
            start = len(before) - len(full)
            yield match["short"], (start, len(before)), (start, match.end())
    for match in _BEFORE.finditer(text):
        full = match["full"].strip()
        if expansion(match["short"], full) == full:
            start = match.start("full")
            yield match["short"], (start, start + len(full)), match.span()


def _matched(found: dict[str, tuple[Told, Span, Span]]) -> Candidate:
    first = next(iter(found.values()))[0]
    return Candidate(
        rule="abbreviation",
        sentence=first,
        asked=(0, len(first.text)),
        worth=72,
        kind="match",
        prompt=f"Match each abbreviation with what it stands for in {first.within}.",
        quotes=tuple(told.text[slice(*stretch)] for told, _, stretch in found.values()),
        subject=f"abbreviations {' '.join(list(found)[:2])}",
        pairs={short: told.text[slice(*asked)] for short, (told, asked, _) in found.items()},
    )


def _asked(sentence: Told, short: str, asked: Span, stretch: Span) -> Candidate:
    return Candidate(
        rule="abbreviation",
        sentence=sentence,
        asked=asked,
        worth=62,
        kind="short",
        prompt=f"What does “{short}” stand for in {sentence.within}?",
        quotes=(sentence.text[slice(*stretch)],),
        subject=f"abbreviation {short}",
        answer=sentence.text[slice(*asked)],
    )
