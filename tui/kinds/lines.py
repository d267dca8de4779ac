"""Which line of a list answer is which item, and what to say of the lines that are none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from tui.kinds.hints import contains, loosely
from tui.kinds.keyword_places import Groups
from tui.kinds.keywords import Fit, fit
from tui.kinds.names import short_names
from tui.kinds.nearness import Level, Nearness
from tui.kinds.pairing import pair
from tui.kinds.reading import read
from tui.kinds.typed import nearest, own_wordings
from tui.kinds.verdict import Outcome, Part, Variant
from tui.kinds.wanted import letters_off

_FEW = 6
"""How many words may stand around a name in a line that is to give that name."""


class ListItem(Protocol):
    """What an item of a list says of how it may be worded."""

    @property
    def answer(self) -> str:
        """The item as the key has it."""
        ...

    @property
    def accept(self) -> tuple[str, ...]:
        """Other wordings."""
        ...

    @property
    def keywords(self) -> Groups:
        """Groups of keywords that make other wordings right."""
        ...


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines of an answer, sorted.

    items: a part an item, in the key's order. extra: a part a line that belongs to none.
    unplaced: lines that are neither an item nor a known mistake nor a repetition.
    wrong: how many lines are neither right nor another wording of an item found already.
    crowded: a line names several items, of which some are missing.
    """

    items: tuple[Part, ...]
    extra: tuple[Part, ...]
    unplaced: tuple[str, ...]
    wrong: int
    crowded: bool


@dataclass(frozen=True, slots=True)
class _Key:
    items: tuple[ListItem, ...]
    wordings: tuple[tuple[str, ...], ...]
    mistakes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line may be.

    by_words, by_keywords: the items that it is, word for word or by keywords. doubtful: items that
    it would be, were it not as near to others. fits: how it stands to each item's keywords.
    mistake: the known mistake that it is or may be.
    """

    text: str
    by_words: tuple[int, ...] = ()
    by_keywords: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()
    fits: tuple[Fit, ...] = ()
    mistake: str = ""


def sort_lines(
    answer: tuple[str, ...],
    items: tuple[ListItem, ...],
    mistakes: Mapping[str, str],
    learned: tuple[Variant, ...] = (),
) -> Sorted:
    """Sorts the lines of `answer`; blank ones and repetitions count as not given."""
    wordings = tuple(
        (item.answer, *item.accept, *own_wordings(item.answer, learned, mistakes)) for item in items
    )
    key = _Key(items, wordings, mistakes)
    distinct, repeated = _apart(answer)
    lines = [_read_line(text, key) for text in distinct]
    item_of = pair(
        (
            {n: line.by_words for n, line in enumerate(lines)},
            {n: line.by_keywords for n, line in enumerate(lines)},
        )
    )
    return _told(lines, item_of, key, repeated)


def _apart(answer: Iterable[str]) -> tuple[list[str], list[str]]:
    """The lines that say something, and those that repeat an earlier one to the letter."""
    seen: set[str] = set()
    distinct: list[str] = []
    repeated: list[str] = []
    for text in filter(None, map(str.strip, answer)):
        plain = read(text).plain
        (repeated if plain in seen else distinct).append(text)
        seen.add(plain)
    return distinct, repeated


def _read_line(text: str, key: _Key) -> _Line:
    """What `text` may be; word for word comes before keywords, the nearest before the others."""
    near = [nearest(text, texts) for texts in key.wordings]
    best, wrong = min(near), nearest(text, key.mistakes)
    if wrong.matches and wrong <= best:
        return _Line(text, mistake=_first_near(text, key.mistakes, wrong))
    if best.matches:
        items = tuple(n for n, nearness in enumerate(near) if nearness == best)
        doubtful = best.level is Level.SLIP and _as_near(text, best, items, key)
        return _Line(text, doubtful=items) if doubtful else _Line(text, by_words=items)
    fits = tuple(fit(text, item.answer, item.keywords) for item in key.items)
    named = next((known for known in key.mistakes if contains(read(text), read(known))), "")
    mistake = named or next((known for known in key.mistakes if loosely(text, known)), "")
    by_keywords: tuple[int, ...] = ()
    if not named:
        by_keywords = tuple(
            n for n, found in enumerate(fits) if found is Fit.ALL or _is_named(text, n, key)
        )
    return _Line(text, by_keywords=by_keywords, fits=fits, mistake=mistake)


def _speaks_of_another(text: str, item: int, key: _Key) -> bool:
    """Whether `text` has a word that only the answers of other items have."""
    own = {word for wording in key.wordings[item] for word in read(wording).words}
    others = {word for other in key.items for word in read(other.answer).words} - own
    return not others.isdisjoint(read(text).words)


def _first_near(text: str, known: Iterable[str], wanted: Nearness) -> str:
    return next(other for other in known if nearest(text, (other,)) == wanted)


def _as_near(text: str, best: Nearness, items: tuple[int, ...], key: _Key) -> bool:
    """Whether a slip brings `text` as near to another item's answer or to a mistake."""
    others = [own for n, texts in enumerate(key.wordings) if n not in items for own in texts]
    return len(items) > 1 or letters_off(text, (*key.mistakes, *others)) <= max(1, best.slips)


def _is_named(text: str, item: int, key: _Key) -> bool:
    """Whether a longer line has a name of the item in it, undenied.

    Where an item has keywords, they decide, unless the name is one of a body or a person.
    """
    by_any = not key.items[item].keywords
    return any(
        (by_any or not short_names().isdisjoint(read(own).names[:1]))
        and fit(text, own, ((own,),)) is Fit.ALL
        and 0 < len(read(text).words) - len(read(own).words) <= _FEW
        for own in key.wordings[item]
    )


def _told(lines: list[_Line], item_of: dict[int, int], key: _Key, repeated: list[str]) -> Sorted:
    """The parts: items found, items nearly found, items missing, and lines that are none."""
    parts = {
        item: Part(key.items[item].answer, lines[n].text, Outcome.RIGHT)
        for n, item in item_of.items()
    }
    extra: list[Part] = []
    unplaced: list[str] = []
    wrong = 0
    for n, line in enumerate(lines):
        if n in item_of:
            continue
        if line.by_words or line.by_keywords:
            extra.append(Part("", line.text, Outcome.WRONG, "Already given."))
            continue
        wrong += 1
        almost = _almost(line, key, parts)
        if almost is not None:
            parts[almost[0]] = almost[1]
        else:
            reason = key.mistakes.get(line.mistake) or "It is none of them."
            extra.append(Part("", line.text, Outcome.WRONG, reason))
        if almost is not None or not line.mistake:
            unplaced.append(line.text)
    extra += (Part("", text, Outcome.WRONG, "Already given.") for text in repeated)
    items = tuple(
        parts.get(n, Part(item.answer, "", Outcome.MISSING)) for n, item in enumerate(key.items)
    )
    crowded = any(len(set(line.by_keywords) - set(item_of.values())) > 0 for line in lines)
    return Sorted(items, tuple(extra), tuple(unplaced), wrong, crowded)


def _almost(line: _Line, key: _Key, parts: Mapping[int, Part]) -> tuple[int, Part] | None:
    """The item, not found otherwise, that the line denies or nearly gives."""
    missing = [n for n in range(len(key.items)) if n not in parts]
    for n in missing:
        if line.fits and line.fits[n] is Fit.OPPOSITE:
            return n, Part(key.items[n].answer, line.text, Outcome.WRONG, "That says the opposite.")
    if line.mistake:
        return None
    for n in missing:
        if n in line.doubtful or (line.fits and _nearly(line, n, key)):
            return n, Part(key.items[n].answer, line.text, Outcome.NEAR)
    return None


def _nearly(line: _Line, item: int, key: _Key) -> bool:
    """Whether the line lacks one keyword, a few letters or a few words of the item."""
    if line.fits[item] is Fit.PART and not _speaks_of_another(line.text, item, key):
        return True
    return any(
        loosely(line.text, own) and fit(line.text, own, ((own,),)) is not Fit.OPPOSITE
        for own in key.wordings[item]
    )
