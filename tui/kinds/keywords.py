"""Matches a line against groups of keywords: each group wants one of its words in the line."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from tui.kinds.keyword_places import Groups, Keyword, Line, keyword, lines_of
from tui.kinds.polarity import DENIED, Force, Sense, agree, force_of, senses


class Fit(IntEnum):
    """How a line stands to groups of keywords."""

    NONE = 0
    PART = 1
    """All the groups but one, of three or more, and nothing turned round."""
    OPPOSITE = 2
    """All the groups, but it denies what is meant, or affirms what is denied."""
    ALL = 3


Found = dict[Keyword, tuple[tuple[int, int], ...]]
"""The keywords of a group that a line has, with the places where they begin and end."""
Senses = dict[Keyword, frozenset[Sense]]
"""The keywords of a group that a line has, with the senses in which it has them."""


def fit(text: str, answer: str, groups: Groups) -> Fit:
    """How the line `text` fits `groups`, the keywords of an item whose answer is `answer`."""
    if not groups:
        return Fit.NONE
    return max(_fit(line, answer, groups) for line in lines_of(text))


def _fit(line: Line, answer: str, groups: Groups) -> Fit:
    found: list[Found] = []
    lacking = 0
    for group in _read(groups):
        here = {word: places for word in group if (places := line.places(word))}
        lacking += not here
        if lacking > 1 or (lacking and len(groups) < 3):
            return Fit.NONE
        found.append(here)
    return _judged(_with_senses(line, found), _meant(answer, groups))


def _judged(found: list[Senses], meant: tuple[Senses, ...]) -> Fit:
    agreeing = [_group_agrees(*pair) for pair in zip(found, meant, strict=True)]
    if all(agreeing) or _denies_as_meant(found, meant, agreeing):
        return Fit.ALL
    if all(found):
        return Fit.OPPOSITE
    if len(found) - sum(map(bool, found)) > 1 or len(found) < 3:
        return Fit.NONE
    plain = all(here == {Sense.PLAIN} for group in found for here in group.values())
    return Fit.PART if plain else Fit.NONE


def _group_agrees(found: Senses, meant: Senses) -> bool:
    """Whether the line says what is meant with one of the group's keywords.

    What an "and" leaves open goes with its fellow: in "block Pashtun and Uzbek trade" the first is
    blocked, and so the second is as well.
    """
    against = any(not _agrees(here, meant[word]) for word, here in found.items())
    return any(
        _agrees(here, meant[word]) and not (against and here == {Sense.OPEN})
        for word, here in found.items()
    )


def _agrees(found: frozenset[Sense], meant: frozenset[Sense]) -> bool:
    return any(agree(sense, here) for sense in meant for here in found)


def _denies_as_meant(found: list[Senses], meant: tuple[Senses, ...], agreeing: list[bool]) -> bool:
    """Whether one group is denied as it is meant to be, and the others stand in that denial.

    The object of a denied verb is denied with it: "not threatening Pakistan" for "no threat".
    """
    return any(
        Sense.NOT in wanted[word] and Sense.NOT in here
        for group, wanted in zip(found, meant, strict=True)
        for word, here in group.items()
    ) and all(
        agrees or any(Sense.NOT in here for here in group.values())
        for group, agrees in zip(found, agreeing, strict=True)
    )


@lru_cache(maxsize=2048)
def _read(groups: Groups) -> tuple[tuple[Keyword, ...], ...]:
    return tuple(tuple(map(keyword, group)) for group in groups)


def _with_senses(line: Line, found: list[Found]) -> list[Senses]:
    """Per group, the senses in which `line` has its keywords.

    Keywords do not govern each other: in "weakening of ties" both are meant.
    """
    found = _governing_only(line, found)
    meant = {
        at
        for group in found
        for places in group.values()
        for first, last in places
        for at in range(first, last)
    }
    sense_at = senses(line.words, meant)
    return [
        {word: frozenset(sense_at[first] for first, _ in places) for word, places in group.items()}
        for group in found
    ]


def _governing_only(line: Line, found: list[Found]) -> list[Found]:
    """`found` without the words of denial that deny no other keyword: "arms, not talks"."""
    if not any(_only_denies(word) for group in found for word in group):
        return found
    sense_at = senses(line.words)
    denied = {
        n
        for n, group in enumerate(found)
        for word, places in group.items()
        if not _only_denies(word) and any(sense_at[first] in DENIED for first, _ in places)
    }
    return [
        {word: places for word, places in group.items() if not _only_denies(word) or denied - {n}}
        for n, group in enumerate(found)
    ]


def _only_denies(word: Keyword) -> bool:
    """Whether a keyword is nothing but a word that denies or refuses."""
    return len(word.words) == 1 and force_of(word.words[0][0]) in {Force.DENY, Force.REFUSE}


@lru_cache(maxsize=2048)
def _meant(answer: str, groups: Groups) -> tuple[Senses, ...]:
    """Per group, the senses in which each of its keywords is meant, judged by the answer itself.

    A keyword that the answer does not have is meant as the others of its group are, if they agree.
    """
    read = _read(groups)
    own = [
        _with_senses(line, [{w: p for w in group if (p := line.places(w))} for group in read])
        for line in lines_of(answer)
    ]
    result = []
    for n, group in enumerate(read):
        here = {
            word: frozenset[Sense]().union(*(found[n].get(word, ()) for found in own))
            for word in group
        }
        common = frozenset[Sense]().union(*here.values())
        usual = common if len(common) == 1 else frozenset({Sense.PLAIN})
        result.append({w: frozenset({Sense.NOT}) if w.denies else here[w] or usual for w in group})
    return tuple(result)
