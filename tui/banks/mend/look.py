"""Goes through a bank's text and asks the fixes what they would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.banks.characters import FORBIDDEN, REPLACEMENT
from tui.banks.finding import Place, Severity
from tui.banks.fixes import FIXES
from tui.banks.mend.change import Change, NotMended
from tui.banks.mend.fix import Fix, Names, Patient
from tui.banks.mend.locate import Stretch
from tui.banks.nodes import Mapping, Node, Scalar, text
from tui.banks.nodes import Path as TreePath
from tui.banks.parse import STREAMED, entries
from tui.banks.report import TOP, Report
from tui.banks.rule import BankContext
from tui.banks.sources import load_sources
from tui.banks.survey import Survey, survey

FORMAT_READ = ("", "1")
"""What the field `format` may be in a bank that is mended; '' if it is missing."""


class Heard(Report):
    """Counts what is complained of while a text is parsed, and notes where fields repeat."""

    def __init__(self) -> None:
        super().__init__("")
        self.codes: Counter[str] = Counter()
        self.repeats: list[Place] = []

    def add(
        self,
        code: str,
        place: Place,
        message: str,
        help: str = "",  # noqa: A002
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Notes the complaint."""
        self.codes[code] += 1
        if code == "duplicate-key":
            self.repeats.append(place)

    def take_repeats(self) -> tuple[Place, ...]:
        """The places noted since this was last asked."""
        found, self.repeats = tuple(self.repeats), []
        return found


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the fixes would change in a text, where that stands, and what they leave as it is."""

    changes: tuple[tuple[Change, Stretch], ...]
    left: tuple[NotMended, ...]


NOTHING = Wanted((), ())


def wanted(bank_text: str, folder: Path, today: date) -> Wanted:
    """What to change in `bank_text`, a bank of `folder`; nothing if it can't be parsed."""
    found = survey(bank_text, Report(""))
    if found is None or text(found.node.get("format")) not in FORMAT_READ:
        return NOTHING
    sources = load_sources(folder, found.node.get("sources"))
    context = BankContext(found.node, found.ids, sources, today, {})
    patient = Patient(context, Names(found.node.get("retired")))
    look = _Look(bank_text, found, [fix(patient) for fix in FIXES])
    answers = list(look.answers(patient.names))
    changes = tuple(
        (each, look.stretch(each)) for each in answers if not isinstance(each, NotMended)
    )
    return Wanted(changes, tuple(each for each in answers if isinstance(each, NotMended)))


def readable(bank_text: str) -> str:
    """`bank_text` as it is parsed: as long as it was, to the character."""
    return FORBIDDEN.sub(REPLACEMENT, bank_text)


def parsed(bank_text: str, heard: Report) -> Iterator[tuple[TreePath, Scalar, Node]]:
    """Each field of the bank and each of its questions: its path, its key, its value."""
    number = 0
    for key, value, listed in entries(bank_text, heard):
        if listed:
            yield (STREAMED, number), key, value
            number += 1
        else:
            yield (key.text,), key, value


class _Look:
    """One look through a bank."""

    def __init__(self, bank_text: str, found: Survey, fixes: list[Fix]) -> None:
        self._text = bank_text
        self._fixes = fixes
        self._stretches: dict[TreePath, Stretch] = {}
        first = next(iter(found.node.pairs.values()), None)
        # What concerns the bank as a whole is looked for around its first field.
        place = first[0].place if first else TOP
        last = first[1].end_line if first else TOP.line
        self._stretches[()] = Stretch(place.line, last, place.column)

    def answers(self, names: Names) -> Iterator[Change | NotMended]:
        """What every fix answers, in the order in which they are asked; completes `names`."""
        for fix in self._fixes:
            yield from fix.before()
        heard = Heard()
        outside: list[Place] = []
        for path, key, value in parsed(self._text, heard):
            is_question = len(path) > 1
            place = value.place if is_question else key.place
            self._stretches[path] = Stretch(place.line, value.end_line, place.column)
            inside: list[Place] = []
            for repeat in heard.take_repeats():
                is_inside = is_question and value.place.line <= repeat.line <= value.end_line
                (inside if is_inside else outside).append(repeat)
            yield from self._repeated(path, inside)
            if is_question and isinstance(value, Mapping):
                names.note(value)
                for fix in self._fixes:
                    yield from fix.question(path, value)
        yield from self._repeated((), [*outside, *heard.take_repeats()])
        for fix in self._fixes:
            yield from fix.after()

    def stretch(self, change: Change) -> Stretch:
        """The lines of the question or of the bank's field that `change` is about."""
        path = change.path
        return self._stretches[path[:2] if path[:1] == (STREAMED,) else path[:1]]

    def _repeated(self, path: TreePath, places: list[Place]) -> Iterator[Change | NotMended]:
        """What the fixes do about the keys at `places`, where a mapping has one such key alone.

        Where it has several, something else is probably amiss: a question without its first line.
        """
        columns = Counter(place.column for place in places)
        for place in places:
            for fix in self._fixes if columns[place.column] == 1 else ():
                yield from fix.repeat(path, place)
