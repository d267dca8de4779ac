"""A JSON list, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tui.banks.finding import Finding

FIELDS = ("path", "line", "column", "severity", "code", "message", "help")


def render(findings: Sequence[Finding], *, colour: bool) -> str:
    """A list with one object a finding, with these fields and no others."""
    rows = [{field: getattr(finding, field) for field in FIELDS} for finding in findings]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
