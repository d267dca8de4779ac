"""One line a finding: what an editor's list of problems reads."""

from __future__ import annotations

from collections.abc import Sequence

from tui.banks.finding import Finding


def render(findings: Sequence[Finding], *, colour: bool) -> str:
    """`path:line:column: severity code: message`."""
    return "".join(
        f"{f.path}:{f.line}:{f.column}: {f.severity} {f.code}: {f.message}\n" for f in findings
    )
