"""Ids for drafts: made from what is asked, and from no bank's other ids."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tui.banks.drafting.candidate import Candidate, Span
from tui.banks.drafting.wording import LITTLE, MEASURES, MONTHS, NUMBER_WORDS, WORD, dateline_end
from tui.banks.slug import slug_for

_LONGEST = 40
"""Characters of an id, but for a number that parts it from another."""
_WEAK_ENDS = frozenset("a an the of in on to for and or by with is are was were that at as".split())  # noqa: SIM905


_SAY_LITTLE = (
    LITTLE
    | MEASURES
    | NUMBER_WORDS.keys()
    | {month.lower() for month in MONTHS.split("|")}
    | set(
        "did does do been being am said says say text without next one first included "  # noqa: SIM905
        "including least near about around over below above up down out off away own only even "
        "still just too same made number percent whatever".split()
    )
)
_WANTED, _FEWEST = 3, 2
"""Words around the gap that an id is made of."""
_BOUNDS = frozenset("from to until since before after between".split())  # noqa: SIM905
"""Words just before a gap that part it from the other gap of “from … to …”."""
_SIDES = frozenset("under over above below near".split())  # noqa: SIM905
_CLAUSE_END = re.compile(r"[,;:.?!—–]\s")


class Subjects:
    """What the ids of candidates are made from: never what another of the sentence asks for."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._asked: dict[int, list[Span]] = defaultdict(list)
        for each in candidates:
            start, end = each.asked
            if (start, end) != (0, len(each.sentence.text)):
                self._asked[each.sentence.number].append(each.asked)

    def of(self, candidate: Candidate) -> str:
        """The words: of the gap's clause, those nearest before it first, then of the rest."""
        if candidate.subject:
            return candidate.subject
        start, end = candidate.asked
        text = candidate.sentence.text
        first = max([0, *(cut.end() for cut in _CLAUSE_END.finditer(text, 0, start))])
        cut = _CLAUSE_END.search(text, end)
        last = cut.start() if cut is not None else len(text)
        words = [each for each in self._words(candidate) if not start <= each[0] < end]
        before = [each for each in reversed(words) if each[0] < start]
        near = [each for each in before if each[0] >= first]
        following = [each for each in words if end <= each[0] < last]
        kept = {word: at for at, word in near[:_WANTED]}
        for at, word in (*following, *before, *words):
            if len(kept) < _FEWEST:
                kept.setdefault(word, at)
        if len(kept) < _FEWEST:
            kept |= {word: at for at, word in self._words(candidate, MEASURES | _SIDES)}
        if len(kept) < _FEWEST:
            heading = re.findall(WORD, candidate.sentence.heading)
            telling = [word for word in heading if word.lower() not in _SAY_LITTLE]
            kept |= {word: -1 for word in telling[:_WANTED] if word not in kept}
        ending = candidate.ending
        said = re.findall(WORD, text[:start])[-1:]
        if said and said[0].lower() in _BOUNDS and candidate.kind in {"date", "number"}:
            ending = f"{said[0]} {ending}".strip()
        ordered = sorted(kept, key=lambda word: kept[word])
        return " ".join([*ordered, ending] if ending else ordered)

    def _words(
        self, candidate: Candidate, wanted: frozenset[str] = frozenset()
    ) -> Iterator[tuple[int, str]]:
        """The telling words of the sentence that no other candidate asks for, and where.

        wanted: words that count as telling, though they say little.
        """
        text = candidate.sentence.text
        spans = [span for span in self._asked[candidate.sentence.number] if span != candidate.asked]
        for match in re.finditer(WORD, text[dateline_end(text) :]):
            at = match.start() + dateline_end(text)
            word = re.sub(r"[’']s?$", "", match.group())
            is_asked = any(first <= at < last for first, last in spans)
            little = word.lower() in _SAY_LITTLE and word.lower() not in wanted
            if not (is_asked or little or len(word) < 3 or word[0].isdigit()):
                yield at, word


def new_id(subject: str, taken: set[str]) -> str:
    """An id made from `subject`, added to `taken`, the ids that it can't be."""
    words = [
        word
        for word in slug_for(re.sub(r"[—–/]", " ", re.sub(r"[’']", "", subject))).split("-")
        if word
    ]
    kept: list[str] = []
    for word in words:
        if kept and len("-".join([*kept, word])) > _LONGEST:
            break
        kept.append(word[:_LONGEST])
    while len(kept) > 1 and kept[-1] in _WEAK_ENDS:
        kept.pop()
    name = "-".join(kept) or "draft"
    found, number = name, 2
    while found in taken:
        found, number = f"{name}-{number}", number + 1
    taken.add(found)
    return found
