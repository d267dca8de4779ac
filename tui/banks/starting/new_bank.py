"""The text of a new bank: its fields, an example of a question, the source's sentences."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tui.banks.characters import visible
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.yaml_text import WIDTH, scalar
from tui.banks.drafting.yaml_text import field as written_field
from tui.banks.proof import SourceText
from tui.banks.sentences import Part

LISTED = 2000
"""Sentences that are written down as comments: of longer sources, the first of them."""

_EXAMPLE = """\
# A question looks like this. Write yours below `questions:`, with two spaces before the dash;
# delete `draft: true` when you are done with one.
#
#  - id: treaty-year            # its name for ever: small letters, digits, hyphens
#    kind: short                # choice, multiple, truefalse, short, cloze, list, order, match,
#                               # number, date, outline
#    topic: {topic}
#    prompt: Who signed the treaty, according to the article?
#    answer: The foreign minister
#    accept: [Foreign minister of Pakistan]        # other wordings that are as right
#    mistakes:                                     # wrong answers, each with its reason
#      The prime minister: He announced it, but did not sign.
#    quote: the treaty was signed by the foreign minister    # word for word, from the source
#    note: Said after the answer. May be left out, like accept, mistakes and hint.
"""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who wrote an article and whether its text may be handed on."""

    title: str
    author: str = ""
    url: str = ""
    redistribute: bool = False


@dataclass(frozen=True, slots=True)
class NewBank:
    """What a new bank begins with.

    modeline: its first line, by which editors find the schema. file: the source's, from the bank's
    folder. topics: titles by id. licence: of the questions. as_of: what “recently” means.
    """

    id: str
    modeline: str
    attribution: Attribution
    file: str
    sha256: str
    topics: Mapping[str, str] = field(default_factory=dict)
    licence: str = ""
    as_of: str = ""


def bank_text(new: NewBank, source: str) -> str:
    """The bank's text. source: the text of its source."""
    sentences = SourceSentences(SourceText(visible(source))).all
    lines = [new.modeline, *_fields(new), "", _EXAMPLE.format(topic=_first(new)), "questions:", ""]
    return "\n".join([*lines, *_comments(sentences, new.id)]) + "\n"


def _first(new: NewBank) -> str:
    return next(iter(new.topics), new.id)


def _fields(new: NewBank) -> Iterator[str]:
    told = new.attribution
    yield "format: 1"
    yield written_field("bank", new.id, 0)
    yield written_field("title", told.title, 0)
    if new.licence:
        yield written_field("licence", new.licence, 0)
    if new.as_of:
        yield written_field("as_of", new.as_of, 0)
    yield from ("", "sources:", "  article:")
    for name, value in (("title", told.title), ("author", told.author), ("url", told.url)):
        if value:
            yield written_field(name, value, 4)
    yield written_field("file", new.file, 4)
    yield f"    sha256: {new.sha256}"
    yield f"    redistribute: {'true' if told.redistribute else 'false'}"
    yield from ("", "topics:")
    for name, title in (new.topics or {new.id: told.title}).items():
        yield f"  {scalar(name, key=True)}:"
        yield written_field("title", title, 4)


def _comments(sentences: tuple[Told, ...], bank: str) -> Iterator[str]:
    """Each sentence with its number and the line of the source that it begins on."""
    count = sum(1 for each in sentences if each.number)
    yield "# The sentences of the source. In front: the sentence's number, and its line there."
    for each in sentences:
        if each.number > LISTED:
            yield "#"
            yield f"# … and {count - LISTED} more: cssprep bank coverage {bank} shows them all."
            return
        if each.part is Part.HEADING:
            yield "#"
            yield from _wrapped("# ", f"---- {each.heading} ----", "# ")
        else:
            start = f"# {each.number:>3}  line {each.line:<4} "
            yield from _wrapped(start, each.text, "#" + " " * (len(start) - 1))


def _wrapped(start: str, text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        width=WIDTH,
        initial_indent=start,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [start]
