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

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

_PRONOUNS = re.compile(
    r"(?:he|she|it|its|his|her|they|their|them|this|these|that|those|here|there|such|"
    r"during (?:that|this) time|we|our|you|your|i|my)\b",
    re.IGNORECASE,
)

NUMBER_WORDS = {
    word: n
    for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "  # noqa: SIM905
        "sixteen seventeen eighteen nineteen twenty".split(),
        2,
    )
}


def leans_back(text: str) -> bool:
    """Whether `text` begins with a word that only what stands before it explains."""
    return _PRONOUNS.match(text.lstrip("…“\"' ")) is not None


def without_leading_article(text: str) -> str:
    """`text` without an article in front."""
    return re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE)


def count_word(count: int) -> str:
    """`count` written out, up to twenty."""
    return next((word for word, n in NUMBER_WORDS.items() if n == count), str(count))
