"""Grades a text that was typed against the answer that is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.kinds.names import short_names
from tui.kinds.nearness import FAR, Level, Nearness, nearness
from tui.kinds.partial import partial_match
from tui.kinds.reading import read
from tui.kinds.verdict import Outcome, Part, Variant
from tui.kinds.wanted import Said, Wanted, letters_off

ELSEWHERE = "That belongs elsewhere in this question."
"""The reason of an answer that is another part's."""


def grade_typed(given: str, wanted: Wanted) -> Part:
    """The outcome of the text `given`, with its reason."""
    right = nearest(given, wanted.right)
    if not any(map(str.isalnum, given)) and not right.matches:
        return Part(wanted.answer, given.strip(), Outcome.MISSING)
    outcome, reason = _matched(given, wanted, right) or partial_match(given, wanted)
    return Part(wanted.answer, given, outcome, reason)


def nearest(given: str, texts: Iterable[str]) -> Nearness:
    """The nearness of the nearest of `texts` to `given`."""
    return min((nearness(given, text) for text in texts), default=FAR)


def _matched(given: str, wanted: Wanted, right: Nearness) -> Said | None:
    """What is said of a text that matches the key or a known other answer; None if it does not.

    The nearest wins. A text as near to the key as to another answer is neither.
    """
    known = (
        (Outcome.WRONG, wanted.mistakes),
        (Outcome.DISPUTED, wanted.disputed),
        (Outcome.WRONG, dict.fromkeys(wanted.others, ELSEWHERE)),
    )
    rival, *said = min(
        ((nearness(given, text), n) for n, (_, texts) in enumerate(known) for text in texts),
        default=(FAR, 0),
    )
    if right.matches and right < rival:
        return _right(given, wanted, right)
    if not rival.matches:
        return None
    if rival == right:
        return wanted.ask
    outcome, texts = known[said[0]]
    return outcome, next(why for text, why in texts.items() if nearness(given, text) == rival)


def _right(given: str, wanted: Wanted, right: Nearness) -> Said:
    """What is said of a text that matches the key and no other answer as well."""
    if _echoes(given, wanted):
        return Outcome.WRONG, "The question itself says that."
    if right.level is Level.SLIP:
        others = (*wanted.mistakes, *wanted.disputed, *wanted.others)
        if letters_off(given, others) <= max(1, right.slips):
            return wanted.ask
    return Outcome.RIGHT, f"It is written {wanted.answer}." if right.slips else ""


def _echoes(given: str, wanted: Wanted) -> bool:
    """Whether a full title was answered with its short form as the prompt has it, or vice versa."""
    typed = read(given)
    if len(typed.names) != 1 or typed.names[0] not in short_names():
        return False
    if any(typed.long.together == read(text).long.together for text in wanted.right):
        return False
    prompt = read(wanted.prompt).words
    size = len(typed.words)
    return any(prompt[n : n + size] == typed.words for n in range(len(prompt) - size + 1))


def own_wordings(
    answer: str, learned: tuple[Variant, ...], mistakes: Mapping[str, str]
) -> tuple[str, ...]:
    """The learner's own wordings of `answer`, less those that are a known mistake by now."""
    return tuple(
        variant.text
        for variant in learned
        if variant.expected == answer and nearest(variant.text, mistakes).level > Level.ALIKE
    )


def claims_of(
    parts: Iterable[Part], mistakes: Mapping[str, str], disputed: Mapping[str, str]
) -> tuple[Variant, ...]:
    """The wordings in `parts` that a learner may say are right: new ones, not known mistakes."""
    told = {*mistakes.values(), *disputed.values(), ELSEWHERE}
    claimed = tuple(
        Variant(part.expected, part.given.strip())
        for part in parts
        if part.outcome in {Outcome.WRONG, Outcome.NEAR} and part.reason not in told
    )
    return tuple(v for v in claimed if own_wordings(v.expected, (v,), mistakes))
