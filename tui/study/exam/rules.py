"""What it takes to pass: data that comes with the app, and that a learner can change."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tui.study.errors import StudyError

FILE = "exam.toml"
SHIPPED = Path(__file__).parent / "rules.toml"
CHECK = "Pass marks are from third-party copies: check the current FPSC rules."


@dataclass(frozen=True, slots=True)
class Rules:
    """Pass marks as shares of the marks, 0 to 1; papers that are not compulsory are optional."""

    compulsory: float
    optional: float
    aggregate: float
    compulsory_papers: frozenset[str]

    def is_compulsory(self, paper: str) -> bool:
        """Whether everybody sits `paper`."""
        return paper in self.compulsory_papers

    def to_pass(self, paper: str) -> float:
        """The share of the marks of `paper` that passes it."""
        return self.compulsory if self.is_compulsory(paper) else self.optional


def rules_of(root: Path) -> Rules:
    """The rules of the study folder `root`: those that come with the app, changed by its exam.toml.

    StudyError if that file can't be read, or says what is no rule.
    """
    found = _read(SHIPPED)
    file = root / FILE
    if file.is_file():
        own = _read(file)
        for name in own:
            if name not in found:
                from tui.study.filters.errors import suggestion

                said = f"{file} sets {name}, which is no rule of the exam."
                raise StudyError(said, suggestion(name, list(found), "rules"))
        found |= own
    papers = found["compulsory_papers"]
    if not isinstance(papers, list) or not all(isinstance(paper, str) for paper in papers):
        raise StudyError(f"{file}: compulsory_papers is no list of papers.", 'Write ["essay"].')
    return Rules(
        _share(file, found, "compulsory"),
        _share(file, found, "optional"),
        _share(file, found, "aggregate"),
        frozenset(papers),
    )


def _share(file: Path, found: dict[str, object], name: str) -> float:
    value = found[name]
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:
        raise StudyError(f"{file}: {name} is no pass mark.", "Give per cent, from 0 to 100.")
    return value / 100


def _read(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise StudyError(f"{file} can't be read: {error}.", "Mend it, or delete it.") from error
    except tomllib.TOMLDecodeError as error:
        raise StudyError(f"{file} is no TOML: {error}.", "Mend it, or delete it.") from error
