"""What an editor offers for a new question: the needed fields of each kind, to be filled in."""

from __future__ import annotations

from itertools import count
from typing import Any

from tui.banks.schema.shapes import Schema, described
from tui.banks.schema.words import KINDS

_WANTED_TOO = {"choice": ("mistakes",), "multiple": ("mistakes",)}
"""Fields that are optional by their type, and without which the kind is of no use."""

_GIVEN = {"cloze": {"text": '"${stop}{{${stop}}}${stop}"'}}
"""What stands for a field that needs a form: `${stop}` where something is to be filled in."""


def snippet(kind: str, question: Schema, own: Schema) -> Schema:
    """The snippet for a question of `kind`.

    question: the schema of what all questions have. own: of what this kind has.
    """
    stops = count(1)
    given = {"kind": kind, **_GIVEN.get(kind, {})}
    known = question["properties"] | {
        name: field for name, field in own["properties"].items() if field is not True
    }
    first = ("id", "kind", "topic", "prompt", *own["required"], *_WANTED_TOO.get(kind, ()))
    names = dict.fromkeys((*first, *question["required"]))
    body = {
        name: _filled(given[name], stops) if name in given else _placeholder(known[name], stops)
        for name in names
    }
    return {"label": f"{kind} question", **described(KINDS[kind]), "body": body}


def _placeholder(schema: Schema, stops: count[int]) -> Any:
    """What stands for a value of `schema`: tab stops in its shape."""
    kind = schema.get("type")
    if kind == "array":
        items = range(schema.get("minItems", 1))
        return [_placeholder(schema["items"], stops) for _ in items]
    if kind == "object" and "properties" in schema:
        return {
            name: _placeholder(schema["properties"][name], stops) for name in schema["required"]
        }
    if kind == "object":
        pairs = range(schema.get("minProperties", 1))
        return {f"${next(stops)}": f"${next(stops)}" for _ in pairs}
    if isinstance(kind, list) and "boolean" in kind:
        return f"${{{next(stops)}|true,false|}}"
    return f"${next(stops)}"


def _filled(text: str, stops: count[int]) -> str:
    """`text` with a number at each `${stop}`."""
    first, *rest = text.split("${stop}")
    return first + "".join(f"${next(stops)}{part}" for part in rest)
