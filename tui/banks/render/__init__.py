"""Findings as text, one format a file."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from tui.banks.finding import Finding

FORMATS = ("full", "concise", "json", "github")


def render(form: str, findings: Sequence[Finding], *, colour: bool = False) -> str:
    """`findings` in the format `form`, one of FORMATS; ends in a line break unless empty.

    colour: whether escape sequences for colours may be used; only `full` uses them.
    """
    module = import_module(f"tui.banks.render.{form}")
    text: str = module.render(findings, colour=colour)
    return text
