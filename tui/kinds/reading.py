"""A text as the grader reads it: what is left once all that is forgiven is taken away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tui.kinds.names import shortened, spelt, titles_of
from tui.kinds.spelling import bare, joined, tokens

ARTICLES = frozenset({"a", "an", "the"})
_LEADING = frozenset({"by", "in", "at", "on", "because", "probably", "maybe", "perhaps"})
_WHO = frozenset({"it", "he", "she", "they", "this", "that", "these", "those", "there", "answer"})
_BE = frozenset({"is", "was", "are", "were"})
_I_THINK = ("i", "think")

_LIGHT = "of in on at for its their his is are was were be as that and"
LIGHT = frozenset(_LIGHT.split())
"""Words that may be left out or added without a change of meaning."""

_NEGATORS = """
not no never none nobody nothing neither nor without non anti except hardly dont doesnt didnt isnt
"""
NEGATORS = frozenset(_NEGATORS.split())
"""Words that turn what they stand before into its opposite."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to word a text.

    words: its words. together: the same without spaces. heavy, light: the words that carry the
    meaning, and those that may be left out. denials: the negating words, in order.
    """

    words: tuple[str, ...]
    together: str
    heavy: tuple[str, ...]
    light: tuple[str, ...]
    denials: tuple[str, ...]

    @property
    def digits(self) -> list[str]:
        """The words with digits in them."""
        return sorted(word for word in self.words if any(map(str.isdigit, word)))


@dataclass(frozen=True, slots=True)
class Reading:
    """One text, read.

    plain: its letters and digits, run together; two texts with the same are the same text.
    long: its words without endings, articles and leading fillers, names in one spelling.
    short: the same, full titles in their short form.
    proper: the words that the text writes with a capital.
    """

    plain: str
    long: Wording
    short: Wording
    proper: frozenset[str]

    @property
    def words(self) -> tuple[str, ...]:
        """The words, full titles as they were written."""
        return self.long.words

    @property
    def names(self) -> tuple[str, ...]:
        """The words, full titles in their short form."""
        return self.short.words


@lru_cache(maxsize=8192)
def read(text: str) -> Reading:
    """Reads `text`. A text without letters or digits is read as its signs."""
    found = tokens(text)
    words = _without_fillers(tuple(map(spelt, without_articles(found))))
    names = shortened(words)
    long = wording(words)
    short = long if names == words else wording(names)
    return Reading(joined(found) or bare(text), long, short, _proper(text))


def wording(words: tuple[str, ...]) -> Wording:
    """`words` with what comparing them needs."""
    light = tuple(word for word in words if word in LIGHT)
    heavy = tuple(word for word in words if word not in LIGHT) if light else words
    return Wording(words, joined(words), heavy, light, negations(words))


@lru_cache(maxsize=8192)
def forms(text: str) -> tuple[Wording, ...]:
    """The wordings of `text`, and the same with a short name in it written out in each way."""
    reading = read(text)
    found = [reading.long] if reading.long == reading.short else [reading.long, reading.short]
    names = reading.names
    for at, name in enumerate(names):
        for title in titles_of(name):
            found.append(wording((*names[:at], *title, *names[at + 1 :])))
    return tuple(dict.fromkeys(found))


def _proper(text: str) -> frozenset[str]:
    if text.islower():
        return frozenset()
    capital = [part for part in text.split() if part[:1].isupper()]
    return frozenset(spelt(token) for part in capital for token in tokens(part))


def _without_fillers(words: tuple[str, ...]) -> tuple[str, ...]:
    """`words` without "by" or "it was" before the answer."""
    while len(words) > 1:
        if words[0] in _LEADING:
            words = words[1:]
        elif len(words) > 2 and ((words[0] in _WHO and words[1] in _BE) or words[:2] == _I_THINK):
            words = words[2:]
        else:
            break
    return words


def without_articles(words: tuple[str, ...]) -> tuple[str, ...]:
    """`words` without articles; the last word stays, as in "Hepatitis A"."""
    if ARTICLES.isdisjoint(words[:-1]):
        return words
    return tuple(w for w in words[:-1] if w not in ARTICLES) + words[-1:]


def negations(words: tuple[str, ...]) -> tuple[str, ...]:
    """The negating words among `words`, in order; all that deny alike are one."""
    if NEGATORS.isdisjoint(words):
        return ()
    return tuple("anti" if w == "anti" else "not" for w in words if w in NEGATORS)
