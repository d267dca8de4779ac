"""Findings with their lines, a caret under what is meant, and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from tui.banks.finding import Finding, Severity

WIDTH = 100
"""Columns of a bank's line that are shown at most."""

Segment = tuple[str, str]
"""A text and its style, in rich's words."""

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
}


def render(findings: Sequence[Finding], *, colour: bool) -> str:
    """Some lines for each finding, and an empty one."""
    lines = [line for finding in findings for line in _lines(finding)]
    if not colour:
        return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
    from rich.console import Console
    from rich.text import Text

    # A Text is not parsed: what a bank says in brackets is no markup.
    console = Console(force_terminal=True, color_system="standard", width=WIDTH, highlight=False)
    with console.capture() as captured:
        for line in lines:
            console.print(Text.assemble(*line), soft_wrap=True)
    return captured.get()


def _lines(finding: Finding) -> Iterator[list[Segment]]:
    style = _STYLES[finding.severity]
    yield [
        (f"{finding.path}:{finding.line}:{finding.column}: ", "bold"),
        (f"{finding.severity} {finding.code}", style),
        (f": {finding.message}", ""),
    ]
    number = str(finding.line)
    gutter = " " * len(number)
    if finding.source.strip():
        before, meant, after = _clipped(finding)
        yield [(f"{gutter} |", "blue")]
        yield [(f"{number} | ", "blue"), (before + meant + after, "")]
        carets = "^" * max(1, _cells(meant))
        yield [(f"{gutter} | ", "blue"), (" " * _cells(before) + carets, style)]
    if finding.help:
        yield [(f"{gutter} = ", "blue"), (f"help: {finding.help}", "")]
    yield [("", "")]


def _clipped(finding: Finding) -> tuple[str, str, str]:
    """The line before what is meant, what is meant, and the rest, cut to the width."""
    source = finding.source.replace("\t", " ")
    start = finding.column - 1
    before, meant = source[:start], source[start : start + finding.length]
    after = source[start + finding.length :]
    if len(source) <= WIDTH:
        return before, meant, after
    if len(meant) > WIDTH // 2:
        meant, after = meant[: WIDTH // 2] + "…", ""
    room = WIDTH - len(meant)
    if len(before) > room // 2:
        before = "…" + before[-(room // 2) :]
    left = max(0, room - len(before))
    return before, meant, after if len(after) <= left else after[:left] + "…"


def _cells(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
