"""Superlatives: “the largest of the former Republic's groups”, “the most significant enemy”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quote_of, with_gap
from tui.banks.drafting.source import SourceSentences

_BEST = re.compile(
    r"\b(?:the|its|his|her|their|our|world’s|world's) (?P<word>(?:second-|third-)?"
    r"(?:(?:most|least) [a-z-]{4,}|[a-z-]{3,}est|only|sole|first-ever))\b(?! (?:of all|possible))"
)
_NO_SUPERLATIVE = frozenset(
    "west rest forest interest northwest southwest guest test quest request harvest contest "  # noqa: SIM905
    "protest arrest unrest latest manifesto midwest self-interest nearest".split()
)


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each superlative."""
    for sentence in source.told:
        for match in _BEST.finditer(sentence.text):
            word = match["word"]
            if word in _NO_SUPERLATIVE or word in {"only", "sole"}:
                continue
            start, end = match.span("word")
            yield Candidate(
                rule="superlative",
                sentence=sentence,
                asked=(start, end),
                worth=60,
                kind="cloze",
                prompt=f"Complete this statement of {sentence.within}.",
                quotes=(quote_of(sentence, start, end),),
                answer=word,
                text=with_gap(sentence, start, end, f"{{{{{word}}}}}"),
            )
