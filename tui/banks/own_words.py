"""Slips under the fields whose keys are the author's own words: `mistakes`, `disputed`, `pairs`."""

from __future__ import annotations

import re

from tui.banks.characters import one_line
from tui.banks.finding import Place
from tui.banks.lines import indent_of, says_something
from tui.banks.nodes import OWN_WORDS

SIDES = {
    "mistakes": "the wrong answer and why it is wrong",
    "disputed": "the answer and what the learner is told",
    "pairs": "the left and the right side",
}
"""What stands on the two sides of the colon."""


def slip_in_own_words(lines: list[str], stopped: int) -> tuple[Place, str, str] | None:
    """The line at fault, what is wrong, and what to write, where the parser stopped in line
    `stopped`, from 0, under a field like `mistakes`; None if nothing is known to be wrong there.
    """
    found = (
        _heading(lines, stopped)
        if stopped < len(lines) and says_something(lines[stopped])
        else None
    )
    if found is None:
        return None
    head, name = found
    column = indent_of(lines[head].replace("- ", "  ", 1))
    if indent_of(lines[stopped]) < column:
        return None
    entries = [n for n in range(head + 1, stopped + 1) if says_something(lines[n])]
    first = entries[0]
    own = indent_of(lines[first])
    dashed = next((n for n in entries if lines[n].lstrip().startswith("- ")), None)
    if dashed is not None:
        better = one_line(lines[dashed].lstrip()[2:].strip(), 100)
        return (
            Place(dashed + 1, indent_of(lines[dashed]) + 1),
            f"`{name}` are no list: a dash stands here.",
            f"Take out the dash: `{better}`.",
        )
    if own == column and indent_of(lines[stopped]) > own and len(entries) > 1:
        more = indent_of(lines[stopped]) - own
        spaces = "1 more space" if more == 1 else f"{_NUMBERS.get(more, more)} more spaces"
        return (
            Place(first + 1, own + 1),
            f"Line {first + 1} belongs under `{name}`.",
            f"Indent it by {spaces}, as line {stopped + 1} is.",
        )
    if own <= column or indent_of(lines[stopped]) < own:
        return None
    return _without_colon(lines, entries, name)


def _without_colon(
    lines: list[str], entries: list[int], name: str
) -> tuple[Place, str, str] | None:
    """What is said of the first of `entries` that has no colon; None if all have one."""
    own = indent_of(lines[entries[0]])
    for number in entries:
        line = lines[number].strip()
        if indent_of(lines[number]) == own and not re.search(r":(\s|$)", line):
            return (
                Place(number + 1, own + 1),
                f"A colon is missing on this line under `{name}`.",
                f"Write a colon and a space between {SIDES[name]}.",
            )
    return None


_NUMBERS = {2: "two", 3: "three", 4: "four"}
_HEADING = re.compile(rf" *(?:- )?({'|'.join(sorted(OWN_WORDS))}):\s*(?:#.*)?$")


def _heading(lines: list[str], stopped: int) -> tuple[int, str] | None:
    """The line above, and its field, under which line `stopped` seems to stand."""
    for number in range(stopped - 1, -1, -1):
        if found := _HEADING.match(lines[number]):
            return number, found[1]
        line = lines[number]
        is_left = says_something(line) and indent_of(line) < indent_of(lines[stopped])
        if is_left and number > 0 and not _HEADING.match(lines[number - 1]):
            return None
    return None
