"""The tree that topics stand in by their ids: `nrf.leaders` stands under `nrf`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from tui.banks.index import Topic


def parents_of(topics: Iterable[str], known: Mapping[str, Topic]) -> dict[str, str | None]:
    """For each topic of the tree the one that it stands under, None at the top.

    A topic that no bank declares is made where it holds several: `nrf` over `nrf.leaders` and
    `nrf.objectives`.
    """
    leaves = set(topics)
    children: dict[str, set[str]] = defaultdict(set)
    for topic in leaves:
        child = topic
        while "." in child:
            above = child.rpartition(".")[0]
            children[above].add(child)
            child = above
    kept = leaves | {name for name, below in children.items() if name in known or len(below) > 1}
    parents: dict[str, str | None] = {}
    for topic in kept:
        above = topic
        while "." in above:
            above = above.rpartition(".")[0]
            if above in kept:
                break
        parents[topic] = above if above != topic and above in kept else None
    return parents


def depth(name: str, parents: Mapping[str, str | None]) -> int:
    """How many topics the topic `name` stands under."""
    count, at = 0, parents[name]
    while at is not None:
        count, at = count + 1, parents[at]
    return count


def papers_of(topics: Iterable[str], known: Mapping[str, Topic]) -> tuple[str, ...]:
    """The papers that any of `topics` counts for, each once."""
    papers = (known[topic].papers for topic in topics if topic in known)
    return tuple(dict.fromkeys(chain.from_iterable(papers)))


def in_tree_order(parents: Mapping[str, str | None], keys: Mapping[str, Any]) -> list[str]:
    """All topics, each before those under it, those under the same one by their keys.

    A topic stands where the first of it and those under it would; one at least of these has a key.
    """
    children: dict[str | None, list[str]] = defaultdict(list)
    for name, parent in parents.items():
        children[parent].append(name)

    def least(name: str) -> Any:
        own = [keys[name]] if name in keys else []
        return min([*own, *(least(child) for child in children[name])])

    order: list[str] = []

    def walk(parent: str | None) -> None:
        for name in sorted(children[parent], key=least):
            order.append(name)
            walk(name)

    walk(None)
    return order
