"""What a well-formed question may not say: the checks that several kinds share.

Each yields a `Problem` with the place in the question as written, what is wrong, and what to
write instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tui.kinds.chosen import folded
from tui.kinds.nearness import Level, nearness
from tui.kinds.question import Problem

Path = tuple[str | int, ...]


def no_mistakes(mistakes: Mapping[str, str], field: str) -> Iterator[Problem]:
    """A choice needs something wrong to choose."""
    if not mistakes:
        yield Problem(
            (field,),
            "no-mistakes",
            "There is no wrong option to choose.",
            "Add “mistakes:” with the wrong options, each with why it is wrong.",
        )


def duplicates(
    texts: Iterable[str], path_of: Callable[[int], Path], code: str, advice: str
) -> Iterator[Problem]:
    """Texts that read the same as an earlier one, but for case, accents and punctuation."""
    seen: dict[str, str] = {}
    for n, text in enumerate(texts):
        alike = folded(text)
        if alike in seen:
            first = seen[alike]
            yield Problem(path_of(n), code, f"“{text}” reads the same as “{first}”.", advice)
        seen.setdefault(alike, text)


def option_problems(
    right: tuple[str, ...], mistakes: Mapping[str, str], field: str
) -> Iterator[Problem]:
    """Options that the learner can't tell apart."""
    advice = "Word the two differently, or leave one out."
    yield from duplicates(right, lambda n: (field, n), "duplicate-option", advice)
    keys = tuple(mistakes)
    yield from duplicates(keys, lambda n: ("mistakes", keys[n]), "duplicate-option", advice)
    rights = set(map(folded, right))
    for mistake in mistakes:
        if folded(mistake) in rights:
            yield _answer_among_mistakes(mistake)


def typed_problems(answers: Iterable[str], mistakes: Mapping[str, str]) -> Iterator[Problem]:
    """Mistakes that the grader takes for an answer: the same, but for forgiven spelling."""
    answers = tuple(answers)
    for mistake in mistakes:
        if any(same(mistake, answer) for answer in answers):
            yield _answer_among_mistakes(mistake)


def accept_problems(
    accept: Iterable[str], mistakes: Mapping[str, str], path: Path, numbered: bool = True
) -> Iterator[Problem]:
    """Wordings that are accepted and told to be wrong at once."""
    for n, text in enumerate(accept):
        if any(same(text, mistake) for mistake in mistakes):
            yield Problem(
                (*path, n) if numbered else path,
                "accept-among-mistakes",
                f"“{text}” is accepted, and it stands among the mistakes, too.",
                "Leave it out of one of the two.",
            )


def disputed_problems(
    right: Iterable[str], disputed: Mapping[str, str], mistakes: Mapping[str, str]
) -> Iterator[Problem]:
    """Disputed answers that are the key or a mistake, or that tell the learner nothing."""
    right = tuple(right)
    for text, told in disputed.items():
        path = ("disputed", text)
        if not told.strip():
            yield disputed_without_reason(text)
        if any(same(text, answer) for answer in right):
            yield Problem(
                path,
                "answer-among-disputed",
                f"“{text}” is right, and it is disputed, too.",
                "Leave it out of disputed, or make the answer what the source says.",
            )
        if any(same(text, mistake) for mistake in mistakes):
            yield Problem(
                path,
                "mistake-among-disputed",
                f"“{text}” is a mistake, and it is disputed, too.",
                "Leave it out of one of the two.",
            )


def disputed_without_reason(text: str) -> Problem:
    """A disputed answer that tells the learner nothing."""
    return Problem(
        ("disputed", text),
        "disputed-without-reason",
        f"The disputed answer “{text}” has no text.",
        "Write after the colon what is so, and what the source says instead.",
    )


def same(one: str, other: str) -> bool:
    """Whether the grader takes two texts for the same, slips of the finger aside."""
    return nearness(one, other).level <= Level.ALIKE


def _answer_among_mistakes(mistake: str) -> Problem:
    return Problem(
        ("mistakes", mistake),
        "answer-among-mistakes",
        f"“{mistake}” is the answer, and it stands among the mistakes, too.",
        "Leave it out of the mistakes, or word it so that it is wrong.",
    )


def unknown_items(items: tuple[str, ...], mistakes: Mapping[str, str]) -> Iterator[Problem]:
    """Reasons for things that are not among the items to be put in order."""
    for mistake in mistakes:
        if mistake not in items:
            yield Problem(
                ("mistakes", mistake),
                "unknown-item",
                f"“{mistake}” is none of the items.",
                "Write an item, word for word: its reason is told where it is out of place.",
            )


def match_problems(pairs: Mapping[str, str], mistakes: Mapping[str, str]) -> Iterator[Problem]:
    """Sides that the learner can't tell apart."""
    advice = "Word the two differently, or leave one out."
    lefts, keys = tuple(pairs), tuple(mistakes)
    yield from duplicates(lefts, lambda n: ("pairs", lefts[n]), "duplicate-left", advice)
    yield from duplicates(keys, lambda n: ("mistakes", keys[n]), "duplicate-option", advice)
    by_text: dict[str, str] = {}
    for left, right in pairs.items():
        first = by_text.setdefault(folded(right), right)
        if first != right:
            yield Problem(
                ("pairs", left),
                "duplicate-option",
                f"“{right}” reads the same as “{first}”.",
                "Where two left sides share a right side, write it alike in both.",
            )
    for mistake in mistakes:
        if folded(mistake) in by_text:
            yield _answer_among_mistakes(mistake)


def blank_problems(text: str, blanks: tuple[tuple[str, ...], ...]) -> Iterator[Problem]:
    """A cloze text without blanks, with empty ones, or with braces that do not match."""
    uneven = text.count("{{") != len(blanks) or text.count("}}") != len(blanks)
    if uneven or "{{{" in text or "}}}" in text:
        yield Problem(
            ("text",),
            "unbalanced-braces",
            "A brace is missing: each blank needs {{ before it and }} after it.",
            "Write each blank as {{answer}} or {{answer|variant}}.",
        )
    elif not blanks:
        yield Problem(
            ("text",),
            "blank-without-marker",
            "The text has no blank.",
            "Mark what is to be filled in as {{answer}} or {{answer|variant}}.",
        )
    if not all(blanks):
        yield Problem(
            ("text",),
            "empty-blank",
            "A blank holds no answer.",
            "Write the answer between the braces: {{answer}}.",
        )
