"""From YAML text to entries, one at a time, so that a large bank is never held as one tree.

Built on the parser's events rather than on its own trees: these cost a tenth of the memory, and
what a bank may not use (anchors, tags, deep nesting) is refused before anything is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from tui.banks.building import TreeBuilder, marks, place_at
from tui.banks.limits import MAX_FIELDS, MAX_QUESTIONS
from tui.banks.nodes import Node, Scalar, Sequence
from tui.banks.report import TOP, Report
from tui.banks.slips import LONGEST, missing_sign
from tui.banks.syntax import in_plain_words
from tui.banks.unreadable import Unreadable

# libyaml where PyYAML was built with it; ten times slower without.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

STREAMED = "questions"
"""The field whose list is handed out entry by entry."""


class Entry(NamedTuple):
    """A field of the bank, or (if `listed`) one entry of the list that the field `key` is.

    The list of questions comes as its entries, then once more as a whole without any.
    """

    key: Scalar
    value: Node
    listed: bool


def entries(text: str, report: Report, *, skim: bool = False) -> Iterator[Entry]:
    """The fields of the bank `text`, in the order written; complains to `report`.

    With `skim`, entries of lists keep their field `id` alone, which is five times as fast. Raises
    Unreadable at a syntax error, at too deep a nesting, or if the text is not a mapping.
    """
    try:
        yield from _entries(text, report, skim)
    except yaml.MarkedYAMLError as error:
        place, message, advice = in_plain_words(error, text)
        report.add("syntax", place, message, advice)
        raise Unreadable from None


def _events(text: str) -> Iterator[Event]:
    loader = LOADER(text)
    return iter(loader.get_event, None)


def _entries(text: str, report: Report, skim: bool) -> Iterator[Entry]:
    events = _events(text)
    builder = TreeBuilder(events, report.add)
    start = _start_of_content(events)
    if not isinstance(start, MappingStartEvent):
        if isinstance(start, ScalarEvent) and (slip := _slip_at(start, text)) is not None:
            report.add("syntax", place_at(start), *slip)
            raise Unreadable
        message = "The file is empty." if start is None else _NO_BANK
        report.add("not-a-mapping", TOP, message, "Begin with `format: 1` and `bank: an-id`.")
        raise Unreadable
    builder.check_properties(start)
    seen: dict[str, Scalar] = {}
    for count, event in enumerate(events):
        if isinstance(event, CollectionEndEvent):
            break
        if count == MAX_FIELDS:
            _refuse(event, f"The bank has more than {MAX_FIELDS:,} fields.", report)
        key = builder.key(event, seen)
        value = next(events)
        if key is None:
            builder.node(value)
        elif key.text == STREAMED and isinstance(value, SequenceStartEvent):
            builder.check_properties(value)
            builder.go_down(value)
            for number, item in enumerate(events):
                if isinstance(item, CollectionEndEvent):
                    break
                if number == MAX_QUESTIONS:
                    _refuse(item, f"The bank has more than {MAX_QUESTIONS:,} questions.", report)
                yield Entry(key, builder.skim(item) if skim else builder.node(item), listed=True)
            builder.go_up()
            place = place_at(value)
            yield Entry(key, Sequence((), place, place.line), listed=False)
        else:
            yield Entry(key, builder.node(value), listed=False)
    _refuse_more_documents(events, report)


def _slip_at(start: Event, text: str) -> tuple[str, str] | None:
    """What is said of the first line with content, where its colon or a space is missing."""
    line = marks(start)[0].line
    first = next(islice(re.finditer(r"[^\r\n]*(?:\r\n|\n|\r|$)", text), line, None), None)
    return missing_sign(first.group()[:LONGEST]) if first is not None else None


_NO_BANK = "The file does not begin with the fields of a bank."


def _refuse(event: Event, message: str, report: Report) -> NoReturn:
    advice = "Divide it into several banks, each with an id of its own."
    report.add("too-large", place_at(event), message, advice)
    raise Unreadable


def _start_of_content(events: Iterator[Event]) -> Event | None:
    content = (ScalarEvent, SequenceStartEvent, MappingStartEvent, AliasEvent)
    return next((event for event in events if isinstance(event, content)), None)


def _refuse_more_documents(events: Iterator[Event], report: Report) -> None:
    for event in events:
        if isinstance(event, DocumentStartEvent):
            report.add(
                "several-documents",
                place_at(event),
                "A second document begins here; it is not read.",
                "Delete the line with `---`, or move what follows into a file of its own.",
            )
            return
