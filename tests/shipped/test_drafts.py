"""What the guide says of drafts is what the benchmark measures."""

from __future__ import annotations

from collections import Counter

from benchmarks.drafts import UNREAD, Measured, labels, measure, measure_others
from tests.shipped.bank import ROOT

GUIDE = (ROOT / "docs" / "writing-questions.md").read_text(encoding="utf-8")
FOUND: Measured = measure()


def test_most_drafts_ask_for_what_people_asked_for() -> None:
    worth = sum(1 for each in FOUND.judged if each.twin)
    assert worth >= 0.7 * len(FOUND.judged)
    assert len(FOUND.judged) >= 20
    assert FOUND.findings == 0


def test_every_draft_was_read() -> None:
    assert [each.candidate.prompt for each in FOUND.judged if each.label == UNREAD] == []
    assert len(labels()) == len(FOUND.judged)


def test_the_figures_of_the_guide_are_these() -> None:
    worth = sum(1 for each in FOUND.judged if each.twin)
    said = Counter(each.label for each in FOUND.judged)
    count = len(FOUND.judged)
    figures = (
        f"| {count} | {worth} ({100 * worth / count:.0f} %) | {said['as it is']} "
        f"| {said['text changed']} | {said['not worth it']} |"
    )
    assert figures in GUIDE
    assert f"They touch {FOUND.touched} of the {FOUND.tested} sentences" in GUIDE


def test_the_figures_of_other_articles_are_these() -> None:
    for measured in measure_others().values():
        worth = sum(1 for each in measured.judged if each.twin)
        assert f"{worth} of {len(measured.judged)} " in GUIDE
        assert measured.findings == 0
