"""Findings to be rendered."""

from __future__ import annotations

from tui.banks.finding import Finding, Severity

TOPIC = Finding(
    path="banks/nrf.yaml",
    line=12,
    column=12,
    severity=Severity.ERROR,
    code="unknown-topic",
    message="The bank has no topic “nrf.leader”.",
    help="Did you mean nrf.leaders?",
    source="    topic: nrf.leader",
    length=10,
)
EXPIRED = Finding(
    path="banks/a,b:c.yaml",
    line=3,
    column=1,
    severity=Severity.WARNING,
    code="expired",
    message="100 % [bold]sure[/].",
)
NOTE = Finding("x.yaml", 1, 1, Severity.NOTE, "source-absent", "Not here.", "No harm.")
