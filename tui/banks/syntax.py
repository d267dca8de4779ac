"""Says in plain words what the YAML parser could not read, and how to write it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.banks.finding import Place
from tui.banks.headings import no_hyphen
from tui.banks.lines import lines_of
from tui.banks.own_words import slip_in_own_words
from tui.banks.slips import after_closing, in_quotes, indents, missing_sign, outdented

if TYPE_CHECKING:
    from yaml import MarkedYAMLError


class _Case(NamedTuple):
    """What is said of the parser's messages that `pattern` is found in.

    where_it_began: whether to point at where the parser began what it could not end. rewritten:
    whether the line is shown with its text in quotes. indentation: whether that is at fault.
    """

    pattern: str
    message: str
    help: str
    where_it_began: bool = False
    rewritten: bool = False
    indentation: bool = False


# The first that fits. The parser's two builds (libyaml and pure Python) word the same differently.
_CASES = (
    _Case(
        r"mapping values are not allowed.*in a line",
        "A colon stands inside a text.",
        "A colon inside a text needs quotes around the whole text",
        rewritten=True,
    ),
    _Case(
        r"mapping values are not allowed",
        "This line is indented like a part of the text above it, and holds a colon.",
        "Indent it like the other fields; if it does belong to the text above, put the whole text "
        "in quotes.",
        indentation=True,
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
        "Put the text in quotes",
        rewritten=True,
    ),
    _Case(
        r"expected (the )?node content",
        "A text is missing before this.",
        "Write the text; if the sign belongs to a text, put the whole text in quotes.",
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
        "Close it, or write the comma. If the bracket belongs to a text, put the text in quotes.",
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
        "Put the text in quotes",
        rewritten=True,
    ),
    _Case(
        r"scanning an (alias|anchor)",
        "A text can't begin with * or &.",
        "Put the text in quotes",
        rewritten=True,
        where_it_began=True,
    ),
    _Case(
        r"tag|directive",
        "A text can't begin with ! or a line with %.",
        "Put the text in quotes",
        rewritten=True,
        where_it_began=True,
    ),
    _Case(
        r"('-' indicator|block (mapping|collection)|<document start>).*in a line",
        "Something follows a closing quote or bracket.",
        "Put the whole text in quotes, or leave quotes out where the text needs none.",
    ),
    _Case(
        r"'-' indicator|block (mapping|collection)|<document start>",
        "This line is not indented like the ones that it belongs to.",
        "Indent it like the other fields, with spaces.",
        indentation=True,
    ),
)

_OUTDENTED = _CASES[-1]


def in_plain_words(error: MarkedYAMLError, text: str) -> tuple[Place, str, str]:
    """Where the parser stopped in `text`, what is wrong there, and what to write instead."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = lines_of(text)
    before, at = "", ""
    if line < len(lines):
        before, at = lines[line][:column], lines[line][column : column + 1]
    if at == "\t" and "token" in said:
        said = "tab character"
    if ": " in before or ("mapping values" not in said and before.strip()):
        said += " in a line"
    case = next((case for case in _CASES if re.search(case.pattern, said)), None)
    if case is None:
        message = f"The parser can't read this: {said.strip()}."
        return _in(lines, line, column), message, "Look at the line above, too."
    if case.where_it_began and error.context_mark is not None:
        line, column = error.context_mark.line, error.context_mark.column
    return _told(case, lines, line, column)


def _told(case: _Case, lines: list[str], line: int, column: int) -> tuple[Place, str, str]:
    """What is said of `case`, with what the line itself tells of the slip."""
    typed = lines[line] if line < len(lines) else ""
    at = typed[column : column + 1]
    message, advice = case.message, case.help
    if case.indentation or case.pattern.startswith("scanning a simple key"):
        column = len(typed) - len(typed.lstrip())
        slip = missing_sign(typed)
        if slip is not None:
            return Place(line + 1, column + 1), *slip
        if (dash := _lost_hyphen(lines, line)) is not None:
            return Place(line + 1, column + 1), *no_hyphen(typed, dash)
        if (found := slip_in_own_words(lines, line)) is not None:
            return found
    if case.indentation and (odd := outdented(lines, line)) is not None:
        return _told(_OUTDENTED, lines, odd, 0)
    if case.indentation:
        advice = f"{indents(lines, line)} {advice}".strip()
    elif case.message.startswith("Something follows") and (
        slips := after_closing(lines, line, column)
    ):
        line, column, message, advice = slips
    elif "backslash" in message:
        column = max(typed.rfind("\\", 0, column + 1), 0)
    elif message.startswith("A text can't begin with this") and at:
        message = f"A text can't begin with {at}."
    if case.rewritten:
        shown = in_quotes(typed)
        advice = f"{advice}: {shown}" if shown else f"{advice}."
    return _in(lines, line, column), message, advice


def _lost_hyphen(lines: list[str], line: int) -> int | None:
    """The spaces before the hyphens of a list of questions, where line `line` is an id without."""
    if line >= len(lines) or not re.match(r" +id:\s+\S", lines[line]):
        return None
    above = (re.match(r"( *)- +id:", each) for each in reversed(lines[:line]))
    return next((len(found[1]) for found in above if found), None)


def _in(lines: list[str], line: int, column: int) -> Place:
    """A place that an editor can go to, also where the parser stopped behind the last line."""
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = len(lines[line].rstrip())
    return Place(line + 1, column + 1)
