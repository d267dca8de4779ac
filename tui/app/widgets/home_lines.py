"""What Home says: the day's work, the weakest topics, the last four weeks."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import ends, hanging, text, wrapped
from tui.app.marks import KEY, QUIET, UNSURE
from tui.app.widgets.spark import share_bar, spark
from tui.app.widgets.topic_lines import amount, minutes_cell
from tui.app.words import about_minutes, count, percent
from tui.study.report import HomeReport
from tui.study.today import Today
from tui.study.topics import TopicStanding
from tui.study.wish import DAILY

BLANK = Content("")
TWO_COLUMNS = 68
"""Cells from which topics and weeks stand beside each other."""
WITH_MARKS = 44
"""Cells from which a topic says how many marks it wins, in how many minutes."""
WEEKS_WIDTH = 34
BAR = 28

WELCOME = (
    "Answer a question, and see at once whether that is right, and why.",
    "The passage that proves it stands below; what you missed comes back.",
    "With your exam day set (p), what adds most marks by then is asked first.",
)


def today_lines(day: Today, banks: Path, width: int) -> list[Content]:
    """The day's work in a few lines."""
    if day.total == 0:
        return no_questions(banks, width)
    lines = [Content.styled("Today", "bold"), BLANK, *work(day, width), BLANK]
    if day.seen == 0 and day.open_place is None:
        for sentence in WELCOME:
            lines += hanging(Content(sentence), width, "  ")
        lines.append(BLANK)
    done, left = share_bar(day.seen / day.total, min(BAR, width - 30))
    seen = f"  {day.seen:,} of {count(day.total, 'question')} seen"
    lines.append(Content.assemble("  ", (done, "$accent"), (left, QUIET), (seen, QUIET)))
    if day.answered:
        lines += hanging(
            Content.styled(f"{count(day.answered, 'answer')} today", QUIET), width, "  "
        )
    return lines


def work(day: Today, width: int) -> list[Content]:
    """What there is to do, and which key does it."""
    if day.open_place is not None and day.open_of is not None:
        about = "the session" if day.open_wish == DAILY else text(clean_line(about_wish(day)))
        goes_on = Content.assemble(
            ("Enter", KEY),
            (" goes on", "bold"),
            " with ",
            about,
            f": {day.open_place} of {day.open_of}",
        )
        lines = hanging(goes_on, width, "  ")
        if day.open_wish != DAILY and day.questions:
            daily = Content.assemble(
                ("d", KEY),
                " starts the day's own session instead: ",
                f"{waiting_words(day)}, {about_minutes(day.seconds)}",
            )
            lines += hanging(daily, width, "  ")
        return lines
    if day.questions == 0:
        words = "Nothing waits today. Come back tomorrow."
        return hanging(Content.styled(words, "bold"), width, "  ")
    plan = Content.assemble((waiting_words(day), "bold"), f", {about_minutes(day.seconds)}")
    start = Content.assemble(
        ("Enter", KEY),
        (" starts", "bold"),
        (f"     a session of {day.minutes} minutes:  ", QUIET),
        ("−", KEY),
        (" less  ", QUIET),
        ("+", KEY),
        (" more", QUIET),
    )
    return [*hanging(plan, width, "  "), BLANK, *hanging(start, width, "  ")]


def waiting_words(day: Today) -> str:
    """What waits, such as "18 to review, 6 new"."""
    parts = [f"{day.due} to review"] if day.due else []
    parts += [f"{day.new} new"] if day.new else []
    return ", ".join(parts) or count(day.questions, "question")


def about_wish(day: Today) -> str:
    """What the unfinished session is about, as its title says."""
    parts = day.open_wish.title().split("; ")
    return ", ".join(part[:1].lower() + part[1:] for part in parts)


def no_questions(banks: Path, width: int) -> list[Content]:
    """What to do in an empty library."""
    return [
        *wrapped(Content.styled("There are no questions yet.", "bold"), width),
        BLANK,
        *hanging(
            Content.assemble("Put a question bank, a .yaml file, into ", (str(banks), "bold")),
            width,
            "  ",
        ),
        *hanging(
            Content.assemble(
                "What is wrong with one, if anything, says ", ("cssprep bank check", KEY)
            ),
            width,
            "  ",
        ),
    ]


def report_lines(report: HomeReport, width: int) -> list[Content]:
    """Weakest topics and the last weeks, beside each other where there is room; then findings."""
    lines: list[Content] = []
    if report.answers or report.weakest:
        weeks = week_lines(report)
        if width >= TWO_COLUMNS:
            column = width - WEEKS_WIDTH
            topics = topic_lines(report.weakest, column - 4)
            for left, right in zip_longest(topics, weeks, fillvalue=BLANK):
                gap = " " * (column - left.cell_length)
                lines.append(Content.assemble(left, gap, right).rstrip())
        else:
            lines += [*topic_lines(report.weakest, width), BLANK, *weeks]
    for finding in report.findings:
        lines += [BLANK] if lines and finding == report.findings[0] else []
        lines += hanging(text(finding), width, Content.styled("! ", UNSURE))
    return lines


def topic_lines(topics: tuple[TopicStanding, ...], width: int) -> list[Content]:
    """The weakest topics, each with its chance of recall ahead and what it wins."""
    if not topics:
        return []
    more = Content.assemble(("w", KEY), (" all of them", QUIET))
    lines = [ends([Content.styled("Weakest topics", "bold")], more, width), BLANK]
    for topic in topics:
        figures = Content(f"{recall_words(topic):>5}")
        if width >= WITH_MARKS:
            told = f"  {amount(topic.won):>4} marks in {minutes_cell(topic.minutes):>3} min"
            figures = Content.assemble(figures, (told, QUIET))
        name = Content.assemble("  ", text(clean_line(topic.title)))
        lines.append(ends([name], figures, width))
    return lines


def recall_words(topic: TopicStanding) -> str:
    """The chance of recall on the day looked ahead to, or why none is told."""
    if not topic.seen:
        return "new"
    if topic.few or topic.recall_exam is None:
        return "few"
    return percent(topic.recall_exam.mean)


def week_lines(report: HomeReport) -> list[Content]:
    """The last four weeks: answers a day, and how many days in a row."""
    row = f"{count(report.streak, 'day')} in a row" if report.streak else "No answer yet today"
    return [
        Content.styled("Last four weeks", "bold"),
        BLANK,
        Content.styled(spark(report.days), "$accent"),
        Content(row),
        Content.styled(count(report.answers, "answer"), QUIET),
    ]
