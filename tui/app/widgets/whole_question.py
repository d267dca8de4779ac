"""A question whole, as its author wrote it: for proofreading, and to look it up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from tui.app.answers import input_for
from tui.app.clean import clean, clean_line
from tui.app.lines import hanging, text, wrapped
from tui.app.marks import QUIET, RIGHT, UNSURE, WRONG
from tui.app.widgets.passage import passage_lines
from tui.app.words import count, number
from tui.banks.proof import ProvenQuote
from tui.kinds.cloze import Cloze
from tui.kinds.date import Date
from tui.kinds.list import ListQuestion
from tui.kinds.match import Match
from tui.kinds.multiple import Multiple
from tui.kinds.number import Number
from tui.kinds.order import Order
from tui.kinds.outline import Outline
from tui.kinds.question import Question
from tui.kinds.short import Short

BLANK = Content("")
UNDER = "  "
"""Before what belongs to the line above."""

Groups = Sequence[Sequence[str]]


def question_lines(
    question: Question, topic: str, ref: str, proof: Sequence[ProvenQuote], width: int
) -> list[Content]:
    """All that a question says, in lines of `width` cells; each answer on a line of its own.

    proof: its quotes with their passages. A quote for which there is none is shown as written.
    """
    lines = wrapped(text(question.prompt, "bold"), width)
    lines += [*hanging(about(question, topic, ref), width, ""), BLANK]
    lines += right_lines(question, width)
    if not isinstance(question, Order):
        lines += known_lines(question.mistakes, width, Content.styled("✗ ", WRONG))
    if isinstance(question, Short | Cloze | Number | Date):
        lines += known_lines(question.disputed, width, Content.styled("≈ ", UNSURE))
    passages, _ = passage_lines(proof, width, 0, whole=True)
    lines += [BLANK, *passages] if passages else []
    if len(proof) < len(question.quotes):
        for quote in question.quotes:
            lines += [BLANK, *named("Quote", quote, width)]
    for name, words in (
        ("Why", question.explain),
        ("Note", question.note),
        ("Hint", question.hint),
        ("As of", question.as_of),
        ("Expires", question.expires),
        ("Tags", ", ".join(question.tags)),
        ("Was", ", ".join(question.was)),
    ):
        if words:
            lines += [BLANK, *named(name, words, width)]
    return lines


def about(question: Question, topic: str, ref: str) -> Content:
    """The topic, the kind, the id, and what else is said of the question as a whole."""
    parts = [clean_line(topic), input_for(question.kind).WORDS, clean_line(ref)]
    if question.difficulty is not None:
        parts.append(f"difficulty {question.difficulty} of 5")
    if question.marks is not None:
        parts.append(marks_words(question.marks))
    told = Content.styled(" · ".join(parts), QUIET)
    return Content.assemble(told, ("  draft", UNSURE)) if question.draft else told


def right_lines(question: Question, width: int) -> list[Content]:
    """What is right, one answer a line, each with its other wordings."""
    right = Content.styled("✓ ", RIGHT)
    lines: list[Content] = []
    match question:
        case ListQuestion():
            for item in question.items:
                lines += hanging(with_others(item.answer, item.accept), width, right)
                lines += keyword_lines(item.keywords, width)
        case Outline():
            lines = rubric_lines(question, width)
        case Order():
            lines = order_lines(question, width)
        case Match():
            lines = pair_lines(question, width, right)
        case Cloze():
            lines = cloze_lines(question, width, right)
        case Multiple():
            for answer in question.answers:
                lines += hanging(text(answer), width, right)
        case Short():
            lines = hanging(with_others(question.answer, question.accept), width, right)
        case _:
            lines = hanging(text(question.right_answer()), width, right)
    if isinstance(question, Number) and question.tolerance:
        lines += hanging(text(f"tolerance: {question.tolerance}", QUIET), width, UNDER)
    return lines


def with_others(answer: str, others: Iterable[str]) -> Content:
    """An answer, and the other wordings that are as right."""
    parts: list[Content | tuple[str, str]] = [text(answer)]
    for other in others:
        parts += [("  or ", QUIET), text(other)]
    return Content.assemble(*parts)


def keyword_lines(groups: Groups, width: int) -> list[Content]:
    """Groups of keywords: one of each group is wanted; nothing where there are none."""
    if not groups:
        return []
    words = " + ".join(" · ".join(map(clean_line, group)) for group in groups)
    return hanging(text(f"keywords: {words}", QUIET), width, UNDER)


def rubric_lines(question: Outline, width: int) -> list[Content]:
    """The points of an essay, each with its marks and its keywords; then all the marks."""
    lines: list[Content] = []
    for point in question.rubric:
        line = Content.assemble(text(point.point), (f"  ({marks_words(point.marks)})", QUIET))
        lines += hanging(line, width, Content.styled("✓ ", RIGHT))
        lines += keyword_lines(point.keywords, width)
    whole = sum(point.marks for point in question.rubric)
    return [*lines, *hanging(text(f"{marks_words(whole)} in all", QUIET), width, UNDER)]


def order_lines(question: Order, width: int) -> list[Content]:
    """The items in their order; below one, why it is not where people put it."""
    lines: list[Content] = []
    digits = len(str(len(question.items)))
    for place, item in enumerate(question.items, 1):
        head = Content.styled(f"{place:>{digits}}  ", RIGHT)
        lines += hanging(text(item), width, head)
        if reason := question.mistakes.get(item):
            lines += hanging(text(reason, QUIET), width, " " * head.cell_length)
    # A reason for what is no item, which a check complains of: shown all the same.
    strays = {item: why for item, why in question.mistakes.items() if item not in question.items}
    return [*lines, *known_lines(strays, width, Content.styled("✗ ", WRONG))]


def pair_lines(question: Match, width: int, right: Content) -> list[Content]:
    """The pairs, one a line."""
    lines: list[Content] = []
    for left, other in question.pairs.items():
        pair = Content.assemble(text(left), (" → ", QUIET), text(other))
        lines += hanging(pair, width, right)
    return lines


def cloze_lines(question: Cloze, width: int, right: Content) -> list[Content]:
    """The sentence with its blanks filled and numbered, then each blank with its wordings."""
    sentence: list[Content | tuple[str, str] | str] = []
    lines: list[Content] = []
    place = 0
    for segment in question.segments():
        if isinstance(segment, str):
            sentence.append(clean(segment))
            continue
        place += 1
        answer = clean_line(segment[0]) if segment else ""
        sentence += [(f"[{place} ", QUIET), (answer, RIGHT), ("]", QUIET)]
        head = Content.assemble(right, (f"{place}  ", QUIET))
        lines += hanging(with_others(answer, segment[1:]), width, head)
    return [*wrapped(Content.assemble(*sentence), width), BLANK, *lines]


def known_lines(known: Mapping[str, str], width: int, sign: Content) -> list[Content]:
    """Answers that are told something of their own, each with what is said below it."""
    lines: list[Content] = []
    for answer, reason in known.items():
        lines += hanging(text(answer), width, sign)
        lines += hanging(text(reason, QUIET), width, UNDER) if reason.strip() else []
    return lines


def named(name: str, words: str, width: int) -> list[Content]:
    """`words` behind their name."""
    return hanging(text(words), width, Content.styled(f"{name:<8}", QUIET))


def marks_words(marks: float) -> str:
    """Marks as "1 mark", "2.5 marks"."""
    return count(1, "mark") if marks == 1 else f"{number(marks)} marks"
