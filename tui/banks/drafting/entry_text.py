"""A draft as it is written into a bank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.banks.drafting.candidate import Candidate, Item
from tui.banks.drafting.yaml_text import entry, field, scalar


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate with its id and its topic. source: '' if the bank has only one."""

    id: str
    topic: str
    source: str
    candidate: Candidate


def written(draft: Draft, indent: int) -> str:
    """The draft as an entry of a list whose dashes stand in the column `indent`, from 0."""
    told = draft.candidate.sentence
    pad = " " * indent
    comment = f"{pad}# Sentence {told.number}, line {told.line} of the source: {_rule(draft)}."
    lines = list(_fields(draft, indent + 2))
    first = f"{pad}- {lines[0].lstrip()}"
    return "\n".join([comment, first, *lines[1:]]) + "\n"


def _rule(draft: Draft) -> str:
    name = draft.candidate.rule
    return f"{'an' if name[0] in 'ae' else 'a'} {name}"


def _fields(draft: Draft, indent: int) -> Iterator[str]:
    found = draft.candidate
    yield field("id", draft.id, indent)
    yield field("kind", found.kind, indent)
    yield field("topic", draft.topic, indent)
    if draft.source:
        yield field("source", draft.source, indent)
    yield field("prompt", found.prompt, indent)
    yield from _answer(found, indent)
    if found.mistakes:
        yield f"{' ' * indent}mistakes:"
        for mistake, reason in found.mistakes.items():
            yield field(mistake, reason, indent + 2)
    if len(found.quotes) == 1:
        yield field("quote", found.quotes[0], indent)
    else:
        yield f"{' ' * indent}quote:"
        yield from (entry(quote, indent + 2) for quote in found.quotes)
    yield f"{' ' * indent}draft: true"


def _answer(found: Candidate, indent: int) -> Iterator[str]:
    if found.text:
        yield field("text", found.text, indent)
    elif found.items:
        yield f"{' ' * indent}items:"
        for item in found.items:
            if found.kind == "order":
                yield entry(item.answer, indent + 2)
            else:
                yield from _item(item, indent + 2)
    elif found.pairs:
        yield f"{' ' * indent}pairs:"
        for left, right in found.pairs.items():
            yield field(left, right, indent + 2)
    else:
        yield field("answer", found.answer, indent)
    if found.accept:
        yield f"{' ' * indent}accept: {_listed(found.accept)}"
    if found.unit:
        yield field("unit", found.unit, indent)


def _item(item: Item, indent: int) -> Iterator[str]:
    yield f"{' ' * indent}- {field('answer', item.answer, indent + 2).lstrip()}"
    if item.accept:
        yield f"{' ' * (indent + 2)}accept: {_listed(item.accept)}"


def _listed(texts: tuple[str, ...]) -> str:
    """`[one, two]`: in brackets, commas and brackets of a text need quotes, too."""
    quoted = (f'"{each}"' if set(each) & set(',[]{}"\\') else scalar(each) for each in texts)
    return f"[{', '.join(quoted)}]"
