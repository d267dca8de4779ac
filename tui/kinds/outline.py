"""An essay's skeleton, ticked against a marking rubric."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from tui.kinds.bounds import more_than, size_at_least
from tui.kinds.question import Answer, Problem, Question, Text
from tui.kinds.verdict import Outcome, Part, Variant, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of the rubric and what it earns.

    keywords: groups as in a list's item; where they match, the point is ticked beforehand.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    point: Text
    marks: Annotated[float, more_than(0)]
    keywords: tuple[Annotated[tuple[Text, ...], size_at_least(1)], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline(Question):
    """The learner writes an outline, sees the rubric, ticks the points it has.

    Answer: (the outline's text, then the texts of the points ticked).
    """

    kind: Literal["outline"] = "outline"
    rubric: Annotated[tuple[Point, ...], size_at_least(2)]

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """The marks of the points ticked, by all marks; a point reworded since is found again."""
        from tui.kinds.chosen import option_chosen

        points = tuple(point.point for point in self.rubric)
        ticked = {option_chosen(text, points) for text in answer[1:]}
        parts = tuple(
            Part(point, point, Outcome.RIGHT)
            if point in ticked
            else Part(point, "", Outcome.MISSING)
            for point in points
        )
        earned = sum(point.marks for point in self.rubric if point.point in ticked)
        whole = sum(point.marks for point in self.rubric)
        score = earned / whole
        if all(point in ticked for point in points):
            return Verdict(1.0, Outcome.RIGHT, parts)
        reason = f"{earned:g} of {whole:g} marks." if earned else ""
        return Verdict(score, Outcome.PARTLY if earned else Outcome.WRONG, parts, reason)

    def suggested(self, text: str) -> tuple[str, ...]:
        """The points whose keywords a line or a sentence of `text` has."""
        from tui.kinds.keywords import Fit, fit
        from tui.kinds.statements import statements

        lines = statements(text)
        return tuple(
            point.point
            for point in self.rubric
            if any(fit(line, point.point, point.keywords) is Fit.ALL for line in lines)
        )

    def key(self) -> tuple[str, ...]:
        """The points, in no order."""
        return tuple(sorted(point.point for point in self.rubric))

    def right_answer(self) -> str:
        """All the points."""
        return "; ".join(point.point for point in self.rubric)

    def problems(self) -> Iterator[Problem]:
        """Points that read the same, and keywords that can't be read."""
        from tui.kinds.checks import duplicates
        from tui.kinds.list_checks import keyword_problems

        yield from Question.problems(self)
        yield from duplicates(
            tuple(point.point for point in self.rubric),
            lambda n: ("rubric", n, "point"),
            "duplicate-point",
            "Word the two differently, or make them one.",
        )
        for n, point in enumerate(self.rubric):
            yield from keyword_problems(point.keywords, ("rubric", n))

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """The rubric behind letters."""
        from tui.kinds.plain import lettered

        points = tuple(f"{point.point} ({point.marks:g})" for point in self.rubric)
        return (
            "Write your outline on paper, then compare it with these points and their marks:",
            *lettered(points),
            "Type the letters of the points that it has, or 0 for none.",
        )

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """The letters of the points ticked; 0 for none."""
        from tui.kinds.plain import several_of

        if "".join(lines).strip() == "0":
            return ("",)
        return ("", *several_of(lines, tuple(point.point for point in self.rubric)))


KIND = Outline
