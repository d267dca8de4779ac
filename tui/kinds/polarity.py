"""Whether a text affirms or denies what a word in it names.

"No recognition of the Durand Line" has all the words of "recognition of the Durand Line" and says
the opposite. This is a rule of thumb for the short lines that learners type, not a parser: words
that deny or lessen govern what follows them in their clause, and what stands before them in a
passive.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum
from functools import lru_cache

from tui.kinds.names import shortened, spelt
from tui.kinds.reading import without_articles
from tui.kinds.spelling import bare, tokens

COMMA, STOP = ",", ";"


class Sense(Enum):
    """How a text stands to what a word in it names."""

    PLAIN = "names it"
    UP = "says that there is more of it"
    LESS = "says that there is less of it"
    DOWN = "rejects or prevents it"
    NOT = "denies it"
    OPEN = "can be read either way"


DENIED = frozenset({Sense.NOT, Sense.DOWN, Sense.UP, Sense.OPEN})
"""The senses of a word that something denies or rejects; UP, where the denial is denied."""


class Force(Enum):
    """What a governing word does to the words it governs."""

    DENY = 1
    REFUSE = 2
    REDUCE = 3
    LESSEN = 4
    RAISE = 5


_DENY = """
not no never none nobody nothing neither nor without hardly barely cannot dont doesnt didnt isnt
arent wasnt wont shouldnt mustnt except
"""
_REFUSE = """
refus* reject* deny denie* denial oppos* avoid* refrain* abstain* declin* withhold* forbid*
prohibit* fail* lack* refut* disprov* rebut* absence unable inability incapab* against
"""
_REDUCE = """
downgrad* reduc* weak* diminish* lessen* curb* curtail* contain* suppress* undermin* minimi* limit*
dismantl* eliminat* eradicat* end ends ending ended stop* halt* ceas* prevent* block* deter*
hinder* abandon* discourag* decreas* lower* drop* less fewer quell* silenc* withdraw* withdrew
remov* clos* sever severs severed severing abolish* scrap* break breaks breaking broke cut cuts
cutting lose loses losing lost loss
"""
_RAISE = """
strengthen* promot* increas* encourag* upgrad* boost* legitimi* rais* more greater rise rising
growth expand* recogni* accept* endors* aggravat* worsen* fuel* embolden* empower* support*
intensif*
"""
_CUTS = {"but", "however", "while", "whereas", "although", "because", "so", "thus"}
_BOUNDARIES = frozenset(_CUTS)
_MODALS = frozenset({"should", "must", "can", "may", "will", "would", "shall", "keep", "maintain"})
_AUXILIARIES = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "got", "not"})
_STANDS = frozenset({"is", "are", "was", "were", "be", "stand", "argue", "vote", "decide"})
_NOT_DENYING = frozenset({"only", "just", "merely", "doubt"})
_PAIRS = {"rather": "than", "instead": "of"}
_NEAR = 2
"""How many words on a word that lessens is still sure to govern another."""


def _table() -> tuple[dict[str, Force], dict[str, tuple[tuple[str, Force], ...]]]:
    """Whole words, and beginnings of words by their first letter."""
    whole: dict[str, Force] = {}
    starts: dict[str, tuple[tuple[str, Force], ...]] = {}
    groups = ((_DENY, Force.DENY), (_REFUSE, Force.REFUSE), (_REDUCE, Force.REDUCE))
    for text, force in (*groups, (_RAISE, Force.RAISE)):
        for word in text.split():
            if word.endswith("*"):
                starts[word[0]] = (*starts.get(word[0], ()), (word[:-1], force))
            else:
                whole[word] = force
    return whole, starts


_WHOLE, _STARTS = _table()


@lru_cache(maxsize=4096)
def force_of(word: str) -> Force | None:
    """What `word` does to the words it governs, if anything."""
    found = _WHOLE.get(word)
    if found is not None or len(word) < 4:
        return found
    starts = _STARTS.get(word[0], ())
    return next((force for start, force in starts if word.startswith(start)), None)


_MARKS = re.compile(r"([;:!?()]|\.(?=\s|$)|\s-+\s|,(?!\d))")


@lru_cache(maxsize=2048)
def clauses(text: str) -> tuple[str, ...]:
    """The words of `text` as a `Reading` has them, with a mark where a clause may end."""
    found: list[str] = []
    for piece in _MARKS.split(bare(text)):
        if _MARKS.fullmatch(piece):
            found.append(COMMA if piece == "," else STOP)
        else:
            found += without_articles(tokens(piece))
    return tuple(word if word in {COMMA, STOP} else spelt(word) for word in found)


def short_clauses(text: str) -> tuple[str, ...]:
    """The same with full titles in their short form."""
    return shortened(clauses(text))


def senses(words: tuple[str, ...], meant: Collection[int] = ()) -> tuple[Sense, ...]:
    """The sense of each of `words`, which are clauses.

    meant: places of words that are looked for themselves, and so do not govern others.
    """
    forces = [None if at in meant else _force_at(words, at) for at in range(len(words))]
    governed: list[frozenset[Force]] = []
    opened: list[bool] = []
    active: dict[Force, int] = {}
    loose = False
    for at, word in enumerate(words):
        if word == STOP or word in _BOUNDARIES or _begins_anew(word, at, active):
            active, loose = {}, False
        elif word == "and" or (word == COMMA and words[at + 1 : at + 2] not in _GOES_ON):
            loose = bool(active)
        governed.append(_governing(words, at, active, meant))
        opened.append(loose)
        force = forces[at]
        if force is not None:
            active[force] = at
    for at, force in enumerate(forces):
        if force is not None and force is not Force.DENY and _is_passive(words, at):
            for before in _clause_before(words, at):
                governed[before] |= {force} | governed[at]
    return tuple(map(_sense, governed, opened))


def _begins_anew(word: str, at: int, active: dict[Force, int]) -> bool:
    """Whether `word` is the verb of a new clause: what was denied before ends with its own verb."""
    return word in _MODALS and bool(active) and at - max(active.values()) > 1


_GOES_ON = frozenset({("or",), ("nor",), ("either",), ("neither",)})


def _force_at(words: tuple[str, ...], at: int) -> Force | None:
    """What the word at `at` does to others, given its neighbours."""
    word, after = words[at], words[at + 1 : at + 2]
    if word in _PAIRS:
        return Force.DENY if after == (_PAIRS[word],) else None
    if word in {"not", "no"} and after and after[0] in _NOT_DENYING:
        return None
    if word == "against" and at > 0 and words[at - 1] not in _STANDS | {COMMA, STOP}:
        return None
    return force_of(word)


def _governing(
    words: tuple[str, ...], at: int, active: dict[Force, int], meant: Collection[int]
) -> frozenset[Force]:
    """The forces that govern the word at `at` from before it."""
    found = {
        force for force, since in active.items() if force is not Force.REDUCE or at - since <= _NEAR
    }
    if Force.REDUCE in active and Force.REDUCE not in found:
        found.add(Force.LESSEN)
    before = words[at - 1] if at and at - 1 not in meant else ""
    if before == "non":
        found.add(Force.DENY)
    elif before in {"anti", "counter"}:
        found.add(Force.REFUSE)
    return frozenset(found)


def _is_passive(words: tuple[str, ...], at: int) -> bool:
    """Whether the word at `at` says what is done to what stands before it."""
    if at == 0 or words[at - 1] in {COMMA, STOP}:
        return False
    after = words[at + 1] if at + 1 < len(words) else STOP
    return not _AUXILIARIES.isdisjoint(words[max(0, at - 2) : at]) or after in _AFTER_PASSIVE


_AFTER_PASSIVE = frozenset({COMMA, STOP, "by", "as"})


def _clause_before(words: tuple[str, ...], at: int) -> range:
    start = at
    while start > 0 and words[start - 1] not in _BOUNDARIES | {COMMA, STOP}:
        start -= 1
    return range(start, at)


def _sense(forces: frozenset[Force], loose: bool) -> Sense:
    lessened = Force.REDUCE in forces or Force.LESSEN in forces
    turns = (Force.DENY in forces) + (Force.REFUSE in forces) + lessened
    if not turns:
        return Sense.UP if Force.RAISE in forces else Sense.PLAIN
    if loose:
        return Sense.OPEN
    if turns == 2:
        return Sense.UP
    if turns == 1 and Force.DENY in forces:
        return Sense.NOT
    return Sense.LESS if forces.isdisjoint({Force.REFUSE, Force.REDUCE}) else Sense.DOWN


def agree(meant: Sense, found: Sense) -> bool:
    """Whether a word of sense `found` says what a word of sense `meant` says.

    What the key denies has to be denied; what it lessens may be named plainly, as in a short note,
    but not raised; and what it affirms may be neither denied nor rejected.
    """
    if Sense.OPEN in {meant, found}:
        return True
    if meant is Sense.NOT:
        return found in {Sense.NOT, Sense.DOWN, Sense.LESS}
    if meant in {Sense.DOWN, Sense.LESS}:
        return found is not Sense.UP
    return found in {Sense.PLAIN, Sense.UP, Sense.LESS}
