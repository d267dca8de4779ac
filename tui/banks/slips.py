"""What a line itself tells of the slip that made it unreadable, and how it is written right."""

from __future__ import annotations

import re
from functools import cache

from tui.banks.lines import indent_of, says_something

LONGEST = 100
"""Characters of a line that is shown rewritten at most."""


def missing_sign(line: str) -> tuple[str, str] | None:
    """What is said of a `line` with no colon behind its field, or no space behind a colon or dash.

    None if it has them all.
    """
    typed = line.strip()
    if dashed := re.match(r"-(?=[^\W\d_])", typed):
        return "A space is missing after the dash.", _write(f"- {typed[dashed.end() :]}")
    typed = typed.removeprefix("- ").lstrip()
    if (glued := re.match(r"(\w+):(?=[^\s:/])", typed)) and glued[1] in _fields():
        better = f"{glued[0]} {typed[glued.end() :]}"
        return f"A space is missing after the colon of `{glued[1]}`.", _write(better)
    if (bare := re.match(r"(\w+)\s+(?=\S)", typed)) and bare[1] in _fields() and ": " not in typed:
        better = f"{bare[1]}: {typed[bare.end() :]}"
        return f"A colon is missing after `{bare[1]}`.", _write(better)
    return None


def in_quotes(line: str) -> str:
    """`line` with its text in quotes, "`field: "text"`."; '' where it is no field with a text."""
    found = re.match(r"\s*(?:- +)?(?P<name>[^\s:][^:]*:|-) +(?P<text>\S.*?)\s*$", line)
    if found is None or len(line.strip()) > LONGEST:
        return ""
    text = found["text"]
    # Curly quotes at both ends were meant as the straight ones.
    if re.fullmatch("[“”„].*[“”]|[‘’].*[’]", text):
        text = text[1:-1]
    quoted = "'" + text.replace("'", "''") + "'" if set('"\\') & set(text) else f'"{text}"'
    return f"`{found['name']} {quoted}`."


def indents(lines: list[str], number: int) -> str:
    """How line `number`, from 0, is indented, beside a line above that was probably its model."""
    own = indent_of(lines[number])
    is_entry = lines[number].lstrip().startswith("- ")
    best: int | None = None
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if not says_something(line):
            continue
        is_like = is_entry == line.lstrip().startswith("- ") and indent_of(line) != own
        if is_like and (best is None or _far(lines[best], own) > _far(line, own)):
            best = above
        if indent_of(line) == 0:
            break
    if best is None:
        return ""
    return f"It begins after {_spaces(own)}, line {best + 1} after {indent_of(lines[best])}."


def outdented(lines: list[str], number: int) -> int | None:
    """The number of the line above line `number` that alone begins further left; None if none does.

    What comes after it looks like a part of its text, and is not what has slipped.
    """
    above = [n for n in range(max(0, number - 10), number) if says_something(lines[n])]
    if len(above) < 2:
        return None
    odd, model = above[-1], above[-2]
    own = indent_of(lines[number])
    is_left = indent_of(lines[odd]) < own == indent_of(lines[model])
    if is_left and re.match(r" *\w+: +\S", lines[odd]):
        return odd
    return None


def after_closing(lines: list[str], number: int, column: int) -> tuple[int, int, str, str] | None:
    """What is said where more follows a closing quote or bracket: line, column, message, help.

    The line and the column, both from 0, are those of the opening quote if it stands further up.
    """
    before = lines[number][:column].rstrip()
    closing = before[-1:]
    whole = _with_both_quotes(lines[number])
    if closing in ("]", "}"):
        return (
            number,
            column,
            "Something follows a closing bracket.",
            "A text that begins with a bracket or a brace needs quotes around the whole of it"
            + (f": {shown}" if (shown := in_quotes(lines[number])) else "."),
        )
    if closing not in ('"', "'"):
        return None
    if before.count(closing) % 2 and (opened := _opening(lines, number, closing)) is not None:
        return (
            *opened,
            f"A quote is opened here and closed only on line {number + 1}.",
            "Close it where the text ends, or leave quotes out: most texts need none.",
        )
    if closing == "'":
        return (
            number,
            column,
            "The text in single quotes ends before this.",
            whole
            or "An apostrophe inside single quotes is written twice ('it''s'); or put double "
            'quotes around the whole text ("it\'s").',
        )
    return (
        number,
        column,
        "The text in double quotes ends before this.",
        whole
        or "If the quotes belong to the text, put single quotes around the whole of it: "
        "'\"yes\", he said'.",
    )


def _with_both_quotes(line: str) -> str:
    """What is said of a `line` whose text begins with a quote and has quotes of both kinds.

    '' where it has one kind alone: then the other kind goes around it.
    """
    found = re.match(r"(?P<before>\s*(?:- +)?(?:[^\s:][^:]*: +)?)(?P<text>[\"'].*?)\s*$", line)
    if found is None:
        return ""
    text, quote = found["text"], found["text"][0]
    second = text.find(quote, 1)
    # A quote in the middle that opens, or an apostrophe: the first one was meant for the whole.
    is_around = second > 0 and (
        text[second - 1].isspace() or text[second + 1 : second + 2].isalnum()
    )
    if is_around:
        text = text[1:].removesuffix(quote)
    if not {'"', "'"} <= set(text):
        return ""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    better = f'{found["before"].lstrip()}"{escaped}"'
    if len(better) <= 2 * LONGEST:
        return f"Write `{better}`."
    name = found["before"].strip()
    return f"Write `{name} |-`, and the text without more quotes on the next line, indented."


def _opening(lines: list[str], number: int, quote: str) -> tuple[int, int] | None:
    """Line and column, from 0, of a text above that begins with `quote` and does not end there."""
    for above in range(number - 1, -1, -1):
        found = re.match(rf"\s*(?:- +)?(?:[^\s:][^:]*: +)?{quote}", lines[above])
        if found and lines[above].count(quote) % 2:
            return above, found.end() - 1
    return None


def _write(better: str) -> str:
    return f"Write `{better}`." if len(better) <= LONGEST else "Write it."


def _far(line: str, spaces: int) -> int:
    return abs(indent_of(line) - spaces)


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count or 'no'} spaces"


@cache
def _fields() -> frozenset[str]:
    """The names of all fields of banks and questions."""
    from tui.banks.fields import BankFields, SourceFields, TopicFields, UntestedFields, field_names
    from tui.kinds import KIND_NAMES, kind_named

    owners = (BankFields, SourceFields, TopicFields, UntestedFields, *map(kind_named, KIND_NAMES))
    return frozenset(name for owner in owners for name in field_names(owner))
