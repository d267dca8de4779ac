"""What `cssprep bank check --fix` mends: one fix a file, in the order in which they look."""

from __future__ import annotations

from tui.banks.fixes.duplicate_field import DuplicateField
from tui.banks.fixes.id_from_prompt import IdFromPrompt
from tui.banks.fixes.id_spelling import IdSpelling
from tui.banks.fixes.missing_format import MissingFormat
from tui.banks.fixes.quote_spelling import QuoteSpelling
from tui.banks.fixes.source_hash import SourceHash
from tui.banks.mend.fix import Fix

# An id that is there has its slug before one is made from a prompt.
FIXES: tuple[type[Fix], ...] = (
    DuplicateField,
    MissingFormat,
    QuoteSpelling,
    SourceHash,
    IdSpelling,
    IdFromPrompt,
)
"""The fixes that look at a bank's tree; `tabs` looks at its text, which has none yet."""
