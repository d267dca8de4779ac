"""Workflow commands, which GitHub shows beside the lines they are about.

In a command's properties, %, line breaks, : and , are escaped; in its message, % and line breaks.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tui.banks.finding import Finding, Severity

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def render(findings: Sequence[Finding], *, colour: bool) -> str:
    """`::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::path:line:column: message`.

    One a line. GitHub's log shows the message alone, and of many commands makes no annotations: so
    the place stands in the message, too.
    """
    root = os.environ.get("GITHUB_WORKSPACE", "")
    files = {path: _from_root(path, root) for path in {finding.path for finding in findings}}
    return "".join(_command(finding, files[finding.path]) for finding in findings)


def _command(finding: Finding, file: str) -> str:
    properties = {
        "file": file,
        "line": finding.line,
        "col": finding.column,
        "endLine": finding.line,
        "endColumn": finding.column + finding.length - 1,
        "title": finding.code,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    place = f"{file}:{finding.line}:{finding.column}: "
    message = _data(f"{place}{finding.message}\n{finding.help}".rstrip())
    return f"::{_COMMANDS[finding.severity]} {listed}::{message}\n"


def _from_root(path: str, root: str) -> str:
    """`path`, given from the current folder, from the folder `root` of the repository.

    As it is where it lies elsewhere, or where there is no such folder: outside of a workflow.
    """
    if not root:
        return path
    try:
        return Path(os.path.realpath(path)).relative_to(os.path.realpath(root)).as_posix()
    except ValueError:
        return path


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
