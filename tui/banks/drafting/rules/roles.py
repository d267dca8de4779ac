"""Names with a role: “Jan Achakzai, the former minister of …”, “his son, Ahmed Massoud, is …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quote_of, quoted, with_gap
from tui.banks.drafting.source import SourceSentences
from tui.banks.drafting.wording import NAME

_ROLE = (
    r"(?:president|prime minister|minister|chief minister|governor|secretary|director|head|leader|"
    r"chief|chairman|chairwoman|chair|founder|co-founder|commander|general|ambassador|spokesperson|"
    r"spokesman|spokeswoman|author|editor|professor|principal|dean|judge|king|queen|emir|amir|"
    r"mayor|captain|architect|inventor|poet|teacher|doctor|physician|engineer|scientist|"
    r"physicist|capital|son|daughter|wife|husband|father|mother|brother|sister|successor|"
    r"predecessor|mentor|rival|deputy)"
)
_APPOSED = re.compile(
    rf"(?P<who>{NAME}), (?P<role>(?:the |an? |its |then |former )*(?:[\w’'-]+ ){{0,4}}?{_ROLE}s?"
    rf"\b(?: of [^,.;:]{{2,50}}?)?)(?=[,.;:]|$)"
)
_PLACE = re.compile(r"\b(?:in|at|from|near|to|of) $", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?P<role>(?:his|her|its|their|the|whose) (?:[a-z-]+ ){{0,3}}?{_ROLE}),? "
    rf"(?P<who>{NAME})(?![\w’'])"
)
_TITLE = re.compile(
    rf"\b(?P<role>(?:[A-Z][a-z]+ )?(?:President|Minister|Governor|Secretary|Director|Chairman|"
    rf"General|Ambassador|Professor|Justice|Commissioner|Chancellor)) (?P<who>{NAME})"
)


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each name that a role stands beside."""
    for sentence in source.told:
        for match in _APPOSED.finditer(sentence.text):
            if _PLACE.search(sentence.text[: match.start()]):
                continue  # "in Kabul, the leader of the front spoke"
            role = match["role"].strip()
            yield Candidate(
                rule="role",
                sentence=sentence,
                asked=match.span("who"),
                worth=72,
                kind="short",
                prompt=f"Whom does {sentence.within} call {quoted(role)}?",
                quotes=(match.group(),),
                subject=f"name of {role}",
                answer=match["who"],
            )
        for pattern in (_BEFORE, _TITLE):
            for match in pattern.finditer(sentence.text):
                start, end = match.span("who")
                shown = quoted(with_gap(sentence, start, end))
                yield Candidate(
                    rule="role",
                    sentence=sentence,
                    asked=(start, end),
                    worth=70,
                    kind="short",
                    prompt=(
                        f"According to {sentence.within}, which name belongs in the gap? {shown}"
                    ),
                    quotes=(quote_of(sentence, start, end),),
                    subject=f"name of {match['role']}" if pattern is _TITLE else "",
                    answer=match["who"],
                )
