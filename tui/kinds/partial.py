"""Texts that match no known answer: part of one, more than one, or something new."""

from __future__ import annotations

from tui.kinds.distinct import WORDS, rivals
from tui.kinds.hints import around, contains, is_part, loosely
from tui.kinds.reading import LIGHT, NEGATORS, Reading, read
from tui.kinds.verdict import Outcome
from tui.kinds.wanted import Said, Wanted, letters_off

_TITLES = """
mr mrs ms dr prof professor commander general gen president mullah maulana sheikh syed sir late amir
prime minister
"""
_BEFORE = frozenset(_TITLES.split())
_AFTER = frozenset({"province", "city", "district", "country", "group", "organization", "party"})
_FILLERS = "by through via it he she him her them they who which did do does has have had"
_EMPTY = LIGHT | frozenset(_FILLERS.split())
_HEDGES = frozenset({"or", "and"})


def partial_match(given: str, wanted: Wanted) -> Said:
    """What is said of a text that is neither the key nor a known other answer, word for word.

    The key within a longer text is right where the rest only repeats the question or is a title;
    else the learner is asked, as after part of the key or a few slips too many. A longer text that
    names a known mistake is that mistake.
    """
    typed = read(given)
    fuller = [text for text in wanted.right if contains(typed, read(text))]
    mistake = _mistake_in(typed, wanted, fuller)
    if fuller:
        if mistake is None and any(_only_says_more(typed, text, wanted) for text in fuller):
            return Outcome.RIGHT, ""
        excluded = any(
            {"not", "son"} & set(after[:1])
            for text in fuller
            for _, after in around(typed, read(text))
        )
        return wanted.ask if mistake is None or excluded else mistake
    part = any(is_part(typed, read(text)) for text in wanted.right)
    if mistake is not None and not part:
        return mistake
    if part or any(loosely(given, text) for text in wanted.right):
        near = _nearer_mistake(given, wanted)
        return wanted.ask if part or near is None else near
    if "or" in typed.words and any(_holds(typed, text) for text in wanted.right):
        return Outcome.WRONG, "One answer is wanted, without an or."
    return _nearer_mistake(given, wanted) or (Outcome.WRONG, "")


def _holds(typed: Reading, text: str) -> bool:
    return bool(around(typed, read(text)))


def _mistake_in(typed: Reading, wanted: Wanted, fuller: list[str]) -> Said | None:
    """The known other answer that stands in a longer text, unless it is part of the key there."""
    for outcome, known in ((Outcome.WRONG, wanted.mistakes), (Outcome.DISPUTED, wanted.disputed)):
        for text, said in known.items():
            other = read(text)
            if contains(typed, other) and not any(contains(read(key), other) for key in fuller):
                return outcome, said
    return None


def _nearer_mistake(given: str, wanted: Wanted) -> Said | None:
    """The mistake that may be meant: that the text is part of, or that is as near as the key."""
    key, typed = letters_off(given, wanted.right), read(given)
    for text, said in wanted.mistakes.items():
        if is_part(typed, read(text)):
            return Outcome.WRONG, said
        if loosely(given, text) and letters_off(given, (text,)) <= key:
            return Outcome.WRONG, said
    return None


def _only_says_more(typed: Reading, meant: str, wanted: Wanted) -> bool:
    """Whether what surrounds the answer is a title, "province", or words of the question."""
    asked = read(wanted.prompt)
    spare = _EMPTY | ({w for w in asked.words if w not in asked.proper} - WORDS - NEGATORS)
    key = read(meant)
    for before, after in around(typed, key):
        if rivals(before + after, key.names) or not _HEDGES.isdisjoint(before + after):
            continue
        if not all(word in spare or word in _BEFORE for word in before):
            continue
        if all(word in spare or (n == 0 and word in _AFTER) for n, word in enumerate(after)):
            return True
    return False
