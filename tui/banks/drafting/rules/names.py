"""Names that the text has once or twice: a place, a body, a treaty. Left out of their sentence.

A name that stands all over the text is what the text is about, and is given away by the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quote_of, with_gap
from tui.banks.drafting.source import SourceSentences
from tui.banks.drafting.wording import LITTLE, MONTHS, NAME, WORD

_NAME = re.compile(rf"(?<![\w’'-]){NAME}")
_OFTEN = 2
"""A name whose every word stands more often than this in the text is no rare one."""
_NO_NAME = re.compile(
    rf"^(?:(?:{MONTHS}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    rf"|(?:President|Prime Minister|Minister|Governor|King|Queen|Secretary)(?: of\b|$))"
)


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each rare name that does not begin its sentence."""
    seen: set[str] = set()
    for sentence in source.told:
        for match in _NAME.finditer(sentence.text):
            name = re.sub(r"[’']s?$", "", match.group())
            start = match.start()
            if name.startswith("The "):
                name, start = name[4:], start + 4
            if start == 0 or sentence.text[:start].endswith(
                ("“", '"', ". ", "? ", "! ", ": ", "(")
            ):
                continue  # a capital there says nothing
            is_known = any(name in known for known in seen)
            if is_known or not _is_asked_for(name, source):
                continue
            seen.add(name)
            end = start + len(name)
            yield Candidate(
                rule="name",
                sentence=sentence,
                asked=(start, end),
                worth=58 if len(name.split()) > 1 else 52,
                kind="cloze",
                prompt=(
                    f"Complete this statement of {sentence.within} with the name that is missing."
                ),
                quotes=(quote_of(sentence, start, end),),
                answer=name,
                text=with_gap(sentence, start, end, f"{{{{{name}}}}}"),
            )


def _is_asked_for(name: str, source: SourceSentences) -> bool:
    if len(name) < 4 or _NO_NAME.match(name) or name.lower() in LITTLE:
        return False
    return min(source.word_counts[word] for word in re.findall(WORD, name)) <= _OFTEN
