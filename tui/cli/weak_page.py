"""`cssprep weak` as a page of at most 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap

from tui.banks.characters import one_line
from tui.study.estimate import Estimate, Share
from tui.study.prospect import Prospect
from tui.study.topics import ENOUGH, TopicReport, TopicStanding

WIDTH = 80
GAP = 2
UNKNOWN = "–"
TOO_FEW = "too few to tell"

_ESTIMATES = (1, 2)
"""The columns of estimates, of which too few answers leave nothing to say."""
_TITLE_LIMIT = 200


def page(
    report: TopicReport, minutes: int, prospect: Prospect, exam_day: date | None
) -> Iterator[str]:
    """The lines; `exam_day` is the one that is set, even if it is past."""
    if not report.topics:
        yield "No questions: put a bank into question_banks."
        return
    ahead = "exam" if report.exam else "30 days"
    yield from _legend(report, ahead, exam_day)
    head = ("seen", "today", ahead, "right", "lapses", "stake", "min", "/min")
    topics = [(topic, _cells(topic)) for topic in report.topics]
    papers = [(paper, _cells(paper)) for paper in report.papers]
    widths = [max(map(len, column)) for column in _columns(head, topics, papers)]
    room = WIDTH - sum(widths) - GAP * len(widths)
    yield ""
    yield _line("Topic".ljust(room), head, widths)
    for topic, cells in topics:
        yield from _row(topic, cells, widths, room)
    if papers:
        yield ""
        yield "Paper (a topic counts in full for each of its papers)"
        for paper, cells in papers:
            yield from _row(paper, cells, widths, room)
    yield ""
    yield from wrap(_advice(report, minutes, prospect), WIDTH)


def _legend(report: TopicReport, ahead: str, exam_day: date | None) -> Iterator[str]:
    """What each figure is: the first sentence tells estimates from history."""
    when = f"the exam, {report.exam}" if report.exam else f"30 days from now, {report.horizon}"
    yield from wrap(
        f"Estimates: today, {ahead} ({when}), stake, min, /min. History: seen, right, lapses.",
        WIDTH,
    )
    if not report.exam:
        past = f"The exam day set, {exam_day}, is past" if exam_day else "No exam day is set"
        yield f"{past}: cssprep weak --exam 2027-02-10 sets one."
    yield ""
    for name, meaning in (
        (f"today, {ahead}", "% chance of recalling what was seen, with an 80 % band"),
        ("right", "% right of the last 30 days' answers, with a 95 % interval"),
        ("lapses", "how often what had been known was missed"),
        ("stake", "marks of 100 expected to be missing by then"),
        ("min, /min", "minutes to ask once all that wins by it; marks won a minute"),
    ):
        yield f"{name:<15}{meaning}"


Cells = tuple[str, ...]


def _cells(topic: TopicStanding) -> Cells:
    return (
        f"{topic.seen}/{topic.questions}",
        _estimate(topic.recall),
        _estimate(topic.recall_exam),
        _share(topic.accuracy),
        str(topic.lapses),
        _amount(topic.at_stake),
        "<1" if 0 < topic.minutes < 1 else f"{topic.minutes:.0f}",
        _amount(topic.per_minute) if topic.won else UNKNOWN,
    )


def _columns(
    head: Cells, *tables: Sequence[tuple[TopicStanding, Cells]]
) -> Iterator[tuple[str, ...]]:
    yield from zip(head, *(cells for table in tables for _, cells in table), strict=True)


def _row(topic: TopicStanding, cells: Cells, widths: Sequence[int], room: int) -> Iterator[str]:
    """A topic's line; a title that is too long for its place stands on lines of its own."""
    indent = "  " * topic.depth
    name = indent + one_line(topic.title, _TITLE_LIMIT)
    if len(name) > room:
        yield from wrap(name.strip(), WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
        name = ""
    line = _line(name.ljust(room), cells, widths)
    if topic.few and topic.seen:
        start = room + GAP + widths[0]
        span = sum(GAP + widths[column] for column in _ESTIMATES)
        line = f"{line[:start]}{TOO_FEW:>{span}}{line[start + span :]}"
    yield line


def _line(name: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(cells, widths, strict=True)
    return name + "".join(" " * GAP + cell.rjust(width) for cell, width in pairs)


def _estimate(estimate: Estimate | None) -> str:
    if estimate is None:
        return UNKNOWN
    return f"{_percent(estimate.mean)} {_percent(estimate.low)}–{_percent(estimate.high)}"


def _share(share: Share | None) -> str:
    if share is None:
        return UNKNOWN
    if share.of < ENOUGH:
        return f"{share.right} of {share.of}"
    return f"{_percent(share.rate)} {_percent(share.low)}–{_percent(share.high)}"


def _percent(chance: float) -> str:
    return f"{100 * chance:.0f}"


def _amount(value: float) -> str:
    """With two figures that count, as far as a column has room for them."""
    for least, places in ((9.95, 0), (0.995, 1), (0.0995, 2), (0.00095, 3)):
        if value >= least:
            return f"{value:.{places}f}"
    return "<.001" if value else "0"


def _advice(report: TopicReport, minutes: int, prospect: Prospect) -> str:
    """What to do now."""
    best = report.best
    if best is None:
        return "Nothing wins marks today: all that could was asked already."
    title = one_line(best.title, _TITLE_LIMIT)
    time = "a minute" if minutes == 1 else f"{minutes} minutes"
    return (
        f"Most marks per minute: {title}. In {time} cssprep study --weak can win about "
        f"{_amount(prospect.won)} of 100 marks."
    )
