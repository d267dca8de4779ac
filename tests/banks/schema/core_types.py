"""A bank as an editor sees it: scalars have the types of YAML 1.2's core schema."""

from __future__ import annotations

import re
from typing import Any

import yaml

CORE = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+", list("-+0123456789")),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
}


class CoreLoader(yaml.SafeLoader):
    """Reads `1954` as a number and `1954-07-31` as a text, as editors do."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - pyyaml's own way


for name, (pattern, first) in CORE.items():
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{name}", re.compile(rf"^(?:{pattern})$"), first
    )
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def typed(text: str) -> Any:
    """The document `text` with the types that an editor gives its scalars; keys are texts."""
    return _with_texts_for_keys(yaml.load(text, Loader=CoreLoader))


def untyped(text: str) -> Any:
    """The document `text` with every scalar a text, as cssprep reads it."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def _with_texts_for_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(key): _with_texts_for_keys(inner) for key, inner in value.items()}
    return [_with_texts_for_keys(each) for each in value] if isinstance(value, list) else value


def _key(key: Any) -> str:
    return str(key).lower() if isinstance(key, bool) else str(key)
