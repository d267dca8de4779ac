"""How much a bank may be."""

from __future__ import annotations

MAX_BYTES = 16 * 1024 * 1024
"""Size of a bank file or of a source's text: some 35,000 questions, or a library shelf."""

MAX_QUESTIONS = 50_000
"""Questions of a bank; also the entries of the bank's own lists and mappings."""

MAX_FIELDS = 1_000
"""Fields of a bank, the unknown ones among them."""

MAX_ENTRIES = 200
"""Entries of a list or a mapping within a question."""

MAX_TEXT = 20_000
"""Characters of a text: some ten pages."""

MAX_DEPTH = 16
"""How deep lists and mappings may be nested. A bank needs 7."""
