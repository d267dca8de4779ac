"""Makes text from banks and learners safe to draw: a terminal must never obey it."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f\x80-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def clean(text: str) -> str:
    """`text` with every control character made visible; line feeds stay.

    Control characters become their pictures (␛ for escape), tabs a space, and what has no picture,
    such as a bidirectional override or half a surrogate pair, becomes �.
    """
    return text if text.isprintable() else _UNSAFE.sub(_picture, text)


def clean_line(text: str) -> str:
    """`text` as one line: cleaned, and all white space folded to single spaces."""
    return clean(" ".join(text.split()))


def _picture(found: re.Match[str]) -> str:
    character = found.group()
    if character == "\t":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "␡" if character == "\x7f" else "�"
