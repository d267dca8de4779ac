"""How much is looked at of what a stranger sends."""

from __future__ import annotations

MIB = 1024 * 1024

MAX_ENTRIES = 1_000
"""Files and folders of an archive."""

MAX_REPOSITORY_ENTRIES = 20_000
"""Files of a Git repository: nothing is unpacked there but what is wanted."""

MAX_UNPACKED = 64 * MIB
"""Bytes of an archive, packed or unpacked, and of all banks and sources brought in at once."""

MAX_RATIO = 200
"""How many times larger an archive may get by unpacking; text gets 3 to 60 times larger."""

SMALL = MIB
"""Bytes up to which the ratio does not matter."""

MAX_REPOSITORY = 256 * MIB
"""Bytes of a Git repository's newest state, as fetched."""

FETCH_SECONDS = 120.0
"""How long fetching a Git repository may take."""

UNPACKING_MEMORY = 128 * MIB
"""Bytes of memory that unpacking may take: an .xz file can ask for gigabytes."""
