"""Says in plain words what the YAML parser could not read, and how to write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.banks.finding import Place

if TYPE_CHECKING:
    from yaml import MarkedYAMLError


class _Case(NamedTuple):
    """What is said of the parser's messages that `pattern` is found in."""

    pattern: str
    message: str
    help: str
    where_it_began: bool = False


# The first that fits. The parser's two builds (libyaml and pure Python) word the same differently.
_CASES = (
    _Case(
        r"mapping values are not allowed.*in a line",
        "A colon stands inside a text.",
        'A colon inside text needs quotes around the whole text: "who: the name".',
    ),
    _Case(
        r"mapping values are not allowed",
        "This line is indented like a part of the text above it, and holds a colon.",
        "Indent it like the other fields; if it does belong to the text above, put the whole text "
        "in quotes.",
    ),
    _Case(
        r"quoted scalar.*unexpected end of stream",
        "A quote is opened here and never closed.",
        "Close it, or leave quotes out: most texts need none.",
        where_it_began=True,
    ),
    _Case(
        r"tab character|character '\\t'",
        "A tab stands here; lines are indented with spaces.",
        "Replace tabs by spaces: two for each level.",
    ),
    _Case(
        r"cannot start any token",
        "A text can't begin with this character.",
        "Put the text in quotes.",
    ),
    _Case(
        r"escape character|escape code|hexadecimal number",
        "A backslash in double quotes begins an escape, and this is none.",
        r"Write \\ for a backslash, or use single quotes.",
    ),
    _Case(
        r"scanning a block scalar",
        "Only a line break can follow | or > at the start of a text.",
        "Write the text on the next lines, or put it in quotes.",
    ),
    _Case(
        r"flow (sequence|mapping)",
        "A bracket is opened here and not closed, or a comma is missing between two entries.",
        "Close it; a text that holds commas, brackets or braces needs quotes.",
        where_it_began=True,
    ),
    _Case(
        r"scanning a simple key|could not find expected ':'",
        "This line is neither a field with a colon nor part of a text.",
        "Write `field: text`, `- entry`, or indent the line below the text it goes on with.",
        where_it_began=True,
    ),
    _Case(
        r"(block )?sequence entries are not allowed",
        "A list can't begin on the line of its field.",
        "Put `- ` on the next line; if the dash belongs to the text, put the text in quotes.",
    ),
    _Case(
        r"mapping keys are not allowed",
        "A text can't begin with a question mark and a space.",
        "Put the text in quotes.",
    ),
    _Case(
        r"scanning an (alias|anchor)",
        "A text can't begin with * or &.",
        "Put the text in quotes.",
        where_it_began=True,
    ),
    _Case(
        r"tag|directive",
        "A text can't begin with ! or a line with %.",
        "Put the text in quotes.",
        where_it_began=True,
    ),
    _Case(
        r"('-' indicator|block (mapping|collection)|<document start>).*in a line",
        "Something follows a closing quote or bracket.",
        "A quote inside a text in quotes is written twice ('it''s'); leave quotes out where the "
        "text needs none.",
    ),
    _Case(
        r"'-' indicator|block (mapping|collection)|<document start>",
        "This line is not indented like the ones that it belongs to.",
        "Indent it like the other fields, with spaces.",
    ),
)


def in_plain_words(error: MarkedYAMLError, text: str) -> tuple[Place, str, str]:
    """Where the parser stopped in `text`, what is wrong there, and what to write instead."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = re.split(r"\r\n|\n|\r", text)
    before, at = "", ""
    if line < len(lines):
        before, at = lines[line][:column], lines[line][column : column + 1]
    if at == "\t" and "token" in said:
        said = "tab character"
    if ": " in before or ("mapping values" not in said and before.strip()):
        said += " in a line"
    for case in _CASES:
        if re.search(case.pattern, said):
            if case.where_it_began and error.context_mark is not None:
                line, column = error.context_mark.line, error.context_mark.column
            if "backslash" in case.message:
                column = max(lines[line].rfind("\\", 0, column + 1), 0)
            if case.message.startswith("A text can't begin with this") and at:
                return Place(line + 1, column + 1), f"A text can't begin with {at}.", case.help
            return _in(lines, line, column), case.message, case.help
    message = f"The parser can't read this: {said.strip()}."
    return _in(lines, line, column), message, "Look at the line above, too."


def _in(lines: list[str], line: int, column: int) -> Place:
    """A place that an editor can go to, also where the parser stopped behind the last line."""
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = len(lines[line].rstrip())
    return Place(line + 1, column + 1)
