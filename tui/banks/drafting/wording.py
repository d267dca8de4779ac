"""What the rules know of English: names, words that say little, numbers written out."""

from __future__ import annotations

import re

_LITTLE = """
a an and another are as at be because both but by can for from has have he her his how however i if
in into is it its likewise many may more moreover most much must my no nonetheless nor not now of on
one or other our several she should since so some such than that the their then there these they
this those though thus to under until upon very was we were what when where whereas whether which
while who whom whose why will with would you your
instead otherwise according after before during despite given meanwhile shortly further furthermore
also although again against amongst among below above between each every all any few let today
"""
LITTLE = frozenset(_LITTLE.split())
"""Words that may begin a sentence with a capital and are no name."""

UNTITLED = "the text"
"""What prompts call a source without a title."""

CAPITAL = "A-ZÀ-ÖØ-Þ"
_WORD = rf"(?:[{CAPITAL}][\w’'&-]*|[{CAPITAL}]\.)"
_LINK = r"(?:of(?: the)?|al|bin|ibn|ul|de|von|van|for)"
_BEGINNERS = "|".join(sorted(word.capitalize() for word in LITTLE))
_PLAIN = rf"(?!(?:{_BEGINNERS})\b){_WORD}(?: (?:{_LINK} )?{_WORD})*"
_BODY = (
    r"(?:Commission|Organi[sz]ation|Department|Ministry|Committee|Council|Institute|Authority|"
    r"Agency|Service|Association|Society|Fund|Centre|Center|Bureau|Division|Affairs)"
)
NAME = rf"(?:{_PLAIN}(?:, {_PLAIN})*,? and (?:{_WORD} )*?{_BODY}\b|{_PLAIN})"
"""A name as a pattern: words with capitals, and "of" and the like between them.

That of a body may have commas and an "and": Space and Upper Atmosphere Research Commission.
"""

WORD = r"[^\W_]+(?:[’'][^\W_]+)*"
"""A word as a pattern; of "Al-Farooq" each half is one."""

_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

_DATE = rf"(?:\d{{1,2}} )?(?:{MONTHS}|(?:{_SHORT_MONTHS})\b\.?)(?: \d{{1,2}})?(?:,? \d{{4}})?"
_DATELINE = re.compile(
    rf"^(?:(?:{_WORD}|\([A-Z]+\))[ ,/.]+){{0,6}}(?:{_DATE}[ .,:]*)?(?:\([\w ]+\) ?)?[—–-]{{1,2}}\s+"
)

_PRONOUNS = re.compile(
    r"(?:he|she|it|its|his|her|they|their|them|this|these|that|those|here|there|such|"
    r"during (?:that|this) time|we|our|you|your|i|my)\b",
    re.IGNORECASE,
)

MEASURES = frozenset(
    "percent cent percentage kilometre kilometer kilometres kilometers km metre meter metres "  # noqa: SIM905
    "meters mile miles feet hectare hectares acre acres kilogram kilograms kg tonne tonnes ton "
    "tons degrees year years month months week weeks day days hour hours minute minutes hundred "
    "thousand lakh million crore billion trillion rupees rs dollars litre litres".split()
)
"""Words that say how much is counted, not what."""

NUMBER_WORDS = {
    word: n
    for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "  # noqa: SIM905
        "sixteen seventeen eighteen nineteen twenty".split(),
        2,
    )
}


def dateline_end(text: str) -> int:
    """Where the dateline ends that `text` begins with: “KARACHI, 14 March 2026 — ”; 0 if none."""
    found = _DATELINE.match(text)
    if found is None:
        return 0
    place = text[: found.end()]
    is_dated = re.search(_DATE, place) is not None
    in_capitals = re.match(r"[A-Z]{3,}", place) is not None
    return found.end() if is_dated or in_capitals else 0


def leans_back(text: str) -> bool:
    """Whether `text` begins with a word that only what stands before it explains."""
    return _PRONOUNS.match(text.lstrip("…“\"' ")) is not None


def without_leading_article(text: str) -> str:
    """`text` without an article in front."""
    return re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE)


def count_word(count: int) -> str:
    """`count` written out, up to twenty."""
    return next((word for word, n in NUMBER_WORDS.items() if n == count), str(count))
