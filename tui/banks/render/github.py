"""Workflow commands, which GitHub shows beside the lines they are about."""

from __future__ import annotations

from collections.abc import Sequence

from tui.banks.finding import Finding, Severity

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def render(findings: Sequence[Finding], *, colour: bool) -> str:
    """`::error file=…,line=…,col=…,title=…::message`, one a line."""
    return "".join(
        f"::{_COMMANDS[f.severity]} file={_property(f.path)},line={f.line},col={f.column},"
        f"title={_property(f.code)}::{_data(f'{f.message} {f.help}'.strip())}\n"
        for f in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
