"""Reads numbers as people write them: "more than 600", "1,200", "12 lakh", "six hundred"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from tui.kinds.slips import distance
from tui.kinds.spelling import bare, stem

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: n for n, word in enumerate(_ONES.split())} | {
    word: n * 10 for n, word in enumerate(_TENS.split(), 2)
}
_SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "lakh": 10**5,
    "lac": 10**5,
    "million": 10**6,
    "mn": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_HUNDRED = "hundred"
_WORDS = frozenset({*_SMALL, *_SCALES, _HUNDRED})
_LONG_WORDS = tuple(sorted(word for word in _WORDS if len(word) > 4))
_PLURALS = {
    f"{word}s": word for word in ("hundred", "thousand", "lakh", "million", "crore", "billion")
}

_LITERAL = r"\d+(?:[,.'_]\d+)*|(?<!\w)\.\d+"
_TOKEN = re.compile(rf"{_LITERAL}|[^\W\d_]+\d*|[-+/<>≤≥~≈€£$¥₹°]")
_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d,]|\.\d{3})")
_GROUPED = re.compile(r"\d{1,3}(?:[,']\d{2,3})*[,']\d{3}(?:\.\d+)?")
_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL_COMMA = re.compile(r"\d+,(?:\d{1,2}|\d{4,})")

_MORE = """
more than|over|above|at least|no less than|not less than|in excess of|greater than|upwards of|no
fewer than|exceeding|>|≥|> =
"""
_LESS = "less than|fewer than|under|below|at most|up to|no more than|not more than|<|≤"
_ABOUT = """
about|around|approximately|approx|roughly|circa|some|nearly|almost|~|≈|exactly|precisely|only|just
"""
_MORE_AFTER = "+|or more|and more|and above|plus|at least"


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in text.split("|"))


_BEFORE = (("more", _phrases(_MORE)), ("less", _phrases(_LESS)), ("", _phrases(_ABOUT)))
_AFTER = (("more", _phrases(_MORE_AFTER)), ("less", _phrases("or less|at most")))
_BOUNDS = frozenset(re.findall(r"[a-z]+", f"{_MORE} {_LESS} {_MORE_AFTER} or less and minus"))
_SIGNS = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee", "°": "degree"}
_NEGATIVE = frozenset({"-", "minus", "negative"})
_LONGEST = 60
"""Figures beyond which a number is a key held down."""
_LONGEST_RUN = 12
"""Words of a number in a running text."""
_BETWEEN = frozenset({"and", "-", "/"})
_UNSAID = frozenset({"a", "an", "the", "of", "-", "/", "+"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was written.

    bound: "more", "less" or "", from the words around it. unit: its other words, without endings.
    misspelt: a number word was read in spite of a slip.
    """

    value: Fraction
    bound: str
    unit: tuple[str, ...]
    misspelt: bool = False


def read_number(text: str) -> Quantity | None:
    """The one number that `text` holds; None if it holds none, several, or one hard to read."""
    words = _words(text)
    found = _read(words)
    mended = _mended(words, found)
    if mended == words:
        return found
    again = _read(mended)
    if again is None:
        return found
    return Quantity(again.value, again.bound, again.unit, misspelt=True)


def words_beside(text: str) -> tuple[str, ...]:
    """The words of `text` that are of no number and no bound, such as "about" or a unit."""
    known = _WORDS | _PLURALS.keys() | _BOUNDS
    return tuple(word for word in re.findall(r"[^\W\d_]+", bare(text)) if word not in known)


def numbers_among(text: str) -> set[Fraction]:
    """Every number that a run of words of `text` can be read as, however long or short the run."""
    words = _words(text)
    found = {Fraction(digits) for word in words for digits in _inside(word)}
    for first, word in enumerate(words):
        if not _begins(word):
            continue
        for last in range(first + 1, min(first + _LONGEST_RUN, len(words)) + 1):
            if not (_begins(words[last - 1]) or words[last - 1] in _BETWEEN):
                break
            value = _value(words[first:last])
            if value is not None:
                found.add(value)
    return found


def _inside(word: str) -> list[str]:
    """The figures of a word that is no number by itself: F16, and 4,5 for "sections 4,5"."""
    if _GROUPED.fullmatch(word) or len(word) > _LONGEST or "." in word:
        return []
    return re.findall(r"[0-9]+", word)


def _begins(word: str) -> bool:
    return word[0] in ".0123456789" or word in _WORDS


def _words(text: str) -> list[str]:
    text = bare(text).replace("per cent", "percent").replace("%", " percent ")
    text = _SPACED.sub(lambda found: found[0].replace(" ", ""), text)
    return [_PLURALS.get(word, word) for word in _TOKEN.findall(text)]


def _read(words: list[str]) -> Quantity | None:
    run = _run(words)
    if run is None:
        return None
    first, last = run
    value = _value(words[first:last])
    if value is None:
        return None
    before, after, bound = words[:first], words[last:], ""
    if before and before[-1] in _NEGATIVE and not (before[-1] == "-" and len(before) > 1):
        value, before = -value, before[:-1]
    for name, phrases in _BEFORE:
        for phrase in phrases:
            if tuple(before[-len(phrase) :]) == phrase:
                before, bound = before[: -len(phrase)], bound or name
    for name, phrases in _AFTER:
        for phrase in phrases:
            if tuple(after[: len(phrase)]) == phrase:
                after, bound = after[len(phrase) :], bound or name
    rest = (stem(_SIGNS.get(word, word)) for word in before + after if word not in _UNSAID)
    return Quantity(value, bound, tuple(rest))


def _run(words: list[str]) -> tuple[int, int] | None:
    """Where the words of the one number begin and end."""
    places = [at for at, word in enumerate(words) if _begins(word)]
    if not places:
        return None
    first, last = places[0], places[-1] + 1
    between = [words[at] for at in range(first, last) if at not in places]
    if any(word not in _BETWEEN for word in between):
        return None
    return first, last


def _value(run: list[str]) -> Fraction | None:
    """The value of the words of a number."""
    if len(run) == 3 and run[1] == "/":
        above, below = _literal(run[0]), _literal(run[2])
        return above / below if above is not None and below else None
    total, current, scale_before = Fraction(0), None, 10**15
    for at, word in enumerate(run):
        if word in {"and", "-"} and 0 < at < len(run) - 1:
            # A dash joins number words; between figures it would be a range.
            if word == "-" and not (run[at - 1] in _WORDS and run[at + 1] in _WORDS):
                return None
            if word == "and" and run[at - 1] not in {_HUNDRED, *_SCALES}:
                return None
            continue
        if word in _SCALES:
            if _SCALES[word] >= scale_before:
                return None
            scale_before = _SCALES[word]
            total, current = total + (1 if current is None else current) * scale_before, None
        elif word == _HUNDRED:
            current = (1 if current is None else current) * Fraction(100)
        else:
            value = Fraction(_SMALL[word]) if word in _SMALL else _literal(word)
            if value is None or (current is not None and not _adds_up(current, value)):
                return None
            current = value if current is None else current + value
    return total + (current or 0)


def _adds_up(number: Fraction, more: Fraction) -> bool:
    """Whether `more` can follow `number` as a part of it: twenty one, hundred twenty."""
    tens = number % 100
    return (tens >= 20 and tens % 10 == 0 and 0 < more < 10) or (
        number >= 100 and tens == 0 and 0 < more < 100
    )


def _literal(figures: str) -> Fraction | None:
    """The value of figures, with commas by thousands or lakhs; a comma may be the decimal point."""
    if _GROUPED.fullmatch(figures):
        figures = figures.replace(",", "").replace("'", "")
    elif _BY_POINTS.fullmatch(figures):
        figures = figures.replace(".", "")
    elif _DECIMAL_COMMA.fullmatch(figures):
        figures = figures.replace(",", ".")
    if len(figures) > _LONGEST or not re.fullmatch(r"\d*\.?\d+", figures):
        return None
    return Fraction(figures)


def _mended(words: list[str], found: Quantity | None) -> list[str]:
    """`words` with misspelt number words put right, where that may help."""
    # Beside a number that was read, only a scale can be missing: "six hunderd".
    known = _LONG_WORDS if found is None else ("hundred", "million", "thousand")
    return [
        next((other for other in known if distance(word, other, 1) == 1), word)
        if len(word) > 3 and word not in _WORDS
        else word
        for word in words
    ]
