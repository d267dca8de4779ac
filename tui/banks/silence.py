"""What a bank says that it means as it is: warnings and notes that are not to be told.

silenced:
  - code: long-quote
    why: The treaty's article is quoted whole.
    questions: [article-5]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tui.banks.characters import one_line
from tui.banks.codes import can_be_silenced, severities
from tui.banks.finding import Complaint, Finding, Severity
from tui.banks.nodes import Mapping, Scalar, Sequence, scalars, text

Lines = tuple[int, int]
"""The first line of something and its last, both included."""


@dataclass(frozen=True, slots=True)
class Silence:
    """One entry of `silenced` that can take effect.

    questions: the ids of those that it is about; () where it is about the whole file.
    """

    code: Scalar
    questions: tuple[Scalar, ...]


class Silences:
    """The entries of a bank's `silenced`, and what they take out of its findings.

    An entry that is not well-formed, and one with a code that can't be silenced, take nothing out.
    """

    def __init__(self, bank: Mapping | None = None) -> None:
        self._silences = tuple(_silences(bank)) if bank is not None else ()
        named = (found.text for silence in self._silences for found in silence.questions)
        self._lines: dict[str, list[Lines]] = {name: [] for name in named}

    def __bool__(self) -> bool:
        return bool(self._silences)

    def note(self, question: Mapping) -> None:
        """Takes notice of where a question stands."""
        name = text(question.get("id"))
        if name in self._lines:
            self._lines[name].append((question.place.line, question.end_line))

    def told(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Those of `findings` that are not silenced."""
        if not self._silences:
            return findings
        return tuple(found for found in findings if self._by(found) is None)

    def unused(self, findings: tuple[Finding, ...]) -> Iterator[Complaint]:
        """A complaint for each entry, and each question in one, that takes nothing out.

        Not in a file with an error: what a faulty question says is not weighed, so that a warning
        about it may be missing for the time being. And not of notes, which come and go with what
        lies beside the file.
        """
        if any(found.severity is Severity.ERROR for found in findings):
            return
        used: dict[Silence, set[str]] = defaultdict(set)
        for found in findings:
            by = self._by(found)
            if by is not None:
                used[by[0]].add(by[1])
        lines: dict[str, int] = {found.code: found.line for found in reversed(findings)}
        for silence in self._silences:
            if severities()[silence.code.text] is Severity.NOTE:
                continue
            if silence not in used:
                yield _unused(silence, lines.get(silence.code.text, 0))
                continue
            for question in silence.questions:
                if question.text not in used[silence]:
                    yield Complaint(
                        question.place,
                        f"`{silence.code.text}` has nothing to silence in "
                        f"“{one_line(question.text, 40)}”.",
                        "Take the question out of the list.",
                    )

    def _by(self, finding: Finding) -> tuple[Silence, str] | None:
        """The first entry that silences `finding`, and the question that it does so for."""
        for silence in self._silences:
            if silence.code.text != finding.code:
                continue
            if not silence.questions:
                return silence, ""
            for question in silence.questions:
                for first, last in self._lines[question.text]:
                    if first <= finding.line <= last:
                        return silence, question.text
        return None


def silence_entries(bank: Mapping) -> Iterator[Mapping]:
    """The entries of `silenced` that are mappings of fields, sound or not."""
    node = bank.get("silenced")
    for entry in node.items if isinstance(node, Sequence) else ():
        if isinstance(entry, Mapping):
            yield entry


def silenced_questions(entry: Mapping) -> tuple[Scalar, ...]:
    """The ids that an entry of `silenced` names."""
    return tuple(found for found in scalars(entry.get("questions")) if found.text)


def _silences(bank: Mapping) -> Iterator[Silence]:
    for entry in silence_entries(bank):
        code, questions = entry.get("code"), silenced_questions(entry)
        # A misspelt `questions`, or one without ids, does not make it about the whole bank.
        about = len(questions) > 0 or entry.get("questions") is None
        well_formed = about and entry.pairs.keys() <= _FIELDS and text(entry.get("why")).strip()
        if well_formed and isinstance(code, Scalar) and can_be_silenced(code.text):
            yield Silence(code, questions)


_FIELDS = frozenset({"code", "why", "questions"})


def _unused(silence: Silence, line: int) -> Complaint:
    """line: of the first finding with that code, 0 if there is none."""
    code = silence.code.text
    if not line:
        advice = "Take the entry out: it would hide what comes up later and nobody has looked at."
        return Complaint(silence.code.place, f"`{code}` does not come up in this bank.", advice)
    if not silence.questions:
        message = f"Every `{code}` is silenced by an entry above."
        return Complaint(silence.code.place, message, "Take one of the entries out.")
    return Complaint(
        silence.code.place,
        f"`{code}` has nothing to silence in these questions.",
        f"It comes up on line {line}: name the question there; leave `questions` out if it is "
        "about the bank as a whole.",
    )
