"""What the Topics screen says in sentences: what the figures are, and all of one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import shortened, text
from tui.app.marks import QUIET
from tui.app.widgets.topic_lines import amount, band, minutes_cell
from tui.app.words import count, long_date, percent
from tui.study.exam_day import DAYS_AHEAD
from tui.study.prospect import Prospect
from tui.study.topics import ENOUGH, HISTORY_DAYS, Sort, TopicReport, TopicStanding, paper_title

ORDERS: dict[Sort, str] = {
    "marks-per-minute": "most marks per minute first",
    "marks": "most marks at stake first",
    "recall": "least recall first",
}
"""The orders that there are here, as they are told."""

MEANINGS = (
    ("seen", "questions that you have answered, of all"),
    ("right", f"right of the last {HISTORY_DAYS} days' answers, with the 95 % interval"),
    ("lapses", "how often what had been known was missed"),
    ("today", "chance of recalling today what you have seen"),
    ("exam, 30 days", "the same on the exam day; in 30 days where none is set"),
    ("━━●━━", "the chance, and the band that holds it four times in five, on 0 to 100 %"),
    ("stake", "marks of 100 that are expected to be missing then"),
    ("min", "minutes to ask once all that wins by being asked"),
    ("marks/min", "marks won for each of these minutes"),
)


@dataclass(frozen=True, slots=True)
class Slipping:
    """How many questions keep slipping, and how many are parked."""

    leeches: int
    parked: int


def plain_date(day: date) -> str:
    """A day as "10 Feb 2027"."""
    return long_date(day).partition(" ")[2]


def legend(report: TopicReport, was_set: date | None, width: int) -> Content:
    """What is estimated, and for which days; what is counted. The longest that fits.

    was_set: the exam day that is set, even if it is past.
    """
    history = f"history: last {HISTORY_DAYS} days"
    ahead = plain_date(report.horizon)
    if report.exam:
        said = [
            f"Estimates for today and for the exam, {ahead}; {history}",
            f"Estimates: today, exam {ahead}; {history}",
        ]
    elif was_set:
        said = [
            f"Estimates for today and for {ahead}, in {DAYS_AHEAD} days: the exam day set, "
            f"{plain_date(was_set)}, is past (x sets another); {history}",
            f"Estimates: today, in {DAYS_AHEAD} days (exam day past: x); {history}",
        ]
    else:
        said = [
            f"Estimates for today and for {ahead}, in {DAYS_AHEAD} days: no exam day is set "
            f"(x sets it); {history}",
            f"Estimates: today, in {DAYS_AHEAD} days (x sets the exam day); {history}",
        ]
    return longest(said, width)


def longest(said: Sequence[str], width: int) -> Content:
    """The first of `said` that fits into `width` cells, else the last one, shortened."""
    fit = next((words for words in said if len(words) <= width), said[-1])
    return shortened(text(fit), width)


def detail_lines(topic: TopicStanding, report: TopicReport, width: int) -> list[Content]:
    """A row in three lines: what it is, what was counted, what is estimated."""
    papers = "" if topic.id in topic.papers else ", ".join(map(paper_title, topic.papers))
    title = text(clean_line(topic.title), "bold")
    named = Content.assemble(title, (f"  counts for {papers}" if papers else "", QUIET))
    return [
        shortened(named, width),
        longest(history_words(topic), width),
        longest(estimate_words(topic, report), width),
    ]


def history_words(topic: TopicStanding) -> list[str]:
    """What was counted, at length and in short."""
    share, lapses = topic.accuracy, count(topic.lapses, "lapse")
    if not topic.answers and share is None:
        return ["History: never answered"]
    in_all = f"{count(topic.answers, 'answer')} in all"
    if share is None:
        return [
            f"History: no answer in the last {HISTORY_DAYS} days; {lapses}; {in_all}",
            f"History: no answer in {HISTORY_DAYS} days; {lapses}",
        ]
    right = f"{share.right:,} of {share.of:,} right"
    if share.of < ENOUGH:
        return [
            f"History: {right} in the last {HISTORY_DAYS} days, too few to tell; {lapses}; "
            f"{in_all}",
            f"History: {right}, too few to tell; {lapses}",
        ]
    rate = f"{percent(share.rate)}, 95 % interval {band(share)}"
    return [
        f"History: {right} in the last {HISTORY_DAYS} days, {rate}; {lapses}; {in_all}",
        f"History: {right}, {rate}; {lapses}",
        f"History: {right}, {band(share)} %; {lapses}",
    ]


def estimate_words(topic: TopicStanding, report: TopicReport) -> list[str]:
    """What is estimated, at length and in short, with the bands in words."""
    then = "on the exam day" if report.exam else f"in {DAYS_AHEAD} days"
    wins = (
        f"{amount(topic.won)} marks to win in {minutes_cell(topic.minutes)} min, "
        f"{amount(topic.per_minute)} a minute"
        if topic.won
        else "nothing to win today"
    )
    if not topic.seen:
        return [
            f"Estimates: not asked yet, so as good as guessing; {wins}",
            f"Estimates: not asked yet; {wins}",
            "Estimates: not asked yet",
        ]
    if topic.few or topic.recall is None or topic.recall_exam is None:
        few = f"recall after {count(topic.answers, 'answer')}: too few to tell"
        return [f"Estimates: {few}; {wins}", f"Estimates: {few}"]
    now, ahead = topic.recall, topic.recall_exam
    recall = (
        f"{percent(now.mean)} today (80 % band {band(now)}), "
        f"{percent(ahead.mean)} {then} ({band(ahead)})"
    )
    return [
        f"Estimates: {recall}; {wins}",
        f"Estimates: {recall}",
        f"{percent(now.mean)} today ({band(now)}), {percent(ahead.mean)} then ({band(ahead)})",
    ]


def slipping_words(slipping: Slipping) -> str:
    """ "3 leeches, 1 parked"; what there is none of is left out."""
    leeches = count(slipping.leeches, "leech", "leeches") if slipping.leeches else ""
    parked = f"{slipping.parked:,} parked" if slipping.parked else ""
    return ", ".join(filter(None, (leeches, parked))) or "no leeches"


def bottom_words(answers: int, minutes: int, prospect: Prospect, slipping: Slipping) -> str:
    """What a session over all would win, and what keeps slipping."""
    if not answers:
        return "Nothing answered yet: what is at stake is what guessing would miss"
    wins = f"{minutes} minutes win about {amount(prospect.won)} of 100 marks"
    if not prospect.questions:
        wins = "nothing to win today"
    return f"{slipping_words(slipping)} · {wins}"
