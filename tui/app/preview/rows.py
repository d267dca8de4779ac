"""The rows of the preview's two lists: the questions of the file, and the complaints about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import text
from tui.app.marks import QUIET, UNSURE
from tui.app.preview.chooser import Row
from tui.app.preview.complaint_lines import complaint_lines, complaint_row
from tui.banks.finding import Finding
from tui.banks.outline import Outline

FIELD = re.compile(r"\s*(?:- )?\s*(prompt|kind|draft): *(.*)")


def question_rows(outline: Outline) -> Iterator[Row]:
    """A row for each question, by its number, its id and what is written of it.

    A glance at the lines, not a reading: of thousands of questions, most are never looked at.
    """
    for place, stretch in enumerate(outline.stretches):
        written = outline.written(place)
        found = {match[1]: match[2] for line in written if (match := FIELD.match(line))}
        prompt = clean_line(found.get("prompt", "").strip("\"'|> "))
        is_draft = found.get("draft", "").strip() == "true"
        words = f"{place + 1} {stretch.id} " + " ".join(written).casefold()
        draw = partial(question_row, place + 1, stretch.id, prompt, is_draft)
        yield Row(stretch.first, words, draw)


def question_row(
    number: int, name: str, prompt: str, is_draft: bool, width: int, at_cursor: bool
) -> Content:
    """A question in one line: its number, id and prompt."""
    style = "bold" if at_cursor else ""
    return Content.assemble(
        ("▸ " if at_cursor else "  ", "bold $text-accent"),
        (f"{number:>4}  ", QUIET),
        text(clean_line(name) or "(no id)", style),
        ("  draft" if is_draft else "", UNSURE),
        "  ",
        text(prompt, QUIET),
    ).truncate(width, ellipsis=True)


def complaint_rows(findings: Sequence[Finding], outline: Outline | None) -> Iterator[Row]:
    """A row for each complaint, in the order given."""
    for finding in findings:
        place = outline.at_line(finding.line) if outline is not None else None
        name = outline.stretches[place].id if outline is not None and place is not None else ""
        name = name or ("the bank" if place is None else "(no id)")
        words = f"{finding.line} {name} {finding.severity} {finding.code} {finding.message}"
        yield Row(
            finding.line,
            words.casefold(),
            partial(complaint_row, finding, name),
            partial(complaint_lines, finding),
        )
