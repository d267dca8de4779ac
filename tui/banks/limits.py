"""How much a bank may be."""

from __future__ import annotations

MAX_BYTES = 16 * 1024 * 1024
"""Size of a bank file or of a source's text: some 35,000 questions, or a library shelf."""

MAX_DEPTH = 16
"""How deep lists and mappings may be nested. A bank needs 7."""
