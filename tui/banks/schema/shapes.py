"""Turns pydantic's JSON Schema of a class into one that editors check YAML against.

In a bank everything is text. An editor gives plain scalars types: to it `answer: 1954` is a number.
So wherever the format wants a text, a number or a boolean is as good, and where it wants a number
or a boolean, so is a text that reads as one.
"""

from __future__ import annotations

from typing import Any

from tui.banks.schema.words import sentence, words_for
from tui.banks.slug import MAX_LENGTH

Schema = dict[str, Any]

_NO_TEXT: Schema = {
    "type": "string",
    "errorMessage": "Write a text here; in quotes, if brackets, braces or a colon belong to it.",
}

_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_WORDS_FOR_TRUTH = ("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "1", "0")
_NUMBER = r"^\s*[+-]?([\d_]+(\.[\d_]*)?|\.[\d_]+)([eE][+-]?[\d_]+)?\s*$"
_WHOLE_NUMBER = r"^\s*[+-]?\d[\d_]*(\.0*)?\s*$"
_DATE = r"^\s*\d{4}(-\d{2}(-\d{2})?)?\s*$"
_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DOTTED_ID = r"^[a-z0-9]+([.-][a-z0-9]+)*$"

_ID_WORDS = "Ids are made of lower-case letters, digits and hyphens."
_SLUG: Schema = {"pattern": _ID, "patternErrorMessage": _ID_WORDS, "maxLength": MAX_LENGTH}
_DOTTED_SLUG: Schema = {
    "pattern": _DOTTED_ID,
    "patternErrorMessage": "Ids of topics are made of lower-case letters, digits, hyphens and "
    "dots.",
    "maxLength": MAX_LENGTH,
}
_DAY: Schema = {
    "pattern": _DATE,
    "patternErrorMessage": "Write a year, a month or a day: 2025, 2025-11, 2025-11-30.",
}

_MORE: dict[str, Schema] = {
    "format": {"pattern": "^1$", "minimum": 1, "maximum": 1, "examples": [1]},
    "bank": _SLUG,
    "id": _SLUG,
    "was": {"items": _SLUG},
    "retired": {"items": _SLUG},
    "sources": {"propertyNames": {"title": "id", **_SLUG}},
    "topics": {"propertyNames": {"title": "id", **_DOTTED_SLUG}},
    "as_of": {**_DAY, "examples": ["2025-11"]},
    "expires": {**_DAY, "examples": ["2026-03-31"]},
    "language": {"examples": ["en", "ur"]},
    "licence": {"examples": ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"]},
    "file": {"examples": ["sources/article.txt"]},
    "papers": {
        "items": {
            "examples": ["current-affairs", "pakistan-affairs", "international-relations", "essay"]
        }
    },
    "difficulty": {"examples": [1, 2, 3, 4, 5]},
    "unit": {"examples": ["metres", "%"]},
    "tolerance": {"examples": ["5", "2 %"]},
}
"""By field, wherever it stands."""


def _more(field: str) -> Schema:
    """What the rules of `bank check` want of `field` beyond its type, and examples."""
    return _codes() if field == "code" else _MORE.get(field, {})


def _codes() -> Schema:
    """The codes that a bank may silence."""
    from tui.banks.codes import can_be_silenced, severities

    return {"enum": sorted(filter(can_be_silenced, severities()))}


def shaped(schema: Schema) -> Schema:
    """pydantic's `schema` of a class, as editors need it: every reference resolved."""
    return _object(schema, schema.get("$defs", {}))


def _object(schema: Schema, known: Schema) -> Schema:
    owner = schema["title"]
    needed = schema.get("required", [])
    properties = {
        name: {
            **described(words_for(owner, name)),
            **_merged(_shape(field, known, needed=name in needed), _more(name)),
        }
        for name, field in schema["properties"].items()
    }
    return {
        "type": "object",
        "title": owner.removesuffix("Fields").lower(),
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def described(words: str) -> Schema:
    """The keywords by which an editor shows `words`."""
    if not words:
        return {}
    text = sentence(words)
    plain: Schema = {"description": text.replace("`", "")}
    return {**plain, "markdownDescription": text} if "`" in text else plain


def _shape(schema: Schema, known: Schema, *, needed: bool) -> Schema:
    """`schema` of one field, entry or value, with what else a YAML editor may read there."""
    if "$ref" in schema:
        return _object(known[schema["$ref"].rsplit("/", 1)[1]], known)
    for key in ("const", "enum"):
        if key in schema:
            return {key: schema[key]}
    if "anyOf" in schema:
        return _union([part for part in schema["anyOf"] if part != {"type": "null"}], known)
    return _SHAPES[schema["type"]](schema, known, needed)


def _union(parts: list[Schema], known: Schema) -> Schema:
    """A field that is one of `parts`: one thing, or a text or a list."""
    if len(parts) == 1:
        return _shape(parts[0], known, needed=True)
    shapes = {part["type"]: _shape(part, known, needed=True) for part in parts}
    return {"anyOf": [{"if": {"type": "array"}, "then": shapes["array"], "else": shapes["string"]}]}


def _text(schema: Schema, known: Schema, needed: bool) -> Schema:
    minimum = schema.get("minLength", 0)
    others = ["object", "array", "null"] if minimum or needed else ["object", "array"]
    # Not `type: [string, number, boolean]`: editors would offer true and false for every text. In
    # an anyOf of one, because they write no colon after a key of which they know nothing.
    shape: Schema = {"anyOf": [{"if": {"type": others}, "then": _NO_TEXT}]}
    return {**shape, "minLength": minimum} if minimum else shape


def _number(schema: Schema, known: Schema, needed: bool) -> Schema:
    kind = schema["type"]
    article = "a whole number" if kind == "integer" else "a number"
    bounds = {key: schema[key] for key in _BOUNDS if key in schema}
    words = f"Write {article}{_range_words(bounds)}."
    return {
        "type": [kind, "string"],
        **bounds,
        "pattern": _WHOLE_NUMBER if kind == "integer" else _NUMBER,
        "patternErrorMessage": words,
        "errorMessage": words,
    }


def _range_words(bounds: Schema) -> str:
    if "minimum" in bounds and "maximum" in bounds:
        return f" from {bounds['minimum']} to {bounds['maximum']}"
    return f" above {bounds['exclusiveMinimum']}" if "exclusiveMinimum" in bounds else ""


def _truth(schema: Schema, known: Schema, needed: bool) -> Schema:
    words = "|".join(
        "".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in word)
        for word in _WORDS_FOR_TRUTH
    )
    return {
        "type": ["boolean", "string", "integer"],
        "minimum": 0,
        "maximum": 1,
        "pattern": f"^({words})$",
        "patternErrorMessage": "Write true or false.",
        "errorMessage": "Write true or false.",
    }


def _list(schema: Schema, known: Schema, needed: bool) -> Schema:
    shape: Schema = {
        "type": "array",
        "items": _shape(schema["items"], known, needed=True),
        "errorMessage": "Write a list: [one, two], or one entry a line, each after a hyphen.",
    }
    return {**shape, "minItems": schema["minItems"]} if "minItems" in schema else shape


def _mapping(schema: Schema, known: Schema, needed: bool) -> Schema:
    values = _shape(schema["additionalProperties"], known, needed=False)
    shape: Schema = {
        "type": "object",
        "additionalProperties": values,
        "errorMessage": "Write one “name: value” a line, indented below the field.",
    }
    return (
        {**shape, "minProperties": schema["minProperties"]} if "minProperties" in schema else shape
    )


_SHAPES = {
    "string": _text,
    "integer": _number,
    "number": _number,
    "boolean": _truth,
    "array": _list,
    "object": _mapping,
}


def _merged(schema: Schema, more: Schema) -> Schema:
    merged = dict(schema)
    for key, value in more.items():
        inner = merged.get(key)
        merged[key] = {**inner, **value} if isinstance(inner, dict) else value
    return merged
