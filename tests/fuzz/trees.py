"""Mutations of a tree of mappings, lists and scalars, as YAML and JSON are read into."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

from tests.fuzz.pieces import CHARACTERS, LONG, TEXTS

Place = tuple[Any, Any]
"""A mapping or a list, and the key or the index of a value in it."""

LARGEST = 200_000
"""Characters that a mutation makes of a value, about."""
NOT_TEXT: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 1e308, 10**30, 10**400, -(10**19), [], {}, [[]], [None],
    {"": ""}, {"x": None}, [1, "a", None], float("nan"), float("inf"), float("-inf"), -0.0, 5e-324,
)  # fmt: skip


def mutate_tree(chance: Random, tree: Any, fields: tuple[str, ...]) -> None:
    """Changes `tree` in one place. fields: names of fields that may come in."""
    places = list(_places(tree))
    if not places:
        return
    inside, at = chance.choice(places)
    value = inside[at]
    match chance.randrange(10):
        case 0 | 1:
            inside[at] = other_value(chance)
        case 2:
            _delete(inside, at)
        case 3:
            _put(inside, chance.choice((*fields, chance.choice(TEXTS))), deepcopy(value))
        case 4:
            source, key = chance.choice(places)
            # A copy: a value within itself would go on for ever.
            inside[at] = deepcopy(source[key])
        case 5 if isinstance(value, str):
            spot = chance.randint(0, len(value))
            inside[at] = value[:spot] + chance.choice((*CHARACTERS, *TEXTS)) + value[spot:]
        case 6:
            inside[at] = nested(
                chance.choice((2, 14, 15, 16, 17, 40)), value, chance.random() < 0.5
            )
        case 7:
            # A large value not so often, as doing this twice would fill the memory.
            most = LARGEST // (len(repr(value)) + 1)
            count = min(most, chance.choice((0, 1, 2, 199, 200, 201, 1000)))
            inside[at] = [deepcopy(value) for _ in range(count)]
        case 8 if isinstance(inside, dict):
            del inside[at]
            inside[chance.choice((*fields, *TEXTS))] = value
        case _:
            inside[at] = (str(value) * chance.choice((2, 30)))[:LARGEST]


def other_value(chance: Random) -> Any:
    """A value that nobody meant to be there."""
    pool: tuple[Any, ...] = chance.choice((TEXTS, NOT_TEXT, LONG))
    return deepcopy(chance.choice(pool))


def nested(depth: int, core: Any, as_lists: bool) -> Any:
    """`core` in so many lists or mappings."""
    for _ in range(depth):
        core = [core] if as_lists else {"a": core}
    return core


def _places(tree: Any) -> list[Place]:
    found: list[Place] = []
    left = [tree]
    while left:
        here = left.pop()
        keys = list(here) if isinstance(here, dict) else range(len(here))
        for key in keys:
            found.append((here, key))
            if isinstance(here[key], dict | list):
                left.append(here[key])
    return found


def _delete(inside: Any, at: Any) -> None:
    del inside[at]


def _put(inside: Any, key: str, value: Any) -> None:
    if isinstance(inside, dict):
        inside[key] = value
    else:
        inside.append(value)
