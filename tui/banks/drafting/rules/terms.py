"""Terms and by-names: “who was known as the ‘Lion of Panjshir’”, “is called a bear market”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quote_of, quoted, with_gap
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.wording import NAME

_OPEN, _CLOSE = "“\"‘'", "”\"’'"
_AFTER_NAME = re.compile(
    rf"(?P<who>{NAME}), (?:who (?:is|was) |also |popularly |commonly |publicly |better |widely )*"
    rf"(?:known|called|nicknamed|dubbed)(?: as)? (?P<term>(?:the )?[{_OPEN}]?[^,.;]{{3,50}}?)"
    rf"(?=[,.;{_CLOSE}]|$)"
)
_CALLED = re.compile(
    rf"\b(?:is|are|was|were|been|being|also|commonly|popularly|widely) "
    rf"(?:called|termed|dubbed|nicknamed|named|known as|referred to as) "
    rf"(?P<article>(?:the|an?) )?[{_OPEN}]?"
    rf"(?!(?:after|for|in|on|by|as|to) )(?P<term>[^,.;:()“”\"]{{3,50}}?)"
    rf"(?=[,.;:()”\"]|$| (?:in|by|because|after|since|for|and|who|which|that|from|at)\b)"
)
_QUOTED = re.compile(r"[“\"](?P<term>[^“”\"]{3,40}?)[.,]?[”\"]")


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each person with a by-name, and one for each thing that is called something."""
    for sentence in source.told:
        named = [_named(sentence, match) for match in _AFTER_NAME.finditer(sentence.text)]
        yield from named
        if named:
            continue
        called = [_called(sentence, match, 68) for match in _CALLED.finditer(sentence.text)]
        yield from called
        if not called and len(sentence.text.split()) > 6:
            for match in _QUOTED.finditer(sentence.text):
                if len(match["term"].split()) <= 4:
                    yield _called(sentence, match, 54)


def _named(sentence: Told, match: re.Match[str]) -> Candidate:
    term = match["term"].strip(_OPEN + _CLOSE + " ")
    term = re.sub(rf"^the [{_OPEN}]", "", term)
    return Candidate(
        rule="term",
        sentence=sentence,
        asked=match.span("who"),
        worth=74,
        kind="short",
        prompt=f"According to {sentence.within}, who or what is known as {quoted(term)}?",
        quotes=(sentence.text[match.start() : match.end("term")],),
        subject=f"known as {term}",
        answer=match["who"],
    )


def _called(sentence: Told, match: re.Match[str], worth: int) -> Candidate:
    start, end = match.span("term")
    return Candidate(
        rule="term",
        sentence=sentence,
        asked=(start, end),
        worth=worth,
        kind="cloze",
        prompt=f"Complete this statement of {sentence.within} with the term that it uses.",
        quotes=(quote_of(sentence, start, end),),
        answer=match["term"],
        text=with_gap(sentence, start, end, f"{{{{{match['term']}}}}}"),
    )
