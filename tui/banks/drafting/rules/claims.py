"""Who says it: “According to X, …”, “X stated in its report that …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quoted
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.wording import CAPITAL, LITTLE, WORD, without_leading_article

_ACCORDING = re.compile(r"^According to (?P<who>[^,]{2,60}), (?P<what>.+)$")
_ENDING = re.compile(r"^(?P<what>.+), according to (?P<who>[^,]{2,60}?)[.!]?$")
_SAID = re.compile(
    r"^(?P<who>[^,]{2,70}?) (?:(?:has|have|had) )?(?:also )?"
    r"(?:stated|said|says|claims?|claimed|argues?|argued|warns?|warned|believes?|believed|"
    r"reports?|reported|announced|declared|(?:is|are) of the (?:view|opinion)|"
    r"holds?|maintains?|maintained|suggests?|suggested|noted|notes|found|predicted|predicts?)"
    r"(?: in (?:its|his|her|their|a|an) [\w ]{3,30}?)? that (?P<what>.+)$"
)
_ABBREVIATED = re.compile(r"^(?P<full>.+?) \((?P<short>[A-Z][\w-]*)\)$")
_LEAST, _SHOWN = 6, 24
"""Words of a claim that are shown."""


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each sentence that says who says it."""
    for sentence in source.told:
        for pattern in (_ACCORDING, _ENDING, _SAID):
            match = pattern.match(sentence.text)
            if match is not None and _names_somebody(match["who"], match.start("who"), source):
                yield _asked(sentence, match)
                break


def _names_somebody(who: str, start: int, source: SourceSentences) -> bool:
    first = who.split(maxsplit=1)[0].lower()
    plain = without_leading_article(who)
    if first in LITTLE - {"the", "a", "an"} or len(plain.split()) > 8:
        return False
    # The capital at a sentence's beginning says nothing: "Critics", "Officials".
    named = plain[1:] if start == 0 and plain == who else plain
    is_known = source.word_counts[plain.split(maxsplit=1)[0]] > 1
    return re.search(rf"[{CAPITAL}]", named) is not None or (is_known and plain[0].isupper())


def _asked(sentence: Told, match: re.Match[str]) -> Candidate:
    claim = _claim(match["what"].rstrip(" .!,;:"))
    who, short = match["who"], _ABBREVIATED.match(match["who"])
    if short is not None:
        who = short["full"]
    said = match.start("what"), match.start("what") + len(claim)
    first, last = min(match.start("who"), said[0]), max(match.end("who"), said[1])
    shown = claim if said[1] >= len(sentence.text.rstrip(" .!")) else f"{claim} …"
    return Candidate(
        rule="claim",
        sentence=sentence,
        asked=match.span("who"),
        worth=72 if sentence.text.startswith("According") or short is not None else 64,
        kind="short",
        prompt=f"According to {sentence.within}, who says this? {quoted(shown.rstrip('.'))}",
        quotes=(sentence.text[0 if first < 15 else first : last],),
        subject=f"{' '.join(_telling(claim)[:3])} claim",
        answer=without_leading_article(who),
        accept=(short["short"],) if short is not None else (),
    )


def _claim(text: str) -> str:
    """The first clauses of what is said: more would give away what other drafts ask."""
    if len(text.split()) <= _SHOWN:
        return text
    words = list(re.finditer(r"\S+", text))
    shown = text[: words[_SHOWN - 1].end()]
    clauses = [cut.start() for cut in re.finditer(r"[,;:] |—", shown)]
    long_enough = [cut for cut in clauses if len(shown[:cut].split()) >= _LEAST]
    return shown[: long_enough[-1]] if long_enough else shown.rstrip(" ,;:")


def _telling(text: str) -> list[str]:
    return [word for word in re.findall(WORD, text) if word.lower() not in LITTLE]
