"""How values lie in the columns of progress.db."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

_READABLE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPED = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def moment_text(at: datetime) -> str:
    """`at` in UTC to the microsecond, always 27 characters; ValueError if it has no time zone."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"


def moment(text: str) -> datetime:
    """The moment that `moment_text` wrote."""
    return datetime.fromisoformat(text)


def list_text(values: Sequence[object]) -> str:
    """`values` as JSON: readable letters, but where they are no valid Unicode, escapes."""
    return json_text(list(values))


def json_text(value: object) -> str:
    """`value` as JSON on one line, without a space, that can always be written as UTF-8."""
    text = _READABLE.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        # Half a surrogate pair, as a terminal may send one.
        text = _ESCAPED.encode(value)
    return text


def texts(text: str) -> tuple[str, ...]:
    """The list of texts that `list_text` wrote."""
    return tuple(list_of(text))


def list_of(text: str) -> list[Any]:
    """The list that `list_text` wrote; ValueError or TypeError where another program wrote it."""
    try:
        found = json.loads(text)
    except RecursionError:
        raise ValueError("brackets lie in brackets too deep to be read") from None
    if not isinstance(found, list):
        raise ValueError("not a list")
    return found
