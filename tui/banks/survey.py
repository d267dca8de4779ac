"""A first look through a bank: its own fields and the ids of its questions."""

from __future__ import annotations

from dataclasses import dataclass

from tui.banks.nodes import Mapping, Node, Scalar
from tui.banks.parse import entries
from tui.banks.report import TOP, Report
from tui.banks.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a bank before its questions are looked at.

    node: its fields, the questions without entries. ids: those of the questions, in order.
    count: how many questions there are.
    """

    node: Mapping
    ids: tuple[Scalar, ...]
    count: int


def survey(text: str, report: Report) -> Survey | None:
    """Looks through `text`; None, with the reason in `report`, if it can't be read to its end.

    What else there is to complain of is left to the second look, question by question.
    """
    aside = Report(report.path)
    aside.set_text(text)
    pairs: dict[str, tuple[Scalar, Node]] = {}
    ids: list[Scalar] = []
    count = 0
    try:
        for key, value, listed in entries(text, aside, skim=True):
            if not listed:
                pairs[key.text] = (key, value)
                continue
            count += 1
            found = value.get("id") if isinstance(value, Mapping) else None
            if isinstance(found, Scalar) and found.text:
                ids.append(found)
    except Unreadable:
        report.take(aside)
        return None
    return Survey(Mapping(pairs, TOP, TOP.line), tuple(ids), count)
