"""What an edit of a bank file has broken, in one sentence for who has just made it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.banks.index import Index

if TYPE_CHECKING:
    from tui.banks.finding import Finding


def errors_in(index: Index, file: Path) -> tuple[Finding, ...]:
    """The errors in a bank file as it was last taken in, in the order of their lines."""
    from tui.banks.finding import Severity

    return tuple(
        found
        for found in index.findings()
        if found.severity is Severity.ERROR and Path(found.path) == file
    )


def broken(before: Iterable[Finding], after: Iterable[Finding]) -> str:
    """Says the first error that was not there before an edit, and where; '' if none is new."""
    known = {(found.code, found.message) for found in before}
    new = [found for found in after if (found.code, found.message) not in known]
    if not new:
        return ""
    first = new[0]
    more = f" And {len(new) - 1} more: see cssprep bank check." if len(new) > 1 else ""
    where = f"{Path(first.path).name}, line {first.line}: "
    return f"{where}{first.message} {first.help}".strip() + more
