"""How the browser shows a question in its list, and whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import hanging, shortened, text, wrapped
from tui.app.marks import QUIET, RIGHT, UNSURE, WRONG
from tui.app.widgets.help_lines import slipped_words
from tui.app.widgets.whole_question import question_lines
from tui.app.words import count, percent, short_date, when
from tui.log import Review
from tui.memory import Grade
from tui.study.browse import BrowseRow, Detail

BLANK = Content("")
WITH_TOPIC = 100
"""Cells from which a row shows its topic, too."""
HEADINGS = "recall  due     asked"
FIGURES = len(HEADINGS)
LAST_ANSWERS = 10


def row_line(row: BrowseRow, width: int, at_cursor: bool, today: date) -> Content:
    """A question in one line of `width` cells."""
    figures = figures_of(row, today)
    topic_width = max(0, (width - FIGURES - 6) // 3) if width >= WITH_TOPIC else 0
    prompt_width = width - FIGURES - 6 - (topic_width + 2 if topic_width else 0)
    head = Content.assemble(
        ("▸ " if at_cursor else "  ", "bold $text-accent"),
        ("⚑ " if row.flagged else "  ", UNSURE),
    )
    prompt = text(clean_line(row.prompt), "bold" if at_cursor else "")
    parts: list[Content | str] = [head, fixed(prompt, prompt_width), "  "]
    if topic_width:
        parts += [fixed(text(clean_line(row.topic), QUIET), topic_width), "  "]
    return Content.assemble(*parts, figures)


def fixed(content: Content, width: int) -> Content:
    """`content` in exactly `width` cells."""
    cut = shortened(content, max(1, width))
    return cut.pad_right(max(0, width - cut.cell_length))


def figures_of(row: BrowseRow, today: date) -> Content:
    """Chance of recall, due day, number of answers."""
    if row.due is None:
        return Content.styled("   new".ljust(FIGURES), QUIET)
    # Nothing is put off for more than a year: the day and the month say enough.
    due = "due" if row.due <= today else short_date(row.due, row.due)
    style = UNSURE if row.due <= today else ""
    return Content.assemble(
        f"{percent(row.recall):>6}  ", (f"{due:<6}", style), (f"  {row.reviews:>5}", QUIET)
    )


def heading_line(width: int) -> Content:
    """What the columns of the list are."""
    topic_width = max(0, (width - FIGURES - 6) // 3) if width >= WITH_TOPIC else 0
    prompt_width = width - FIGURES - 6 - (topic_width + 2 if topic_width else 0)
    topic = "topic".ljust(topic_width + 2) if topic_width else ""
    line = f"    {'question'.ljust(prompt_width)}  {topic}{HEADINGS}"
    return Content.styled(line, QUIET).truncate(width)


def detail_lines(detail: Detail, today: date, width: int) -> list[Content]:
    """A question with its answer, wrong answers, proof, notes, memory and history."""
    lines = question_lines(detail.question, detail.topic, detail.ref, detail.proof, width)
    return [*lines, BLANK, *memory_lines(detail, today, width)]


def memory_lines(detail: Detail, today: date, width: int) -> list[Content]:
    """What is remembered of a question, and its last answers."""
    memory = detail.memory
    lines = standing_lines(detail, width)
    if memory is None:
        return [*lines, Content.styled("Not asked yet.", QUIET)]
    due = "due now" if memory.due_day <= today else f"again {when(memory.due_day, today)}"
    days = count(round(memory.stability), "day")
    known = Content.assemble(
        due,
        (f"   90 % recall after {days}, {count(memory.reviews, 'answer')}", QUIET),
        (f", forgotten {count(memory.lapses, 'time')}" if memory.lapses else "", QUIET),
        ("   ⚑ flagged" if detail.flagged else "", UNSURE),
    )
    lines += hanging(known, width, Content.styled("Memory  ", QUIET))
    return [*lines, BLANK, *history_lines(detail.reviews, today, width)]


def standing_lines(detail: Detail, width: int) -> list[Content]:
    """What is special about how a question is asked: parked, or with help."""
    leech = detail.leech
    if detail.parked:
        words = "Parked: not asked until you take it out again."
    elif leech.is_leech:
        words = slipped_words(leech) + (" It comes with help." if leech.needs_help else "")
    elif leech.cured is not None:
        words = "Slipped again and again, and has been recalled since."
    else:
        return []
    return [*wrapped(Content.styled(words, UNSURE), width), BLANK]


def history_lines(reviews: Iterable[Review], today: date, width: int) -> list[Content]:
    """The last answers, the latest first."""
    lines: list[Content] = []
    for review in list(reviews)[: -LAST_ANSWERS - 1 : -1]:
        missed = review.grade is Grade.AGAIN
        head = Content.assemble(
            ("✗ " if missed else "✓ ", WRONG if missed else RIGHT),
            (f"{short_date(review.day, today):<12}", QUIET),
        )
        given = clean_line("; ".join(filter(None, review.answer))) or "–"
        told = f"   {review.seconds:.0f} s{', practice' if review.practice else ''}"
        words = Content.assemble(text(given), (told, QUIET))
        lines += hanging(words, width, head)
    return lines
