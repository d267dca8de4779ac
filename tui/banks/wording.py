"""Compares wordings: whole words, blind to case, accents, plurals and spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.kinds.spelling import stem, tokens

_LITTLE = """
a an the and or nor but of in on at to by for from with without as than that this these those it its
is are was were be been being has have had do does did not no will would should could can may might
must which what who whom whose when where why how he she they him her them his their there if into
over under after before between according article author say one
"""
_SAY_LITTLE = frozenset(_LITTLE.split())
_ARTICLES = frozenset({"a", "an", "the"})
_NAME = re.compile(r"(?<=[^.!?:\s]\s)[“\"'(]*[A-Z][\w'’-]*")
_ALIKE = 0.75
"""Share of the telling words that two prompts have in common where they ask nearly the same."""

Words = tuple[str, ...]


@lru_cache(maxsize=4096)
def words(text: str) -> Words:
    """The words of `text`, each without its ending."""
    return tuple(map(stem, tokens(text)))


@lru_cache(maxsize=4096)
def telling(text: str) -> frozenset[str]:
    """The words of `text` that tell what it is about."""
    return frozenset(word for word in words(text) if word not in _SAY_LITTLE)


def without_article(text: str) -> Words:
    """The words of `text` without an article in front."""
    found = words(text)
    return found[1:] if len(found) > 1 and found[0] in _ARTICLES else found


def stands_in(wanted: Words, text: Words) -> bool:
    """Whether the words `wanted` stand in `text`, one after the other."""
    size = len(wanted)
    return size > 0 and any(text[at : at + size] == wanted for at in range(len(text) - size + 1))


def ask_nearly_the_same(one: str, other: str) -> bool:
    """Whether two prompts differ in little, and in no number and no name."""
    first, second = telling(one), telling(other)
    differing = first ^ second
    if len(first & second) < _ALIKE * len(first | second):
        return False
    if any(char.isdigit() for word in differing for char in word):
        return False
    return differing.isdisjoint(names(one) | names(other))


def names(text: str) -> frozenset[str]:
    """The words of `text` with a capital that does not begin a sentence."""
    return frozenset(word for name in _NAME.findall(text) for word in words(name))


def longest(found: frozenset[str], count: int) -> list[str]:
    """The `count` longest of the words `found`, in a fixed order."""
    return sorted(found, key=lambda word: (-len(word), word))[:count]
