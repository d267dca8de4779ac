"""Who did it: “was assassinated by Al-Qaeda”, “is led by Ahmad Massoud”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quote_of, quoted, with_gap
from tui.banks.drafting.source import SourceSentences
from tui.banks.drafting.wording import MONTHS, NAME

_IRREGULAR = "led|written|built|made|won|held|sung|drawn|begun|taken|given|known|sent|set|shot"
_BY = re.compile(rf"\b(?P<done>[a-z]+ed|{_IRREGULAR}) by (?:the |an? )?(?P<who>(?!{MONTHS}){NAME})")


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each name that something was done by."""
    for sentence in source.told:
        for match in _BY.finditer(sentence.text):
            start, end = match.span("who")
            who = re.sub(r"[’']s?$", "", match["who"])
            end = start + len(who)
            shown = quoted(with_gap(sentence, start, end))
            yield Candidate(
                rule="agent",
                sentence=sentence,
                asked=(start, end),
                worth=72,
                kind="short",
                prompt=f"According to {sentence.within}, which name belongs in the gap? {shown}",
                quotes=(quote_of(sentence, start, end),),
                answer=who,
            )
