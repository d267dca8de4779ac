"""Builds trees from the YAML parser's events, and refuses what a bank may not use of YAML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Protocol, cast

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from tui.banks.characters import FORBIDDEN, REPLACEMENT, name, one_line
from tui.banks.finding import Place
from tui.banks.headings import run_together
from tui.banks.limits import MAX_DEPTH, MAX_ENTRIES, MAX_QUESTIONS, MAX_TEXT
from tui.banks.nodes import Mapping, Node, Scalar, Sequence
from tui.banks.unreadable import Unreadable

if TYPE_CHECKING:
    from yaml.error import Mark


class Complain(Protocol):
    """Takes a complaint."""

    def __call__(self, code: str, place: Place, message: str, help: str = "") -> None:  # noqa: A002
        """Takes a complaint of the kind `code` about `place`."""


class TreeBuilder:
    """Takes one node after another from a stream of events."""

    def __init__(self, events: Iterator[Event], complain: Complain) -> None:
        self._events = events
        self._complain = complain
        self._depth = 1

    def node(self, event: Event) -> Node:
        """The node that begins with `event`; takes from the stream what belongs to it."""
        if type(event) is ScalarEvent:
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            return self._alias(event)
        assert isinstance(event, CollectionStartEvent)
        self.check_properties(event)
        self.go_down(event)
        is_mapping = type(event) is MappingStartEvent
        found = self._mapping(event) if is_mapping else self._sequence(event)
        self.go_up()
        return found

    def skim(self, event: Event) -> Node:
        """As `node`, five times as fast; a mapping keeps its field `id` alone."""
        if not isinstance(event, MappingStartEvent):
            return self.node(event)
        outer, self._depth = self._depth, self._depth + 1
        pairs: dict[str, tuple[Scalar, Node]] = {}
        key: ScalarEvent | None = None
        at_key = True
        for inner in self._events:
            if isinstance(inner, CollectionStartEvent):
                self.go_down(inner)
                continue
            if isinstance(inner, CollectionEndEvent):
                self._depth -= 1
                if self._depth == outer:
                    break
            if self._depth == outer + 1:
                if at_key:
                    key = inner if isinstance(inner, ScalarEvent) else None
                elif key is not None and key.value == "id" and isinstance(inner, ScalarEvent):
                    pairs.setdefault("id", (self._scalar(key), self._scalar(inner)))
                at_key = not at_key
        place = place_at(event)
        return Mapping(pairs, place, place.line)

    def key(
        self, event: Event, seen: dict[str, Scalar], again: list[Scalar] | None = None
    ) -> Scalar | None:
        """The key that begins with `event`, or None if it can't be one; adds it to `seen`.

        A key that is there already is put into `again`, or complained of if that is None.
        """
        found = self.node(event)
        if not isinstance(found, Scalar):
            self._complain(
                "key-not-text",
                found.place,
                "A text can't begin with a brace or a bracket unless it is in quotes.",
                'Put the whole of it in quotes: "{{one}} and two".',
            )
            return None
        if found.text in seen:
            if again is None:
                self._complain_of_repeat(found, seen[found.text])
            else:
                again.append(found)
            return None
        seen[found.text] = found
        return found

    def _complain_of_repeat(self, found: Scalar, first: Scalar) -> None:
        self._complain(
            "duplicate-key",
            found.place,
            f"“{one_line(found.text)}” stands here a second time; "
            f"the first is on line {first.place.line}.",
            "Keep one of the two.",
        )

    def _without_repeats(
        self, pairs: dict[str, tuple[Scalar, Node]], seen: dict[str, Scalar], again: list[Scalar]
    ) -> dict[str, tuple[Scalar, Node]]:
        """`pairs`, the fields of a mapping, up to where another question begins.

        Complains of that, or else of the keys in `again`, which stand there a second time.
        """
        starts = run_together(list(seen.values()), again)
        for start in starts:
            self._complain("missing-field", start.place, *start.said)
        for found in again if not starts else ():
            self._complain_of_repeat(found, seen[found.text])
        if not starts:
            return pairs
        line = starts[0].place.line
        return {name: pair for name, pair in pairs.items() if pair[0].place.line < line}

    def check_properties(self, event: NodeEvent) -> None:
        """Complains of an anchor or a tag on the node that begins with `event`."""
        if event.anchor is not None:
            self._complain(
                "anchor",
                place_at(event),
                f"&{one_line(event.anchor)} names this text so that it can be repeated; "
                "banks don't use that.",
                "Write the text out where it is needed; put it in quotes if the & belongs to it.",
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._complain(
                "tag",
                place_at(event),
                f"{one_line(tag.replace('tag:yaml.org,2002:', '!!'))} gives this text a type; "
                "in a bank everything is text.",
                "Delete it, or put the text in quotes if the ! belongs to it.",
            )

    def go_down(self, event: CollectionStartEvent) -> None:
        """Notes that the list or mapping that begins with `event` is gone into; not too deep."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._complain(
                "too-deep",
                place_at(event),
                f"Lists and mappings are nested more than {MAX_DEPTH} deep here.",
                "A bank needs no more than 7: look for a bracket too many.",
            )
            raise Unreadable

    def go_up(self) -> None:
        """Notes that it has been left."""
        self._depth -= 1

    def _mapping(self, event: CollectionStartEvent) -> Mapping | Scalar:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        seen: dict[str, Scalar] = {}
        again: list[Scalar] = []
        # Not from the end event: that of a block stands where the next thing begins.
        place = place_at(event)
        end_line = place.line
        braces: Place | None = None
        left = self._most
        for inner in self._events:
            if isinstance(inner, CollectionEndEvent):
                # {{a}} without quotes is a text to its author: that it is none is said once.
                if braces is not None and not pairs:
                    return Scalar("{{…}}", braces, end_line)
                if again:
                    pairs = self._without_repeats(pairs, seen, again)
                return Mapping(pairs, place, end_line)
            if left == 0:
                self._leave_out(inner)
                return Mapping(pairs, place, end_line)
            left -= 1
            key = self.key(inner, seen, again)
            first = next(self._events)
            value = self.node(first)
            end_line = value.end_line
            if event.flow_style and isinstance(inner, CollectionStartEvent):
                braces = place_at(inner)
            # `<<: *name` is said to be an alias; that << is no field need not be said.
            is_merge = isinstance(first, AliasEvent) and key is not None and key.text == "<<"
            if key is not None and not is_merge:
                pairs[key.text] = (key, value)
        raise Unreadable

    def _sequence(self, event: CollectionStartEvent) -> Sequence:
        items: list[Node] = []
        place = place_at(event)
        end_line = place.line
        for inner in self._events:
            if isinstance(inner, CollectionEndEvent):
                return Sequence(tuple(items), place, end_line)
            if len(items) == self._most:
                self._leave_out(inner)
                return Sequence(tuple(items), place, end_line)
            items.append(self.node(inner))
            end_line = items[-1].end_line
        raise Unreadable

    @property
    def _most(self) -> int:
        """How many entries the list or mapping that is being read may have."""
        return MAX_ENTRIES if self._depth > _OWN_DEPTH else MAX_QUESTIONS

    def _leave_out(self, first: Event) -> None:
        """Complains of the entry that begins with `first`, and takes all from there on unread."""
        self._complain(
            "too-large",
            place_at(first),
            f"There are more than {self._most:,} entries here; the rest is not read.",
            "Divide them, or take some out.",
        )
        depth = 0
        for event in chain((first,), self._events):
            depth += isinstance(event, CollectionStartEvent)
            depth -= isinstance(event, CollectionEndEvent)
            if depth < 0:
                return

    def _scalar(self, event: ScalarEvent) -> Scalar:
        start, end = marks(event)
        same_line = start.line == end.line
        length = end.column - start.column if same_line else _TO_THE_END
        place = Place(start.line + 1, start.column + 1, length)
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            self.check_properties(event)
        style = event.style
        if style == '"' and FORBIDDEN.search(text):
            text = self._cleaned(text, place)
        elif style in {"|", ">"}:
            # Whoever writes a block means its words, not the line break before the next field.
            text = text.rstrip("\n")
        if len(text) > MAX_TEXT:
            text = self._shortened(text, place)
        # A block ends at the start of the line after it.
        end_line = end.line if end.column == 0 and not same_line else end.line + 1
        return Scalar(text, place, end_line, blank=same_line and length == 0)

    def _shortened(self, text: str, place: Place) -> str:
        self._complain(
            "too-large",
            place,
            f"This text has {len(text):,} characters; at most {MAX_TEXT:,} are read.",
            "Shorten it. If a quote is opened somewhere and never closed, close it.",
        )
        return text[:MAX_TEXT]

    def _cleaned(self, text: str, place: Place) -> str:
        names = ", ".join(dict.fromkeys(name(found) for found in FORBIDDEN.findall(text)))
        self._complain(
            "forbidden-character",
            place,
            f"An escape in this text stands for a character that is not shown as text: {names}.",
            r"Delete the escape; for a backslash as such, write \\ or use single quotes.",
        )
        return FORBIDDEN.sub(REPLACEMENT, text)

    def _alias(self, event: AliasEvent) -> Scalar:
        place = place_at(event)
        typed = f"*{event.anchor}"
        self._complain(
            "alias",
            place,
            f"{one_line(typed)} repeats a text from elsewhere; banks don't use that.",
            f'Write the text out; if the * belongs to it, put it in quotes: "{one_line(typed)}".',
        )
        return Scalar(typed, place, place.line)


_OWN_DEPTH = 2
"""How deep the bank's own lists and mappings lie; what lies deeper belongs to their entries."""

_TO_THE_END = 10**6
"""A length that reaches beyond any line; the report cuts it to the line."""


def place_at(event: Event) -> Place:
    """The place of what begins with `event`."""
    start, end = marks(event)
    length = end.column - start.column if start.line == end.line else 1
    return Place(start.line + 1, start.column + 1, max(1, length))


def marks(event: Event) -> tuple[Mark, Mark]:
    """Where `event` starts and ends; the parsers give every event both."""
    return cast("tuple[Mark, Mark]", (event.start_mark, event.end_mark))
