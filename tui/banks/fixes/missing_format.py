"""A bank does not say its format: there has only been one.

Before:

    # Notes on the Front.
    bank: sample
    title: A sample

After:

    # Notes on the Front.
    format: 1
    bank: sample
    title: A sample
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.complaints import nearest
from tui.banks.mend.change import AddField, SetText
from tui.banks.mend.fix import Fix
from tui.banks.nodes import Scalar

FIELD, FORMAT = "format", "1"


class MissingFormat(Fix):
    """A bank begins with its format."""

    codes = ("missing-field", "empty-text")

    def before(self) -> Iterator[AddField | SetText]:
        """Adds `format: 1`, unless another field was probably meant for it."""
        node = self.bank.context.node
        found = node.get(FIELD)
        if isinstance(found, Scalar) and not found.text:
            yield SetText((FIELD,), FORMAT, f"format: {FORMAT} written")
        elif found is None and "bank" in node.pairs and not nearest(FIELD, node.pairs, alike=0.6):
            yield AddField((), FIELD, FORMAT, f"format: {FORMAT} added")
