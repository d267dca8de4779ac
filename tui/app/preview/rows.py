"""The rows of the preview's two lists: the questions of the file, and the complaints about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import text
from tui.app.marks import QUIET, UNSURE
from tui.app.preview.chooser import Row
from tui.app.preview.complaint_lines import complaint_lines, complaint_row
from tui.banks.finding import Finding
from tui.banks.outline import Outline, dash_column

DASH = re.compile(r" *- ")
ID = re.compile(r"""\s*(?:- )?\s*id: *["']?([^\s"'#]+)""")
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


def complaint_rows(
    findings: Sequence[Finding], name_of: Callable[[int], str | None]
) -> Iterator[Row]:
    """A row for each complaint, in the order given.

    name_of: the id of the question at a line, '' if it has none, None if no question is there.
    """
    for finding in findings:
        found = name_of(finding.line)
        name = "the bank" if found is None else found or "(no id)"
        words = f"{finding.line} {name} {finding.severity} {finding.code} {finding.message}"
        yield Row(
            finding.line,
            words.casefold(),
            partial(complaint_row, finding, name),
            partial(complaint_lines, finding),
        )


def name_in(outline: Outline, line: int) -> str | None:
    """The id of the question that holds `line`, as `complaint_rows` wants it."""
    place = outline.at_line(line)
    return None if place is None else outline.stretches[place].id


def name_written(lines: Sequence[str], line: int) -> str | None:
    """The same for a file that can't be read: by the dashes below `questions:`, and the ids."""
    top = [n for n, text in enumerate(lines[:line]) if text[:1].isalpha()]
    if not top or not lines[top[-1]].startswith("questions:"):
        return None
    begun = [n for n in range(top[-1] + 1, line) if DASH.match(lines[n])]
    if not begun:
        return None
    indent = min(lines[n].index("-") for n in begun)
    start = [n for n in begun if lines[n].index("-") == indent][-1]
    for n in range(start, len(lines)):
        if n > start and (lines[n][:1].isalpha() or dash_column(lines[n]) == indent):
            break
        if found := ID.match(lines[n]):
            return found[1]
    return ""
