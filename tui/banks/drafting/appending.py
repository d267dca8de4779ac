"""Adds entries to a bank's list of questions, as text: nothing else in the file changes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import yaml
from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tui.banks.parse import LOADER, STREAMED
from tui.fault import Fault


@dataclass(frozen=True, slots=True)
class Gap:
    """Where entries go in a bank's text.

    position: in characters. indent: the column of the dashes, from 0. removed: start and end of
    the `[]` that they take the place of, or None.
    """

    position: int
    indent: int
    removed: tuple[int, int] | None = None


def appended(text: str, entries: Sequence[str], gap: Gap) -> str:
    """`text` with `entries`, of lines that end with a line feed, at `gap`.

    They get the line ends that the text has.
    """
    if not entries:
        return text
    end = "\r\n" if re.search(r"\r\n|\n|$", text).group() == "\r\n" else "\n"  # type: ignore[union-attr]
    added = "".join(f"\n{each}" for each in entries).replace("\n", end)
    before, after = text[: gap.position], text[gap.position :]
    if gap.removed is not None:
        start, stop = gap.removed
        before = text[:start].rstrip(" ") + text[stop : gap.position]
    if before and not before.endswith(("\n", "\r")):
        before += end
    return before + added + after


def gap_in(text: str) -> Gap:
    """Where the next question of the bank `text` goes; a Fault if it can't be added as text."""
    try:
        return _gap(text, list(_events(text)))
    except yaml.YAMLError:
        raise Fault("The bank can't be read.", "See cssprep bank check.") from None


def _events(text: str) -> list[Event]:
    loader = LOADER(text)
    return list(iter(loader.get_event, None))


def _gap(text: str, events: list[Event]) -> Gap:
    starts = _line_starts(text)
    depth = 0
    for at, event in enumerate(events):
        is_key = depth == 1 and isinstance(event, ScalarEvent) and event.value == STREAMED
        if is_key and _is_key(events, at):
            return _after(text, starts, events, at)
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            depth -= 1
    raise Fault(f"The bank has no field `{STREAMED}`.", f"Add a line `{STREAMED}:` at its end.")


def _is_key(events: list[Event], at: int) -> bool:
    """Whether the scalar at `at`, at the top level, is a key and not a value."""
    depth, count = 0, 0
    for event in events[:at]:
        if depth == 1 and not isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            count += 1
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            depth -= 1
    return count % 2 == 0


def _after(text: str, starts: list[int], events: list[Event], at: int) -> Gap:
    key, value = events[at], events[at + 1]
    if isinstance(value, ScalarEvent) and value.value == "" and not value.style:
        return Gap(_next_line(starts, _mark(key.end_mark).line), 2)
    if not isinstance(value, SequenceStartEvent):
        raise Fault(f"The field `{STREAMED}` is no list.", "See cssprep bank check.")
    inner = _inside(events, at + 1)
    if value.flow_style:
        if inner:
            raise Fault(
                f"The {STREAMED} stand in brackets, where no draft can be added.",
                "Write each below the line `questions:`, after `- `.",
            )
        end = _mark(events[at + 2].end_mark)
        removed = _position(starts, _mark(value.start_mark)), _position(starts, end)
        return Gap(_next_line(starts, end.line), 2, removed)
    indent = _mark(value.start_mark).column
    last = max(_last_line(event) for event in inner)
    return Gap(_next_line(starts, last), indent)


def _inside(events: list[Event], at: int) -> list[Event]:
    depth, found = 1, []
    for event in events[at + 1 :]:
        if isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
            depth -= 1
            if depth == 0:
                break
        found.append(event)
    return found


def _last_line(event: Event) -> int:
    """The last line of the text that `event` is; blocks end where the next thing begins."""
    if isinstance(event, ScalarEvent):
        end = _mark(event.end_mark)
        goes_below = event.style in ("|", ">") and end.column == 0 and end.line > 0
        return int(end.line) - 1 if goes_below else int(end.line)
    if isinstance(event, (MappingEndEvent, SequenceEndEvent)):
        is_flow = _mark(event.end_mark).index > _mark(event.start_mark).index
        return int(_mark(event.end_mark).line) if is_flow else 0
    return int(_mark(event.start_mark).line)


def _line_starts(text: str) -> list[int]:
    """Where each line begins, as YAML counts lines, and the text's end."""
    ends = [match.end() for match in re.finditer(r"\r\n|[\n\r\x85\u2028\u2029]", text)]
    return [0, *ends, len(text)]


def _next_line(starts: list[int], line: int) -> int:
    return starts[min(line + 1, len(starts) - 1)]


def _position(starts: list[int], mark: _Mark) -> int:
    return starts[mark.line] + int(mark.column)


class _Mark(Protocol):
    """A place in a text: what PyYAML's and libyaml's marks have in common."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...

    @property
    def index(self) -> int: ...


def _mark(mark: _Mark | None) -> _Mark:
    """Every event of a text that is read has its marks."""
    assert mark is not None
    return mark
