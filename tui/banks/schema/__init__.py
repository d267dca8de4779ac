"""The JSON Schema of a bank, from which editors complete and check as one types.

It is made from the classes that `bank check` validates with. Draft 7 is what editors know best.
"""

from __future__ import annotations

import json
from pathlib import Path

from tui.banks.schema.shapes import Schema, described, shaped
from tui.banks.schema.snippets import snippet
from tui.banks.schema.words import KINDS, WORDS, sentence
from tui.kinds import KIND_NAMES, kind_named

FILE_NAME = ".schema.json"
"""The schema's file beside banks. Banks are looked for among other names."""

MODELINE = f"# yaml-language-server: $schema={FILE_NAME}"
"""A bank's first line, by which editors find the schema beside it."""


def bank_schema() -> Schema:
    """The schema of a bank file."""
    from pydantic import TypeAdapter

    from tui.banks.fields import BankFields

    bank = shaped(TypeAdapter(BankFields).json_schema())
    bank["properties"]["questions"]["items"] = _question()
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:cssprep:bank:1",
        **bank,
        "title": "question bank",
        "description": "A bank of questions for cssprep.",
    }


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(bank_schema(), ensure_ascii=False, indent=1) + "\n"


def write_schema(folder: Path) -> Path:
    """Writes the schema into `folder`, unless it is there already, and returns its path.

    OSError if it can't be written.
    """
    path = folder / FILE_NAME
    write_text(path, schema_text())
    return path


def write_text(path: Path, text: str) -> bool:
    """Makes `text` all that the file `path` holds; returns whether it was anything else.

    OSError if it can't be written.
    """
    from tui.replacing import replacing

    content = text.encode()
    try:
        if path.read_bytes() == content:
            return False
    except FileNotFoundError:
        pass
    with replacing(path) as partial:
        partial.write_bytes(content)
    return True


def _question() -> Schema:
    """The schema of a question: what all have, and more by its kind.

    A condition for each kind, and not a `oneOf` of all kinds: for that, editors guess which one was
    meant, and complain of the guess.
    """
    from pydantic import TypeAdapter

    kinds = {name: shaped(TypeAdapter(kind_named(name)).json_schema()) for name in KIND_NAMES}
    first, *others = kinds.values()
    shared = {
        name: schema
        for name, schema in first["properties"].items()
        if all(other["properties"].get(name) == schema for other in others)
    }
    common: Schema = {
        "type": "object",
        "title": "question",
        "properties": {"kind": _kind(), **shared},
        "required": ["kind", *(name for name in first["required"] if name in shared)],
    }
    own = {name: _own(name, schema, common) for name, schema in kinds.items()}
    by_kind = [
        {
            "if": {
                "type": "object",
                "properties": {"kind": {"const": name}},
                "required": ["kind"],
            },
            "then": schema,
        }
        for name, schema in own.items()
    ]
    snippets = [snippet(name, common, own[name]) for name in KIND_NAMES]
    # Offered for as long as a question has no kind.
    fresh = {
        "if": {"type": "object", "required": ["kind"]},
        "else": {"type": "object", "defaultSnippets": snippets},
    }
    return {**common, "allOf": [*by_kind, fresh]}


def _kind() -> Schema:
    texts = [sentence(KINDS[name]) for name in KIND_NAMES]
    return {
        **described(WORDS["Question"]["kind"]),
        "type": "string",
        "enum": list(KIND_NAMES),
        "enumDescriptions": texts,
        "markdownEnumDescriptions": texts,
    }


def _own(name: str, schema: Schema, common: Schema) -> Schema:
    """What of a kind's `schema` is not `common`, with the rest allowed and nothing else."""
    properties = {
        field: True if field in common["properties"] else its
        for field, its in schema["properties"].items()
    }
    needed = [each for each in schema["required"] if each not in common["properties"]]
    return {
        "type": "object",
        "title": f"{name} question",
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }
