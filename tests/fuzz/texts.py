"""Mutations of a file as bytes and as lines. Each draws only on the random numbers handed in."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.fuzz.pieces import BYTES, LONG, TEXTS, YAML

Mutation = Callable[[Random, bytes], bytes]

LARGEST = 200_000
"""Bytes that a line is repeated to, about."""
SPECIAL = b"\x00\t\n\r \"'#%&*,-.:<>?@[]`{|}!~0123456789aZ\x7f\x80\xff"
"""Bytes that mean something to YAML or JSON, and some others."""


def mutated(chance: Random, content: bytes, ways: tuple[Mutation, ...]) -> bytes:
    """`content` after one to six of the mutations `ways`, few more often than many."""
    for _ in range(chance.choice((1, 1, 1, 1, 2, 2, 3, 6))):
        content = chance.choice(ways)(chance, content)
    return content


def flip(chance: Random, content: bytes) -> bytes:
    """Some bytes become others."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8)) if found else 0):
        found[chance.randrange(len(found))] = chance.choice((chance.randrange(256), *SPECIAL))
    return bytes(found)


def insert(chance: Random, content: bytes) -> bytes:
    """Something is put in between."""
    at = chance.randint(0, len(content))
    return content[:at] + piece(chance) + content[at:]


def delete(chance: Random, content: bytes) -> bytes:
    """A stretch is gone."""
    at = chance.randint(0, len(content))
    return content[:at] + content[at + chance.choice((1, 1, 2, 5, 40, 400)) :]


def truncate(chance: Random, content: bytes) -> bytes:
    """The file is cut off, in the middle of a character if it comes so."""
    return content[: chance.randint(0, len(content))]


def replace_word(chance: Random, content: bytes) -> bytes:
    """What stands between two spaces becomes something else."""
    words = content.split(b" ")
    words[chance.randrange(len(words))] = piece(chance)
    return b" ".join(words)


def change_line(chance: Random, content: bytes) -> bytes:
    """A line is doubled, deleted, moved, indented otherwise, ended otherwise or repeated often."""
    lines = content.splitlines(keepends=True)
    if not lines:
        return content
    at = chance.randrange(len(lines))
    match chance.randrange(7):
        case 0:
            lines.insert(at, lines[at])
        case 1:
            del lines[at]
        case 2:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = chance.choice((b" ", b"  ", b"\t", b" " * 40)) + lines[at]
        case 4:
            lines[at] = lines[at].lstrip()
        case 5:
            lines[at] = lines[at].rstrip(b"\r\n") + chance.choice((b"", b"\r", b"\r\n", b"\n\n"))
        case _:
            lines[at] *= min(chance.choice((2, 300)), 1 + LARGEST // len(lines[at]))
    return b"".join(lines)


def change_value(chance: Random, content: bytes) -> bytes:
    """What stands behind the colon of a line becomes something else."""
    lines = content.splitlines(keepends=True)
    keyed = [number for number, line in enumerate(lines) if b":" in line]
    if not keyed:
        return content
    at = chance.choice(keyed)
    key, _, _ = lines[at].partition(b":")
    lines[at] = key + b": " + piece(chance) + b"\n"
    return b"".join(lines)


def shuffle_block(chance: Random, content: bytes) -> bytes:
    """A stretch of the file stands in another place, too."""
    start = chance.randint(0, len(content))
    block = content[start : start + chance.choice((10, 100, 1000))]
    at = chance.randint(0, len(content))
    return content[:at] + block + content[at:]


def piece(chance: Random) -> bytes:
    """Something to put in."""
    pool: tuple[str, ...] = chance.choice((TEXTS, TEXTS, YAML, YAML, LONG))
    if chance.random() < 0.2:
        return chance.choice(BYTES)
    return chance.choice(pool).encode("utf-8", "surrogatepass")


AS_BYTES: tuple[Mutation, ...] = (flip, insert, delete, truncate, shuffle_block)
AS_LINES: tuple[Mutation, ...] = (replace_word, change_line, change_value, change_value)
