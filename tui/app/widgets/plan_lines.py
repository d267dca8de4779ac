"""The parts of the Plan screen as lines: what more minutes bring, the forecast, the past weeks."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import shortened, text, wrapped
from tui.app.marks import KEY, QUIET, RIGHT, UNSURE, WRONG
from tui.study.estimate import Estimate
from tui.study.exam.exam_words import written
from tui.study.exam.plan_report import MarksRow, PlanReport, Step
from tui.study.exam.plan_tables import Table, estimate_cells
from tui.study.exam.plan_words import bring, verdict
from tui.study.exam.study_plan import WEEKDAYS, StudyPlan

BLANK = Content("")
LEAST_BAR, MOST_BAR = 12, 50
NAME = 26
"""Cells that a name takes at most on a small screen."""
BESIDE = 34
"""Cells of the figures beside a name and its bar."""
VERDICTS = {"above": RIGHT, "open": UNSURE, "below": WRONG}
READING = "Reckoning …"


def week_line(plan: StudyPlan, at: int, width: int) -> Content:
    """The minutes of each weekday; `▸` before the one at hand."""
    long = width >= 76
    cells: list[tuple[str, str]] = []
    for day, minutes in enumerate(plan.minutes):
        name = WEEKDAYS[day][: 3 if long else 2]
        sign = "▸" if day == at else " "
        style = KEY if day == at else "" if minutes else QUIET
        cells.append((f"{sign}{name} {minutes or 'off'}".ljust(11 if long else 7), style))
    return shortened(Content.assemble(*cells).rstrip(), width)


def minutes_lines(report: PlanReport, width: int) -> list[Content]:
    """A line for each number of minutes: the band on 0 to 100 marks, in figures, what it adds."""
    if report.outlook is None:
        return nothing_ahead(report, width)
    if not report.steps:
        return [Content.styled(READING, QUIET)]
    steps = [*([report.less] if report.less else []), *report.steps]
    bar = bar_width(width, 46)
    head = f"{'minutes a day':>13}  {scale(bar)}  {'marks':>5} {'80 %':>7}  {'brings':>6}  unseen"
    lines = [Content.styled(head.rstrip(), QUIET)]
    before: Step | None = None
    for step in steps:
        own = step.more == 0
        mean, band = estimate_cells(step.outlook.marks)
        brings = "" if before is None else f"+{bring(step, before):.1f}"
        lines.append(
            Content.assemble(
                (f"{'▸' if own else ' '} {step.minutes:>11}", "bold" if own else ""),
                "  ",
                (marks_bar(step.outlook.marks, None, None, bar), "$text-accent"),
                (f"  {mean:>5} {band:>7}", "bold" if own else ""),
                f"  {brings:>6}  {step.outlook.unseen:>6,}",
            )
        )
        before = step
    if len(steps) < 2:
        lines.append(Content.styled(READING, QUIET))
    return [shortened(line, width) for line in lines]


def forecast_lines(report: PlanReport, width: int) -> list[Content]:
    """Papers and topics, each with its bands and pass mark on one line from 0 to 100 %."""
    rows = [*whole_row(report), *report.papers]
    if not rows:
        return [
            Content.styled(READING if report.questions else "There are no questions yet.", QUIET)
        ]
    both = [*rows, *report.topics]
    most = width - LEAST_BAR - BESIDE
    named = max(8, min(max(len(name_of(row)) for row in both), max(NAME, width // 3), most))
    bar = bar_width(width, named + BESIDE)
    # Where the plan's own forecast is not known, what is drawn is how one stands.
    drawn = "━●━ if the plan is kept, ○ now" if rows[0].kept else "━●━ if nothing more is studied"
    legend = f"{drawn}, │ to pass; 80 % bands"
    lines = [shortened(Content.styled(legend, QUIET), width)]
    lines.append(heading("Paper", named, bar))
    lines += [row_line(row, named, bar) for row in rows]
    if report.topics:
        lines += [BLANK, heading("Topic", named, bar)]
        lines += [row_line(row, named, bar) for row in report.topics]
    return [shortened(line, width) for line in lines]


def heading(name: str, named: int, bar: int) -> Content:
    """The line over the rows."""
    return Content.styled(
        f"{name:<{named}}  {scale(bar)}   now  {'then':>4} {'80 %':>7}  pass", QUIET
    )


def row_line(row: MarksRow, named: int, bar: int) -> Content:
    """A paper or a topic."""
    said = verdict(row)
    now = row.standing.mean if row.kept is not None else None
    mean, band = estimate_cells(row.expected)
    name = shortened(text(name_of(row)), named)
    to_pass = "" if row.to_pass is None else f"{row.to_pass * 100:>3.0f} "
    return Content.assemble(
        name.pad_right(max(0, named - name.cell_length)),
        "  ",
        (marks_bar(row.expected, now, row.to_pass, bar), "$text-accent"),
        f"  {row.standing.mean * 100:>4.0f}  {mean:>4} {band:>7} ",
        to_pass,
        (said, VERDICTS.get(said, "")),
    ).rstrip()


def name_of(row: MarksRow) -> str:
    """The title, indented as it stands in the tree."""
    return "  " * row.depth + clean_line(row.title)


def whole_row(report: PlanReport) -> list[MarksRow]:
    """All questions as one row, against the pass mark of the aggregate."""
    if report.standing is None:
        return []
    return [
        MarksRow(
            "",
            "All questions",
            0,
            100.0,
            report.questions,
            report.seen,
            report.standing,
            report.outlook.marks if report.outlook else None,
            report.rules.aggregate,
        )
    ]


def weeks_lines(report: PlanReport, width: int) -> list[Content]:
    """The forecast as it was each week, if nothing more had been studied from then on."""
    if report.weeks is None:
        return [Content.styled(READING, QUIET)]
    if not report.weeks:
        return wrapped(Content.styled("Nothing was answered yet.", QUIET), width)
    bar = bar_width(width, 36)
    what = "Marks to expect then, as each week left it, had nothing more been studied"
    lines = [
        shortened(Content.styled(what, QUIET), width),
        Content.styled(
            f"{'week to':<12}  {scale(bar)}  {'marks':>5} {'80 %':>7}  {'seen':>5}", QUIET
        ),
    ]
    for week in reversed(report.weeks):
        mean, band = estimate_cells(week.marks)
        lines.append(
            Content.assemble(
                f"{written(week.day):<12}  ",
                (marks_bar(week.marks, None, report.rules.aggregate, bar), "$text-accent"),
                f"  {mean:>5} {band:>7}  {week.seen:>5,}",
            )
        )
    return lines


def nothing_ahead(report: PlanReport, width: int) -> list[Content]:
    """Why there is no outlook."""
    if not report.questions:
        return [Content.styled("There are no questions yet.", QUIET)]
    words = READING if report.days else "No day is left before the exam."
    return wrapped(Content.styled(words, QUIET), width)


def bar_width(width: int, others: int) -> int:
    """Cells for a bar beside so many others."""
    return max(LEAST_BAR, min(MOST_BAR, width - others))


def scale(cells: int) -> str:
    """The heading of a bar from 0 to 100."""
    return f"0{'100':>{cells - 1}}"


def marks_bar(estimate: Estimate, now: float | None, to_pass: float | None, cells: int) -> str:
    """A line from 0 to 100 marks: heavy where the band is, `●` the mean, `○` now, `│` to pass."""

    def place(share: float) -> int:
        return min(cells - 1, max(0, int(share * cells)))

    low, high = place(estimate.low), place(estimate.high)
    bar = ["━" if low <= cell <= high else "·" for cell in range(cells)]
    if to_pass is not None:
        bar[place(to_pass)] = "┿" if low <= place(to_pass) <= high else "│"
    if now is not None:
        bar[place(now)] = "○"
    bar[place(estimate.mean)] = "●"
    return "".join(bar)


def table_lines(table: Table, width: int) -> tuple[list[Content], list[Content]]:
    """The heading of a table, and its rows."""
    widths = table.widths
    return (
        [shortened(Content.styled(_row(table.headings, widths), f"bold {QUIET}"), width)],
        [shortened(text(_row(row, widths)), width) for row in table.rows],
    )


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.ljust(size) if place == 0 else cell.rjust(size)
        for place, (cell, size) in enumerate(zip(map(clean_line, cells), widths, strict=True))
    )
    return "  ".join((first, *others)).rstrip()
