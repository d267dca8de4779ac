"""Ids of log entries and sessions: unique on every device, in order of their making."""

from __future__ import annotations

import os
import time

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def random_id() -> str:
    """26 characters: 48 bits of time in milliseconds, then 80 random bits (the ULID layout)."""
    number = (time.time_ns() // 1_000_000 << 80) | int.from_bytes(os.urandom(10), "big")
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
