"""The log as JSON Lines: out of progress.db, and into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC

from tui.log import Review
from tui.memory import Grade
from tui.progress import log, memories, variants
from tui.progress.database import Database
from tui.progress.errors import ProgressError
from tui.progress.fields import LONGEST_LINE, Refused
from tui.progress.guards.opening import MAGIC
from tui.progress.lines import Rules, from_line, to_line

BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many lines were added, how many were there already, and by number those refused."""

    added: int
    known: int
    refused: tuple[tuple[int, str], ...]


def export_lines(db: Database) -> Iterator[str]:
    """A line for each entry of the log, in order of time, without its end."""
    return map(to_line, log.entries(db))


def import_lines(
    db: Database,
    lines: Iterable[str],
    *,
    grade_for: Callable[[float], Grade],
    replay: memories.Replay,
    canonical: Callable[[str], str] = str,
) -> ImportReport:
    """Adds the entries that `lines` describe, and derives the memories that they touch anew.

    Needs an open transaction. Empty lines are passed over. An entry whose id the log has is known
    and stays as it is. An amendment or an undo of an entry that is not there is kept: its target
    may come with a later import. `canonical` gives a question's present name for any of its names.
    """
    rules = Rules(db.clock.zone(), grade_for)
    added = known = 0
    refused: list[tuple[int, str]] = []
    touched: set[str] = set()
    targets: set[str] = set()
    for number, text in enumerate(lines, start=1):
        line = text.removeprefix(BYTE_ORDER_MARK) if number == 1 else text
        if not line.strip():
            continue
        try:
            entry = from_line(line, rules)
        except Refused as refusal:
            refused.append((number, str(refusal)))
            continue
        if log.holds(db, entry.id):
            known += 1
            continue
        log.append(db, entry)
        added += 1
        if isinstance(entry, Review):
            touched.add(entry.question)
        else:
            targets.add(entry.target)
    touched |= log.questions_of(db, targets)
    memories.rederive(db, touched, replay, canonical)
    # What an undo takes back may have taught a wording.
    variants.join(db, ())
    return ImportReport(added, known, tuple(refused))


def check_lines(name: str, lines: Sequence[str], grade_for: Callable[[float], Grade]) -> None:
    """Raises ProgressError where `lines`, those of the file `name`, hold no entry at all.

    It is another file then, and what is wrong with each of its lines says nothing.
    """
    rules = Rules(UTC, grade_for)
    first = ""
    for number, text in enumerate(lines, start=1):
        line = text.removeprefix(BYTE_ORDER_MARK) if number == 1 else text
        if not line.strip():
            continue
        try:
            from_line(line, rules)
        except Refused as refusal:
            first = first or f"Line {number} was refused: {refusal}"
        else:
            return
    if not first:
        return
    if lines[0].encode("utf-8", "surrogateescape").startswith(MAGIC):
        raise ProgressError(
            f"{name} is a database, not an export.",
            "Take it in with `cssprep progress merge` if it is a progress.db.",
        )
    raise ProgressError(f"{name} holds no answer that can be read.", first)


def read_lines(readline: Callable[[int], bytes]) -> Iterator[str]:
    """The lines of a file whose `readline` is given, made so that `import_lines` can judge each.

    What is not UTF-8 is kept as surrogates; a line over the limit is cut a little above it, so that
    a file without line ends does not fill the memory before it is refused.
    """
    # A character takes up to four bytes.
    most = 4 * LONGEST_LINE + 4
    while line := readline(most):
        kept = line
        while len(line) == most and not line.endswith(b"\n"):
            line = readline(most)
        yield kept.decode("utf-8", "surrogateescape")
