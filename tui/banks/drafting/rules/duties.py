"""What must or should be, turned round or left as it is: a statement, true or false.

“must not” is kept and is true; “must” becomes “must not” and is false. So statements without
“not” are not always the true ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quoted
from tui.banks.drafting.source import SourceSentences
from tui.banks.drafting.wording import LITTLE, leans_back

_MUST = re.compile(r"\b(?P<modal>must|should|shall)(?P<denied> not\b)? (?P<do>[a-z]+)")
_LONGEST = 30
"""Words of a statement that is read at a glance."""


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each sentence with a duty."""
    for sentence in source.told:
        text = sentence.text
        match = _MUST.search(text)
        if match is None or leans_back(text) or not text.endswith(".") or _is_open(text):
            continue
        if len(text.split()) > _LONGEST or re.search(r"\b(?:if|whether)\b", text, re.IGNORECASE):
            continue
        denied = match["denied"] is not None
        statement = (
            text if denied else f"{text[: match.end('modal')]} not{text[match.end('modal') :]}"
        )
        if not _begins_with_name(text, source):
            statement = statement[0].lower() + statement[1:]
        yield Candidate(
            rule="duty",
            sentence=sentence,
            asked=match.span(),
            worth=56,
            kind="truefalse",
            prompt=f"According to {sentence.within}, {statement}",
            quotes=(text.rstrip("."),),
            subject=f"{match['modal']} {' '.join(text[match.end('modal') :].split()[:5])}",
            answer="true" if denied else "false",
            mistakes={"false" if denied else "true": f"The text says: {quoted(text)}"},
        )


def _begins_with_name(text: str, source: SourceSentences) -> bool:
    """Whether the first word keeps its capital within a sentence."""
    first = re.split(r"[\s,’']", text, maxsplit=1)[0]
    often = source.word_counts[first] > 1 and first.lower() not in LITTLE
    is_short = first.isupper() and len(first) > 1
    return is_short or (often and not source.word_counts[first.lower()])


def _is_open(text: str) -> bool:
    return "?" in text or ":" in text
