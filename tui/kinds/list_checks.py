"""The checks of lists and rubrics: items that can't be told apart, keywords that mislead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.kinds.checks import Path, accept_problems, duplicates, same, typed_problems
from tui.kinds.keyword_places import Groups
from tui.kinds.keywords import Fit, fit
from tui.kinds.lines import ListItem
from tui.kinds.question import Problem

SHORTEST_START = 3
"""Letters that a keyword with an open ending must have."""


def keyword_problems(groups: Groups, path: Path) -> Iterator[Problem]:
    """Keywords that match nothing, or nearly everything."""
    for g, group in enumerate(groups):
        for k, text in enumerate(group):
            letters = sum(map(str.isalnum, text))
            if not letters or "*" in text.rstrip("*") or text.endswith("**"):
                message, advice = (
                    f"“{text}” is not a keyword.",
                    "Write a word, or the beginning of one with a single * at its end.",
                )
            elif text.endswith("*") and letters < SHORTEST_START:
                message, advice = (
                    f"“{text}” matches too many words.",
                    f"Write {SHORTEST_START} letters or more before the *.",
                )
            else:
                continue
            yield Problem((*path, "keywords", g, k), "bad-keyword", message, advice)


def list_problems(items: tuple[ListItem, ...], mistakes: Mapping[str, str]) -> Iterator[Problem]:
    """Items that read the same, and wordings or keywords of one that match another."""
    answers = tuple(item.answer for item in items)
    yield from duplicates(
        answers,
        lambda n: ("items", n, "answer"),
        "duplicate-item",
        "Word the two differently, or make them one item.",
    )
    yield from typed_problems(answers, mistakes)
    for n, item in enumerate(items):
        path: Path = ("items", n)
        yield from accept_problems(item.accept, mistakes, (*path, "accept"))
        yield from _accept_of_two(n, items)
        if item.keywords:
            yield from keyword_problems(item.keywords, path)
            yield from _keyword_matches(n, items, mistakes)


def _accept_of_two(n: int, items: tuple[ListItem, ...]) -> Iterator[Problem]:
    for at, text in enumerate(items[n].accept):
        for m, other in enumerate(items):
            wordings = (other.answer, *(other.accept if m < n else ()))
            if m != n and any(same(text, wording) for wording in wordings):
                yield Problem(
                    ("items", n, "accept", at),
                    "accept-of-two-items",
                    f"“{text}” is a wording of “{other.answer}”, too.",
                    "Leave it out of one of the two.",
                )


def _keyword_matches(
    n: int, items: tuple[ListItem, ...], mistakes: Mapping[str, str]
) -> Iterator[Problem]:
    item, path = items[n], ("items", n, "keywords")
    if fit(item.answer, item.answer, item.keywords) is not Fit.ALL:
        yield Problem(
            path,
            "keywords-miss-answer",
            f"The keywords do not match the item's own answer, “{item.answer}”.",
            "See that each group has a word of the answer, or what stands for one.",
        )
    for other in items[:n] + items[n + 1 :]:
        if fit(other.answer, item.answer, item.keywords) is Fit.ALL:
            yield Problem(
                path,
                "keywords-match-another-item",
                f"The keywords of “{item.answer}” also match “{other.answer}”.",
                "Add a group that only this item has, or narrow a keyword.",
            )
    for mistake in mistakes:
        if fit(mistake, item.answer, item.keywords) is Fit.ALL:
            yield Problem(
                path,
                "keywords-match-mistake",
                f"The keywords of “{item.answer}” also match the mistake “{mistake}”.",
                "Add a group that the mistake lacks, or narrow a keyword.",
            )
