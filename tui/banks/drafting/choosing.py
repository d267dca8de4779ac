"""Which candidates become drafts: the worthiest, few of each sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import GAP
from tui.banks.drafting.rules import RULES
from tui.banks.drafting.source import SourceSentences
from tui.banks.drafting.wording import UNTITLED, leans_back
from tui.banks.proof import SourceText
from tui.banks.wording import stands_in, telling, without_article, words
from tui.kinds.cloze import Cloze

PER_SENTENCE = 2
"""Drafts of one sentence, at most."""

_SPOKEN_TO = re.compile(
    r"\b(?:you|your|click|subscribe|newsletter|sign up|log in|follow us|contact us|join our|our|"
    r"all rights reserved|copyright|©|cookies?|share this|read more|the author’s own|"
    r"the author's own|editorial (?:position|policy))\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:by [A-Z]|written by|posted (?:by|on)|published (?:by|on)|updated on|photo|image|source:|"
    r"tags:|he is pursuing|she is pursuing|the (?:author|writer) is)",
    re.IGNORECASE,
)
_UNDATED = re.compile(
    r"\b(?:(?:this|last|next) (?:year|month|week|decade)|yesterday|tomorrow|recently|recent)\b",
    re.IGNORECASE,
)
_SHORTEST = 5
"""Words of a sentence that is asked about, unless it is a label with its value."""


def candidates(source: SourceSentences) -> list[Candidate]:
    """What all rules find in `source`, in its order, but for what a website says of itself."""
    found = [each for rule in RULES.values() for each in rule(source)]
    found = [each for each in found if _may_be_asked(each) and _is_proved(each, source)]
    return sorted(found, key=lambda each: (each.sentence.number, each.asked, each.rule))


def best(found: Iterable[Candidate], per_sentence: int = PER_SENTENCE) -> list[Candidate]:
    """The best of each sentence, the worthiest first, none asking for what another asks for."""
    counts: Counter[int] = Counter()
    taken: list[Candidate] = []
    asked: dict[int, list[tuple[int, int]]] = {}
    answers: set[str] = set()
    for each in sorted(found, key=lambda one: (-worth(one), one.sentence.number, one.asked)):
        number = each.sentence.number
        key = " ".join(answer.casefold() for answer in each.answers())
        same = key in answers and each.kind in {"short", "cloze"}
        spans = asked.setdefault(number, [])
        # What an abbreviation stands for is another question than what its sentence says.
        overlaps = each.rule != "abbreviation" and any(
            a < each.asked[1] and each.asked[0] < b for a, b in spans
        )
        if counts[number] >= per_sentence or same or overlaps:
            continue
        counts[number] += 1
        answers.add(key)
        if each.rule != "abbreviation":
            spans.append(each.asked)
        taken.append(each)
    return taken


def worth(candidate: Candidate) -> int:
    """How likely it is that it is worth asking, with what speaks against its sentence."""
    value = candidate.worth
    shown = candidate.text or candidate.prompt.rpartition("“")[2]
    has_gap = bool(candidate.text) or GAP in candidate.prompt
    if has_gap or candidate.rule == "claim":
        value -= 8 if leans_back(shown) else 0
        value -= 6 if _UNDATED.search(shown) else 0
        rest = telling(re.sub(r"\{\{.*?\}\}", " ", shown))
        value -= 15 if len(rest) < 4 else 0
    return value


def _may_be_asked(candidate: Candidate) -> bool:
    text = candidate.sentence.text
    if _SPOKEN_TO.search(text) or _BYLINE.match(text) or text.endswith("?"):
        return False
    if candidate.rule not in {"label", "list"} and len(text.split()) < _SHORTEST:
        return False
    # Prompts name the source by its title: what stands there would be given away by each of them.
    title = words(candidate.sentence.within)
    given_away = candidate.sentence.within != UNTITLED and all(
        stands_in(without_article(answer), title) for answer in candidate.answers()
    )
    return not given_away and all(re.search(r"[^\W_]", answer) for answer in candidate.answers())


def _is_proved(candidate: Candidate, source: SourceSentences) -> bool:
    """Whether each quote is found, and a cloze has the one blank that it should have."""
    own = SourceText(candidate.sentence.text)
    for quote in candidate.quotes:
        # First in its own sentence: a search through a long source for each takes too long.
        if own.find(quote) is None and source.source.find(quote) is None:
            return False
    if candidate.kind != "cloze":
        return True
    told = Cloze(id="x", topic="x", prompt="x", quote="x", text=candidate.text)
    braces = candidate.text.count("{"), candidate.text.count("}")
    return told.blanks == ((candidate.answer,),) and braces == (2, 2)
