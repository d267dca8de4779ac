"""Definitions: “The NRF is an anti-Taliban resistance group that …”, “X, which means Y”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quoted
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.wording import LITTLE, without_leading_article

_IS = re.compile(
    r"^(?P<what>(?:The |An? )?[^,;:()]{2,50}?(?: \([A-Z][\w-]*\))?) (?P<verb>is|are|was|were) "
    r"(?P<is>an? (?:[^,;:()]|(?<=\d),(?=\d))+?)(?=,(?!\d)|[;:(.]| (?:that|which|who|whose|"
    r"where|in which|of which|for which|when|born|founded|based|located)\b|$)"
)
_MEANS = re.compile(
    r"(?P<what>[^,;:()“”\"]{2,50}?)[”\"]?(?:, which means|, meaning| means| refers to| is defined "
    r"as|, that is,) (?P<is>[^.;:]{3,90})"
)
_LONGEST = 10
"""Words of an answer that can be typed."""


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each sentence that says what something is."""
    for sentence in source.told:
        match = _MEANS.match(sentence.text)
        if match is not None and _can_be_asked(match):
            what = without_leading_article(match["what"]).strip("“”\"' ")
            yield _asked(
                sentence, match, f"According to {sentence.within}, what does {quoted(what)} mean?"
            )
            continue
        match = _IS.match(sentence.text)
        if match is not None and _can_be_asked(match):
            what = _within(match["what"], sentence)
            verb = match["verb"]
            yield _asked(sentence, match, f"According to {sentence.within}, what {verb} {what}?")


def _can_be_asked(match: re.Match[str]) -> bool:
    words = match["what"].split()
    if words[0].lower() in LITTLE - {"the", "a", "an"} or len(words) > 7:
        return False
    return 1 < len(match["is"].split()) <= _LONGEST


def _within(what: str, sentence: Told) -> str:
    """`what`, as it is written within a sentence."""
    article = re.match(r"(?:The|An?)\b", what)
    return what[0].lower() + what[1:] if article is not None else what


def _asked(sentence: Told, match: re.Match[str], prompt: str) -> Candidate:
    return Candidate(
        rule="definition",
        sentence=sentence,
        asked=match.span("is"),
        worth=66,
        kind="short",
        prompt=prompt,
        quotes=(sentence.text[match.start("what") : match.end("is")].rstrip(" .,"),),
        subject=f"{without_leading_article(match['what'])} definition",
        answer=match["is"].rstrip(" ."),
    )
