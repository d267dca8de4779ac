"""Labelled facts, as notices have them: “Registration fee: Rs 500”, “Venue: Town Hall”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.gaps import quoted
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.wording import CAPITAL
from tui.kinds.written_dates import read_dates

_LABELLED = re.compile(rf"^(?P<label>[{CAPITAL}][^:.!?]{{1,40}}): (?P<value>\S.*?)[.;]?$")
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|must|may|should)\b")
_LONGEST_LABEL, _LONGEST = 5, 12
"""Words."""


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each line that is a label and what it stands for."""
    for sentence in source.told:
        match = _LABELLED.match(sentence.text)
        if match is None or len(match["label"].split()) > _LONGEST_LABEL:
            continue
        if _SENTENCE.search(match["label"]):
            continue  # "The test has three parts: …"
        if len(match["value"].split()) <= _LONGEST and not match["value"].startswith("http"):
            yield _asked(sentence, match)


def _asked(sentence: Told, match: re.Match[str]) -> Candidate:
    label, value = match["label"], match["value"]
    readings = read_dates(value)
    is_date = bool(readings) and not readings[0].doubtful and readings[0].day.year is not None
    under = f" under {quoted(sentence.heading)}" if sentence.heading else ""
    answer = value
    if is_date:
        parts = [part for part in readings[0].day.parts if part is not None]
        answer = "-".join(f"{part:02}" for part in parts)
    return Candidate(
        rule="label",
        sentence=sentence,
        asked=match.span("value"),
        worth=74,
        kind="date" if is_date else "short",
        prompt=f"What does {sentence.within} give for {quoted(label)}{under}?",
        quotes=(sentence.text[match.start() : match.end("value")],),
        subject=label,
        answer=answer,
    )
