"""Tells from a bank's lines that one was deleted on which others depend.

Without `questions:`, `topics:` or a question's `- id:`, what stands below is read as part of what
stands above: dozens of complaints, none of which says what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tui.banks.characters import one_line
from tui.banks.finding import Place
from tui.banks.lines import indent_of, lines_of, says_something
from tui.banks.nodes import Scalar

HEADINGS = frozenset({"sources", "topics", "questions"})
"""The fields of a bank whose lines begin a part of the file."""


class Lost(NamedTuple):
    """A line that is missing: where it is missed, what is said of it, and what to write."""

    place: Place
    message: str
    help: str

    @property
    def said(self) -> tuple[str, str]:
        """The message and what to do."""
        return self.message, self.help


def lost(text: str) -> Iterator[Lost]:
    """The lines that seem to have been deleted from the bank `text`: headings, a first `- id:`."""
    lines = lines_of(text)
    if not any(_AT_THE_MARGIN.match(line) for line in lines):
        return
    there = {found[1] for line in lines if (found := _HEADING.match(line))}
    for name in ("sources", "topics", "questions"):
        number = _FIRST_BELOW[name](lines) if name not in there else None
        if number is not None and not _is_misspelt(name, there):
            yield Lost(
                _at(lines, number),
                f"A line `{name}:` seems to be missing above line {number + 1}.",
                f"Write `{name}:` above it, on a line of its own and without spaces before it.",
            )
    if "questions" in there:
        yield from _first_id(lines)


def no_hyphen(line: str, spaces: int) -> tuple[str, str]:
    """What is said of `line`, the id of a question whose hyphen should stand behind `spaces`."""
    return (
        "`id` begins a question: a hyphen is missing.",
        f"Write `{' ' * spaces}- {one_line(line.strip(), 100)}`.",
    )


def run_together(keys: Sequence[Scalar], again: Sequence[Scalar]) -> list[Lost]:
    """Where questions without a line `- id:` begin in what was read as one question.

    keys: those of the question, each once; again: those that stand there a second time. Empty
    where they are none of another question.
    """
    if not keys or keys[0].text != "id" or len(again) < 2:
        return []
    runs: list[list[Scalar]] = [[]]
    for key in sorted((*keys, *again), key=lambda key: key.place.line):
        if any(key.text == each.text for each in runs[-1]):
            runs.append([])
        runs[-1].append(key)
    names = [{key.text for key in run} for run in runs]
    if not all("prompt" in each and each & {"kind", "topic"} for each in names):
        return []
    return [_start(run[0], keys[0].place.column - 1) for run in runs[1:]]


def _start(first: Scalar, column: int) -> Lost:
    dash = max(0, column - 2)
    if first.text == "id":
        return Lost(first.place, *no_hyphen("id: …", dash))
    return _without_id(first.place, dash)


def _without_id(place: Place, spaces: int) -> Lost:
    return Lost(
        place,
        f"A question seems to begin on line {place.line}, and its line `- id: …` is missing.",
        f"Write `{' ' * spaces}- id: a-name` above it, with a name of its own.",
    )


def _first_id(lines: list[str]) -> Iterator[Lost]:
    """The id of the first question, where its line or its hyphen is missing and others are there.

    Where none has a hyphen, the list is no list at all, which is said of it.
    """
    start = next((n for n, line in enumerate(lines) if line.startswith("questions:")), len(lines))
    below = ((n, line) for n, line in enumerate(lines) if n > start and says_something(line))
    first, line = next(below, (0, ""))
    found = re.match(r" *(\w+):(?=\s|$)", line)
    if found is None or found[1] not in _OF_A_QUESTION:
        return
    dash = next((each for _, below_it in below if (each := _DASHED_ID.match(below_it))), None)
    if dash is None or lines[start].partition("#")[0].strip() != "questions:":
        return
    if found[1] == "id":
        yield Lost(_at(lines, first), *no_hyphen(line, len(dash[1])))
    else:
        yield _without_id(_at(lines, first), len(dash[1]))


_OF_A_QUESTION = frozenset({"id", "kind", "topic", "prompt", "source", "quote", "draft"})
_HEADING = re.compile(r"[\s{,\"']*(\w+)[\"']?\s*:")
_AT_THE_MARGIN = re.compile(r"(?:format|bank|title|sources|topics|questions)\s*:(?:\s|$)")
_DASHED_ID = re.compile(r"( *)-\s+id\s*:")


def _first_question(lines: list[str]) -> int | None:
    return next((n for n, line in enumerate(lines) if _DASHED_ID.match(line)), None)


def _first_topic(lines: list[str]) -> int | None:
    """The first line that begins with a topic that a question has, or with a part of one."""
    names = set(_named("topic", lines))
    known = {
        ".".join(name.split(".")[: n + 1]) for name in names for n in range(name.count(".") + 1)
    }
    families = {name.partition(".")[0] for name in names if "." in name}
    for number, line in enumerate(lines):
        found = re.match(r" +([\w.-]+):(?=\s|$)", line)
        if found and (
            found[1] in known or (found[1].partition(".")[0] in families and "." in found[1])
        ):
            return number
    return None


def _first_source(lines: list[str]) -> int | None:
    names = {*_named("source", lines)}
    for number, line in enumerate(lines):
        found = re.match(r" +([\w-]+):(?=\s|$)", line)
        if found and (found[1] in names or _has_file(lines, number)):
            return number
    return None


def _has_file(lines: list[str], number: int) -> bool:
    if re.search(r"\{.*\bfile:", lines[number]):
        return True
    return lines[number].rstrip().endswith(":") and any(
        re.match(r" +file:\s", line) for line in islice(lines, number + 1, number + 7)
    )


_FIRST_BELOW = {"sources": _first_source, "topics": _first_topic, "questions": _first_question}


def _named(field: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        if found := re.match(rf" +(?:- +)?{field}: +[\"']?([\w.-]+)", line):
            yield found[1]


def _is_misspelt(name: str, there: set[str]) -> bool:
    from tui.banks.complaints import nearest

    others = {"format", "bank", "title", *HEADINGS, "untested", "silenced", "retired", "source"}
    return bool(nearest(name, there - others - {"topic", "question"}, alike=0.75))


def _at(lines: list[str], number: int) -> Place:
    line = lines[number]
    return Place(number + 1, indent_of(line) + 1, max(1, len(line.strip())))
