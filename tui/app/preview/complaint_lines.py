"""How the preview shows what is wrong with a question and with the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import hanging, shortened, text
from tui.app.marks import QUIET, RIGHT, UNSURE, WRONG
from tui.app.words import count
from tui.banks.finding import Finding, Severity

BLANK = Content("")
SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "i"}
STYLES = {Severity.ERROR: WRONG, Severity.WARNING: UNSURE, Severity.NOTE: QUIET}


def complaint_lines(finding: Finding, width: int) -> list[Content]:
    """A complaint with its line, a caret under what is meant, and what to do."""
    style = STYLES[finding.severity]
    sign = f"{SIGNS[finding.severity]} "
    lines = hanging(text(finding.message), width, Content.styled(sign, style))
    lines += source_lines(finding, width - 2)
    if finding.help:
        lines += hanging(text(finding.help), width, "  ", "  ")
    place = f"  {finding.severity} {finding.code}, line {finding.line}"
    return [*lines, shortened(Content.styled(place, QUIET), width)]


def source_lines(finding: Finding, width: int) -> list[Content]:
    """The line of the file that a complaint is about, and carets under what is meant."""
    # Control characters are gone from it, one cell each; a tab must not grow.
    source = finding.source.replace("\t", " ")
    if not source.strip():
        return []
    head = f"  {finding.line} │ "
    room = max(8, width - len(head))
    start = finding.column - 1
    # The indentation stays, which may be what is wrong, as long as what is meant fits beside it;
    # else what stands before is cut first: the dash and the name of the field are mostly there.
    skipped = 0
    if start + finding.length > room:
        skipped = min(start, len(source) - len(source.lstrip()))
    if start - skipped > room // 2:
        skipped = start - room // 2
    before = text(source[skipped:start])
    meant = text(source[start : start + finding.length])
    after = text(source[start + finding.length :])
    style = STYLES[finding.severity]
    line = Content.assemble(before, Content.styled(meant.plain, style), after)
    carets = "^" * max(1, min(meant.cell_length, room - before.cell_length))
    return [
        Content.assemble((head, QUIET), line.truncate(room, ellipsis=True)),
        Content.assemble(
            (" " * (len(head) - 2) + "│ ", QUIET), " " * before.cell_length, (carets, style)
        ),
    ]


def all_lines(findings: Iterable[Finding], width: int) -> list[Content]:
    """Complaints one after the other, an empty line between them."""
    lines: list[Content] = []
    for finding in findings:
        lines += [BLANK] if lines else []
        lines += complaint_lines(finding, width)
    return lines


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Errors first, then warnings, then notes, each in the order of the file."""
    order = list(Severity)
    return sorted(findings, key=lambda found: (order.index(found.severity), found.line))


def tally(findings: Sequence[Finding]) -> str:
    """How many there are of what: "1 error, 2 warnings"."""
    counts = [(each, sum(f.severity is each for f in findings)) for each in Severity]
    return ", ".join(count(number, each.value) for each, number in counts if number)


def rule_words(here: Sequence[Finding], others: Sequence[Finding], checking: bool) -> Content:
    """In a few words: what is wrong with the question, and how much with the rest of the file."""
    if here:
        said = Content.styled(f"{tally(here)} here", STYLES[by_weight(here)[0].severity])
    else:
        said = Content.styled("✓ nothing to complain of here", RIGHT)
    more = f", {tally(others)} elsewhere" if others else ""
    more += "  checking the bank …" if checking else ""
    return Content.assemble(said, (more, QUIET))


def complaint_row(finding: Finding, name: str, width: int, at_cursor: bool) -> Content:
    """A complaint in one line; name: of the question, or of what it is about instead."""
    head = Content.assemble(
        ("▸ " if at_cursor else "  ", "bold $text-accent"),
        (SIGNS[finding.severity], STYLES[finding.severity]),
        (f" {finding.line:>5}  ", QUIET),
        text(f"{clean_line(name)}  ", "bold" if at_cursor else ""),
    )
    return Content.assemble(head, text(clean_line(finding.message), QUIET)).truncate(
        width, ellipsis=True
    )


def written_lines(
    written: Sequence[str], first: int, findings: Sequence[Finding], width: int
) -> list[Content]:
    """The lines of a question as they stand in the file, those complained of marked."""
    worst = {found.line: found for found in reversed(by_weight(findings))}
    digits = len(str(first + len(written)))
    lines: list[Content] = []
    for number, line in enumerate(written, first):
        found = worst.get(number)
        sign, style = (
            (SIGNS[found.severity], STYLES[found.severity]) if found is not None else (" ", QUIET)
        )
        head = Content.assemble((f"{sign} ", style), (f"{number:>{digits}} │ ", QUIET))
        lines += hanging(text(line, "" if found is None else style), width, head)
    return lines
