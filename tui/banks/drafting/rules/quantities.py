"""Numbers: “more than 600 fighters”, “40 per cent”, “8,611 metres”, “three members were killed”.

Years, dates, numbers of chapters and ranges are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quote_of, quoted, with_gap
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.wording import MONTHS, NUMBER_WORDS

_SCALE = r"(?:hundred|thousand|lakh|million|crore|billion|trillion)"
_MEASURE = (
    r"(?:%|per cent|percent|percentage points|kilomet(?:re|er)s?|km|met(?:re|er)s?|miles?|feet|"
    r"hectares?|acres?|kilograms?|kg|tonnes?|tons?|degrees|megawatts?|MW|"
    r"dollars|rupees|years?|months?|weeks?|days?|hours?|minutes?)\b"
)
_FIGURES = re.compile(
    rf"(?<![\w.,:/–—-])(?P<money>[$€£]|Rs\.? ?|PKR |US\$ ?)?"
    rf"(?P<figure>\d{{1,3}}(?:,\d{{2,3}})+|\d+(?:\.\d+)?)(?![\w:/–—-]|[.,]\d)"
    rf"(?: ?(?P<scale>{_SCALE})\b)?(?: ?(?P<unit>%|{_MEASURE}))?"
)
_WORDS = re.compile(rf"\b({'|'.join(NUMBER_WORDS)})\b(?=\s+[a-zA-Z])(?!-)", re.IGNORECASE)
_LISTED = re.compile(r" [\w -]{2,40}(?::|, (?:including|namely|such as)\b)")
"""What is counted is listed there: that is asked for rather than its number."""
_NO_COUNT = re.compile(
    rf"(?:\b(?:number|chapter|article|section|page|figure|table|no\.|grade|class|type|phase|level|"
    rf"act|room|form|block|bps|part|paper|rule)|(?:{MONTHS})|\d) ?$",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(
    rf"^ (?:{MONTHS})\b|^ ?(?:a\.?m|p\.?m)\b|^ (?:of|or|and|to|in|on|at|is|was|are)\b",
    re.IGNORECASE,
)


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each number that counts or measures something."""
    for sentence in source.told:
        for match in _FIGURES.finditer(sentence.text):
            found = _figure(sentence, match)
            if found is not None:
                yield found
        for match in _WORDS.finditer(sentence.text):
            start, end = match.span()
            is_part = sentence.text[end : end + 1] == "-"
            if (
                is_part
                or _LISTED.match(sentence.text[end:])
                or not _counts(sentence.text, start, end)
            ):
                continue
            yield _asked(sentence, (start, end), str(NUMBER_WORDS[match[1].lower()]), "", 56)


def _figure(sentence: Told, match: re.Match[str]) -> Candidate | None:
    figure, unit = match["figure"], " ".join(filter(None, (match["scale"], match["unit"])))
    is_year = re.fullmatch(r"(?:1[0-9]|20)\d\d", figure) is not None
    if is_year and not (unit or match["money"]):
        return None
    start, end = match.start("figure"), match.end("figure")
    measured = bool(unit or match["money"])
    if not measured and not _counts(sentence.text, start, end):
        return None
    money = (match["money"] or "").strip()
    told = " ".join(filter(None, (unit.replace("percent", "%").replace("per cent", "%"), money)))
    return _asked(sentence, (start, end), figure.replace(",", ""), told, 74 if measured else 70)


def _counts(text: str, start: int, end: int) -> bool:
    """Whether what follows the number is counted by it."""
    if _NO_COUNT.search(text[:start]) or _NOT_COUNTED.search(text[end:]):
        return False
    return re.match(r" (?:[a-zA-Z][\w’'-]*)", text[end:]) is not None


def _asked(sentence: Told, asked: tuple[int, int], answer: str, unit: str, worth: int) -> Candidate:
    start, end = asked
    shown = quoted(with_gap(sentence, start, end))
    return Candidate(
        rule="quantity",
        sentence=sentence,
        asked=asked,
        worth=worth,
        kind="number",
        prompt=f"According to {sentence.within}, which number belongs in the gap? {shown}",
        quotes=(quote_of(sentence, start, end),),
        answer=answer,
        unit=unit,
    )
