"""Pairs lines with items so that as many as possible have a partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def pair(stages: Sequence[Mapping[int, Sequence[int]]]) -> dict[int, int]:
    """The item of each line, each used once, as many lines as possible paired.

    stages: which items each line may be, surest reasons first; the pairs found at one stage are
    kept paired (if perhaps with others) while the next stage adds to them. How many are paired
    does not depend on the order of the lines. Augmenting paths, after Kuhn (1955).
    """
    edges: dict[int, list[int]] = {}
    line_of: dict[int, int] = {}
    for stage in stages:
        for line, items in stage.items():
            known = edges.setdefault(line, [])
            known += [item for item in items if item not in known]
        for line in edges:
            if line not in line_of.values():
                _augment(line, edges, line_of, set())
    return {line: item for item, line in line_of.items()}


def _augment(
    line: int, edges: Mapping[int, Sequence[int]], line_of: dict[int, int], seen: set[int]
) -> bool:
    """Finds an item for `line`, moving other lines to their other items where that frees one."""
    for item in edges[line]:
        if item in seen:
            continue
        seen.add(item)
        if item not in line_of or _augment(line_of[item], edges, line_of, seen):
            line_of[item] = line
            return True
    return False
